import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { packageCommand } from '../../src/cli/package.ts';
import { parseCivilDate } from '../../src/guidance/civil-date.ts';
import { sealPackage } from '../../src/submission/sealed-package.ts';
import { envelope, sampleNpi, validLine } from '../submission/envelopes.ts';

let folder = '';
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calaim-package-'));
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(() => {
  jest.restoreAllMocks();
});

/** Runs the command and takes what it prints. */
async function run(...commandLine: readonly string[]) {
  const printed = { out: '', error: '' };
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed.out += String(text);
    return true;
  });
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    printed.error += String(text);
    return true;
  });
  const code = await packageCommand(commandLine);
  jest.restoreAllMocks();
  return { code, ...printed };
}

async function sealedFile(name: string, recipient: string): Promise<string> {
  const day = parseCivilDate('11/24/2026');
  if (day === null) throw new Error('no day');
  await writeFile(at(name), (await sealPackage(envelope(), recipient, day)).bytes);
  return at(name);
}

test('a key is made, and opens what was sealed for it', async () => {
  const key = await run('key', '--out', at('plan.key'));
  expect(key).toMatchObject({ code: 0, error: '' });
  expect(key.out).toMatch(/^age1[0-9a-z]{58}\n$/);
  const file = await sealedFile('in.age', key.out.trim());
  const opened = await run('open', '--identity', at('plan.key'), '--out', at('in.json'), file);
  expect(opened).toEqual({
    code: 0,
    out: `${at('in.json')}: 1 invoices with 1 lines of provider ${sampleNpi} for sample-health-plan.\n`,
    error: '',
  });
  expect(JSON.parse(await readFile(at('in.json'), 'utf8'))).toEqual(envelope());
  for (const name of ['plan.key', 'in.json']) expect((await stat(at(name))).mode & 0o077).toBe(0);
});

describe('what is wrong is one sentence without member data, and 2:', () => {
  let recipient = '';
  beforeAll(async () => {
    recipient = (await run('key', '--out', at('own.key'))).out.trim();
    await run('key', '--out', at('other.key'));
    await writeFile(at('blank.key'), '# nothing\n');
    await writeFile(at('broken.key'), 'AGE-SECRET-KEY-1QQ\n');
    const file = await sealedFile('good.age', recipient);
    await writeFile(at('cut.age'), (await readFile(file)).subarray(0, -1));
    await writeFile(at('letter.txt'), 'Dear plan');
  });

  test.each<[string, readonly string[], RegExp]>([
    ['no action', [], /choose key or open/],
    ['another action', ['seal'], /choose key or open/],
    ['an unknown option', ['open', '--loud'], /see --help/],
    ['no --out', ['key'], /--out is missing/],
    ['a key with more', ['key', '--out', 'F', 'more'], /key takes --out alone/],
    ['a key that is there', ['key', '--out', 'own.key'], /is there already, and is not replaced/],
    ['no identity', ['open', '--out', 'o.json', 'good.age'], /--identity is missing/],
    ['no package', ['open', '--identity', 'own.key', '--out', 'o.json'], /name one package/],
    [
      'a package that is not there',
      ['open', '--identity', 'own.key', '--out', 'o.json', 'gone.age'],
      /gone\.age cannot be read/,
    ],
    [
      'an identity file without keys',
      ['open', '--identity', 'blank.key', '--out', 'o.json', 'good.age'],
      /holds no key/,
    ],
    ['a malformed key', ['open', '--identity', 'broken.key', '--out', 'o.json', 'good.age'], /not well formed/],
    ['another key', ['open', '--identity', 'other.key', '--out', 'o.json', 'good.age'], /sealed for another key/],
    [
      'a package that was cut short',
      ['open', '--identity', 'own.key', '--out', 'o.json', 'cut.age'],
      /altered or cut short/,
    ],
    ['no package at all', ['open', '--identity', 'own.key', '--out', 'o.json', 'letter.txt'], /is no sealed package/],
    [
      'a result that is there',
      ['open', '--identity', 'own.key', '--out', 'letter.txt', 'good.age'],
      /is there already/,
    ],
  ])('%s', async (_, commandLine, words) => {
    const isFile = /^(?:F|[a-z]+[.][a-z]+)$/;
    const outcome = await run(...commandLine.map((word) => (isFile.test(word) ? at(word) : word)));
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.error).toMatch(words);
    expect(outcome.error.trim().split('\n')).toHaveLength(1);
    expect(outcome.error).not.toContain(validLine.memberCin);
  });
});

test('--help tells both', async () => {
  const { code, out } = await run('--help');
  expect(code).toBe(0);
  expect(out).toMatch(/package key[^]*package open/);
});
