import { rulePack } from '../../../src/guidance/rule-pack.ts';
import { planDescriptionSchema } from '../../../src/submission/plan-description.ts';
import { problemSchema } from '../../../src/submission/problem.ts';
import { layoutVersion } from '../../../src/workbook/layout-version.ts';
import { readInvoiceFile } from '../../../src/xlsx/invoice-file.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { get, running, signedIn } from '../running.ts';

const endpoint = await running();
const { token } = await signedIn(endpoint);

async function described(query: string) {
  const response = await get(endpoint, token, `/v1/plan${query}`);
  expect(response.status).toBe(200);
  return planDescriptionSchema.parse(await response.json());
}

test('the plan says what it is and what it checks with', async () => {
  const plan = await described('');
  expect(plan).toMatchObject({
    ...{ contract: 1, layoutVersion, profile: sampleProfile, differs: [] },
    rulePack: { version: rulePack.version, hash: rulePack.hash, parts: rulePack.parts },
    receiptKeys: endpoint.facts.receiptKeys,
    limits: { lines: 5000 },
  });
  expect(JSON.stringify(plan)).not.toContain('"d":');
});

test.each<[string, readonly string[]]>([
  [`contract=1&profileVersion=${String(sampleProfile.version)}`, []],
  [`layoutVersion=${String(layoutVersion)}&rulePack=${encodeURIComponent(rulePack.hash)}`, []],
  ['contract=2', ['contract']],
  ['profileVersion=9999&rulePack=other', ['profileVersion', 'rulePack']],
  ['layoutVersion=9999', ['layoutVersion']],
])('versions are compared: %s', async (query, differs) => {
  expect((await described(`?${query}`)).differs).toEqual(differs);
});

test.each([
  ['contract=one', '/contract'],
  ['profileVersion=0', '/profileVersion'],
  ['rulePack=', '/rulePack'],
  ['plan=A%20plan', '/plan'],
])('what is no version is named: %s', async (query, pointer) => {
  const response = await get(endpoint, token, `/v1/plan?${query}`);
  expect(problemSchema.parse(await response.json())).toMatchObject({ code: 'malformed-request', pointers: [pointer] });
});

test('the template is the plan’s, blank, and made once', async () => {
  const answers = await Promise.all([1, 2].map(() => get(endpoint, token, '/v1/template.xlsx')));
  const [first, second] = await Promise.all(
    answers.map(async (answer) => Buffer.from(await answer.arrayBuffer()).toString('latin1')),
  );
  expect(answers[0]?.headers.get('content-type')).toContain('spreadsheetml.sheet');
  expect(answers[0]?.headers.get('content-disposition')).toBe(
    `attachment; filename="${sampleProfile.id}-${String(sampleProfile.version)}.xlsx"`,
  );
  expect(second).toBe(first);
  const bytes = Buffer.from(first ?? '', 'latin1');
  expect(readInvoiceFile(bytes, sampleProfile)).toEqual({ kind: 'refused', reason: 'noLines' });
});
