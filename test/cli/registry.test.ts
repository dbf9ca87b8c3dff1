import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeDiagnosisList } from '../../src/cli/diagnosis-lists.ts';
import { DiagnosisList, printDiagnosisList } from '../../src/guidance/diagnosis-list.ts';
import { publicKeySchema } from '../../src/plan/keys.ts';
import { verifyRegistry } from '../../src/plan/registry.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const sample = join(root, 'plans', 'sample');
let folder = '';
let publicHalf = '';

/** Key and facts, as an operator makes them. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calaim-registry-'));
  const key = await registry('key', '--out', at('key.json'));
  const facts = await registry('facts', '--public-url', 'https://invoices.plan.example', '--state', at('state'));
  expect([key.code, facts.code]).toEqual([0, 0]);
  publicHalf = key.stdout;
  await writeFile(at('public.json'), publicHalf);
  await writeFile(at('facts.json'), facts.stdout);
});

afterAll(() => rm(folder, { recursive: true }));

function registry(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const program = [join(root, 'bin', 'calaim-invoice.mjs'), 'registry', ...args];
  return new Promise((resolve) => {
    execFile(process.execPath, program, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const at = (name: string) => join(folder, name);

test('key, facts and sign make a registry that the pane of this key trusts', async () => {
  const facts = await readFile(at('facts.json'), 'utf8');
  expect(JSON.parse(facts)).toMatchObject({ endpoint: 'https://invoices.plan.example' });
  expect(facts).not.toContain('"d"');
  const signed = await registry(
    ...['sign', '--key', at('key.json'), '--plan', sample, '--endpoint', at('facts.json')],
    ...['--days', '30', '--out', at('pane')],
  );
  expect(signed).toMatchObject({ code: 0, stderr: '' });
  expect(signed.stdout).toContain('sample-health-plan (https://invoices.plan.example), until ');
  const jws = await readFile(join(at('pane'), 'plan-registry.jws'), 'utf8');
  const publicKey = publicKeySchema.parse(JSON.parse(publicHalf));
  const soon = new Date(Date.now() + 29 * 86_400_000);
  const late = new Date(Date.now() + 31 * 86_400_000);
  const verified = await verifyRegistry(jws, publicKey, soon);
  expect(verified).toMatchObject({ kind: 'trusted', registry: { plans: [{ profile: { id: 'sample-health-plan' } }] } });
  expect(await verifyRegistry(jws, publicKey, late)).toEqual({ kind: 'refused', reason: 'expired' });
});

test('lists of ICD-10-CM of the plan are named and stand beside the registry', async () => {
  const plan = at('plan');
  await cp(sample, plan, { recursive: true });
  const list = DiagnosisList.of(2027, [
    { code: 'Z59.0', reportable: false },
    { code: 'Z59.00', reportable: true },
  ]);
  await writeDiagnosisList(plan, list);
  const signed = await registry(
    ...['sign', '--key', at('key.json'), '--plan', plan, '--endpoint', at('facts.json'), '--out', at('listed')],
  );
  expect(signed).toMatchObject({ code: 0, stderr: '' });
  const jws = await readFile(join(at('listed'), 'plan-registry.jws'), 'utf8');
  const verified = await verifyRegistry(jws, publicKeySchema.parse(JSON.parse(publicHalf)), new Date());
  const [reference] = verified.kind === 'trusted' ? (verified.registry.plans[0]?.diagnosisLists ?? []) : [];
  expect(reference?.fiscalYear).toBe(2027);
  const text = await readFile(join(at('listed'), reference?.file ?? ''), 'utf8');
  expect(text).toBe(printDiagnosisList(list));
});

test('the key is for its owner alone, and is never replaced', async () => {
  const before = await readFile(at('key.json'), 'utf8');
  if (process.platform !== 'win32') expect((await stat(at('key.json'))).mode & 0o077).toBe(0);
  const again = await registry('key', '--out', at('key.json'));
  expect(again).toMatchObject({ code: 2, stdout: '' });
  expect(again.stderr).toMatch(/^calaim-invoice registry: [^\n]*is there already[^\n]*\n$/);
  expect(await readFile(at('key.json'), 'utf8')).toBe(before);
});

test('facts of an issuer of one’s own', async () => {
  const facts = await registry(
    ...['facts', '--public-url', 'https://invoices.plan.example', '--state', at('state')],
    ...['--issuer', 'https://login.plan.example', '--audience', 'invoices', '--client-id', 'pane'],
  );
  expect(JSON.parse(facts.stdout)).toMatchObject({
    issuer: 'https://login.plan.example',
    audience: 'invoices',
    clientId: 'pane',
  });
});

test.each<readonly [string, readonly string[], RegExp]>([
  ['no action', [], /choose key, facts or sign/],
  ['an unknown action', ['toString'], /choose key, facts or sign/],
  ['no key file', ['sign', '--plan', sample, '--endpoint', 'F/facts.json', '--out', 'F/out'], /--key is missing/],
  [
    'a public key',
    ['sign', '--key', 'F/public.json', '--plan', sample, '--endpoint', 'F/facts.json', '--out', 'F/out'],
    /--key is no key/,
  ],
  ['no plan', ['sign', '--key', 'F/key.json', '--endpoint', 'F/facts.json', '--out', 'F/out'], /--plan is missing/],
  [
    'a missing endpoint file',
    ['sign', '--key', 'F/key.json', '--plan', sample, '--endpoint', 'F/none.json', '--out', 'F/out'],
    /--endpoint names no readable JSON file/,
  ],
  [
    'an endpoint file of another kind',
    ['sign', '--key', 'F/key.json', '--plan', sample, '--endpoint', 'F/key.json', '--out', 'F/out'],
    /no registry/,
  ],
  [
    'more endpoints than plans',
    [
      ...['sign', '--key', 'F/key.json', '--plan', sample, '--out', 'F/out'],
      ...['--endpoint', 'F/facts.json', '--endpoint', 'F/facts.json'],
    ],
    /--endpoint stands once/,
  ],
  [
    'too many days',
    ['sign', '--key', 'F/key.json', '--plan', sample, '--endpoint', 'F/facts.json', '--out', 'F/out', '--days', '999'],
    /--days is a number from 1 to 400/,
  ],
  ['an address without TLS', ['facts', '--public-url', 'http://invoices.plan.example'], /--public-url is an https/],
  [
    'half an issuer',
    ['facts', '--public-url', 'https://invoices.plan.example', '--issuer', 'https://login.example'],
    /--issuer needs/,
  ],
])('%s is an error in words, and 2; no key is told', async (_, args, words) => {
  const before = (await readdir(folder)).sort();
  const outcome = await registry(...args.map((arg) => arg.replace(/^F\//, `${folder}/`)));
  expect(outcome).toMatchObject({ code: 2, stdout: '' });
  expect(outcome.stderr).toMatch(words);
  const { d } = JSON.parse(await readFile(at('key.json'), 'utf8')) as { d: string };
  expect(outcome.stderr).not.toContain(d);
  expect((await readdir(folder)).sort()).toEqual(before);
});

test('--help', async () => {
  expect(await registry('--help')).toMatchObject({ code: 0, stderr: '' });
  expect((await registry('sign', '--help')).stdout).toMatch(/^Usage: calaim-invoice registry key/);
});
