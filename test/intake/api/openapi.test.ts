import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { apiReference } from '../../../scripts/api-reference.ts';
import { referenceUrl } from '../../../scripts/reference-file.ts';
import { openOperations } from '../../../src/intake/api/operations.ts';
import { describedOperations, openApiDocument } from '../../../src/intake/api/openapi.ts';
import { openRoutes } from '../../../src/intake/identity/permissions.ts';
import { problems, type ProblemCode } from '../../../src/submission/problem.ts';
import { envelope } from '../../submission/envelopes.ts';
import { get, running } from '../running.ts';

interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, object>>;
  readonly components: { readonly schemas: Readonly<Record<string, object>> };
}
const document = openApiDocument() as unknown as Document;
const text = JSON.stringify(document);

test('every route that anybody may use is described, but for the sign-in’s; of the others the types see to it', () => {
  const open = openRoutes.filter((route) => !route.startsWith('/oidc/')).map((route) => `GET ${route}`);
  expect(Object.keys(openOperations).sort()).toEqual(open.sort());
});

test('every reference leads to a schema', () => {
  const references = [...text.matchAll(/"\$ref":"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name ?? '');
  expect(references.length).toBeGreaterThan(20);
  expect(references.filter((name) => document.components.schemas[name] === undefined)).toEqual([]);
});

test('the schemas are schemas, and say of a submission what the endpoint says', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    expect([name, ajv.validateSchema(schema)]).toEqual([name, true]);
  }
  const isEnvelope = ajv.compile(document.components.schemas['Envelope'] ?? {});
  expect(isEnvelope(envelope())).toBe(true);
  expect(isEnvelope({ ...envelope(), contract: 2 })).toBe(false);
  expect(isEnvelope({ ...envelope(), unknown: 1 })).toBe(false);
});

test.each(Object.keys(problems) as ProblemCode[])('%s is documented: at a request, in the file', async (code) => {
  expect(describedOperations.some(({ everyProblem }) => everyProblem.includes(code))).toBe(true);
  expect(text).toContain(`\`${code}\``);
  expect((await apiReference()).text).toContain(`\`${code}\``);
});

test('docs/reference/api.md is current (else: node scripts/api-reference.ts)', async () => {
  const file = await apiReference();
  expect(readFileSync(referenceUrl(file.path), 'utf8').replaceAll('\r\n', '\n')).toBe(file.text);
});

test('it is served, and as a page that runs nothing', async () => {
  const endpoint = await running();
  expect(await (await get(endpoint, null, '/openapi.json')).json()).toEqual(document);
  const page = await get(endpoint, null, '/reference');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-/);
  const html = await page.text();
  for (const path of Object.keys(document.paths)) expect(html).toContain(`${path}</code>`);
  for (const code of Object.keys(problems)) expect(html).toContain(`<code>${code}</code>`);
  expect(html).not.toMatch(/<script|javascript:|https?:/);
});
