import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { brokenRules } from '../encounter/support/rules-of-837.ts';

const root = join(import.meta.dirname, '..', '..');
const sample = (name: string) => join(root, 'plans', 'sample', name);

interface DemoOutcome {
  readonly lines: number;
  readonly invoices: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly findings: readonly { row: number; element: number; severity: string; code: string; repair: boolean }[];
  readonly receipt: { readonly id: string; readonly verified: boolean };
  readonly syncs: { readonly install: number; readonly check: number };
  readonly files: { readonly receipt: string; readonly errors: string | null; readonly encounter: string | null };
}

let out: string;
beforeAll(async () => {
  out = await mkdtemp(join(tmpdir(), 'calaim-invoice-test-'));
});
afterAll(() => rm(out, { recursive: true, force: true }));

function demo(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [join(root, 'scripts', 'demo.ts'), ...args], { cwd: out }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code ?? 1), stdout, stderr });
    });
  });
}

test('the clean month: 172 lines, 97 invoices, all accepted, receipt verified', async () => {
  const { code, stdout } = await demo('--input', sample('harbor-care-2026-10.csv'), '--out', out, '--json');
  expect(code).toBe(0);
  const outcome = JSON.parse(stdout) as DemoOutcome;
  expect(outcome).toMatchObject({ lines: 172, invoices: 97, accepted: 97, rejected: 0, receipt: { verified: true } });
  expect(outcome.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  expect(outcome.syncs.install).toBeLessThanOrEqual(8);
  expect(outcome.syncs.check).toBe(2);
  const receipt = JSON.parse(await readFile(outcome.files.receipt, 'utf8')) as {
    readonly signed: string;
    readonly says: { readonly counts: object };
  };
  expect(receipt.says.counts).toEqual({ invoices: 97, lines: 172 });
  expect(receipt.signed.split('.')).toHaveLength(3);
  const encounter = await readFile(outcome.files.encounter ?? '', 'utf8');
  expect(brokenRules(encounter)).toEqual([]);
  expect(encounter.slice(101, 106)).toBe('*T*:~');
  expect(encounter.split('~CLM*')).toHaveLength(98);
  expect(encounter.split('~LX*')).toHaveLength(173);
});

test('the dirty month: every fault on its row and element, 79 accepted as they are, 84 with repairs', async () => {
  const expected = JSON.parse(await readFile(sample('harbor-care-2026-10-dirty.expected.json'), 'utf8')) as readonly {
    readonly row: number;
    readonly element: number;
    readonly expect: string;
  }[];
  const input = sample('harbor-care-2026-10-dirty.csv');
  const plain = JSON.parse((await demo('--input', input, '--out', out, '--json')).stdout) as DemoOutcome;
  expect(plain).toMatchObject({ accepted: 79, rejected: 18 });
  const encounter = await readFile(plain.files.encounter ?? '', 'utf8');
  expect(brokenRules(encounter)).toEqual([]);
  expect(encounter.split('~CLM*')).toHaveLength(80);
  for (const fault of expected) {
    const found = plain.findings.filter(({ row, element }) => row === fault.row && element === fault.element);
    expect({ fault, found: found.some(({ severity }) => severity === 'error') }).toEqual({ fault, found: true });
    if (fault.expect.startsWith('repair')) expect(found.some(({ repair }) => repair)).toBe(true);
  }
  const errors = await readFile(join(out, 'errors.csv'), 'utf8');
  expect((await readFile(join(out, 'errors.xlsx'))).subarray(0, 2).toString()).toBe('PK');
  expect(errors).toContain('How to fix it');
  expect(errors).not.toContain('98906828H');

  const repaired = JSON.parse((await demo('--input', input, '--out', out, '--json', '--repair')).stdout) as DemoOutcome;
  expect(repaired).toMatchObject({ accepted: 84, rejected: 13 });
});

test('for people, the summary says where the encounters are', async () => {
  const { stdout } = await demo('--out', out);
  expect(stdout).toContain(`\nEncounter  ${join(out, 'encounters.837')}\n`);
});

test.each<[string, readonly string[], RegExp]>([
  ['a file that is not there', ['--input', 'nowhere.csv'], /nowhere\.csv cannot be read/],
  ['a file without the headers', ['--input', join(root, 'package.json')], /none of the guidance’s column headers/],
  ['an option that does not exist', ['--frobnicate'], /frobnicate/],
])('says in one sentence what is wrong with %s, and ends with 2', async (_, args, words) => {
  const { code, stdout, stderr } = await demo(...args);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at /);
});
