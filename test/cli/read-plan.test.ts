import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PlanUnreadable, readPlan } from '../../src/cli/read-plan.ts';

const sample = fileURLToPath(new URL('../../plans/sample/', import.meta.url));
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plan-'));
  for (const name of ['profile.json', 'logo.png']) await copyFile(join(sample, name), join(folder, name));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

async function change(edit: (profile: Record<string, unknown>) => void): Promise<void> {
  const profile = JSON.parse(await readFile(join(sample, 'profile.json'), 'utf8')) as Record<string, unknown>;
  edit(profile);
  await writeFile(join(folder, 'profile.json'), JSON.stringify(profile));
}

test('profile and logo come together', async () => {
  const profile = await readPlan(folder);
  expect(profile).toMatchObject({
    id: 'sample-health-plan',
    name: 'Sample Health Plan',
    payerIdentifier: 'SHP01',
    rows: 1000,
  });
  const logo = Buffer.from(profile.brand.logo.slice('data:image/png;base64,'.length), 'base64');
  expect(logo.equals(await readFile(join(sample, 'logo.png')))).toBe(true);
  expect([logo.readUInt32BE(16), logo.readUInt32BE(20)]).toEqual([320, 80]);
});

test.each<readonly [string, () => Promise<void>, RegExp]>([
  ['no profile', () => rm(join(folder, 'profile.json')), /no readable profile\.json/],
  ['no logo', () => rm(join(folder, 'logo.png')), /no readable logo\.png/],
  ['a profile that is no JSON', () => writeFile(join(folder, 'profile.json'), '{'), /has to be JSON/],
  ['a logo of another kind', () => writeFile(join(folder, 'logo.png'), 'GIF89a'), /no PNG/],
  [
    'a colour by name',
    () => change((profile) => (profile['brand'] = { color: 'teal', tint: '#e8f1f3' })),
    /brand\.color/,
  ],
  [
    'a service that does not exist',
    () => change((profile) => (profile['services'] = [{ id: 'X', unitRateCents: 1 }])),
    /services\[0\]\.id/,
  ],
])('a folder with %s is refused in words', async (_, spoil, words) => {
  await spoil();
  const reading = readPlan(folder);
  await expect(reading).rejects.toThrow(PlanUnreadable);
  await expect(reading).rejects.toThrow(words);
});
