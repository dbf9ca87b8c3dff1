import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ageMissing, findAge } from '../../scripts/age.ts';
import { makeIdentity } from '../../src/cli/package/make-identity.ts';
import { openSealed } from '../../src/cli/package/open-sealed.ts';
import { parseCivilDate } from '../../src/guidance/civil-date.ts';
import { sealPackage } from '../../src/submission/sealed-package.ts';
import { envelope, line } from '../submission/envelopes.ts';

const run = promisify(execFile);
const day = parseCivilDate('11/24/2026');
// More than one of the 64 KiB pieces that age encrypts by itself.
const sample = envelope(Array.from({ length: 100 }, (_, place) => line(`row-${String(place)}`)));

let folder = '';
let recipient = '';
const at = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'calaim-age-'));
  recipient = await makeIdentity(at('plan.key'));
});
afterAll(() => rm(folder, { recursive: true }));

async function age(...args: readonly string[]): Promise<void> {
  const program = findAge();
  if (program === undefined) throw new Error(ageMissing);
  await run(program, args, { timeout: 30_000 });
}

test('age opens what the pane sealed, with the key that package key made', async () => {
  if (day === null) throw new Error('no day');
  const sealed = await sealPackage(sample, recipient, day);
  await writeFile(at(sealed.fileName), sealed.bytes);
  await age('--decrypt', '--identity', at('plan.key'), '--output', at('opened.json'), at(sealed.fileName));
  expect(JSON.parse(await readFile(at('opened.json'), 'utf8'))).toEqual(sample);
});

test('package open opens what age sealed', async () => {
  await writeFile(at('plain.json'), JSON.stringify(sample));
  await age('--encrypt', '--recipient', recipient, '--output', at('sealed.age'), at('plain.json'));
  await openSealed(at('sealed.age'), at('plan.key'), at('submission.json'));
  expect(JSON.parse(await readFile(at('submission.json'), 'utf8'))).toEqual(sample);
});
