import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ControlNumbersUsedUp, takeControlNumber } from '../../../src/cli/encounters/control-numbers.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'control-numbers-'));
});
afterEach(() => rm(folder, { recursive: true }));

test('numbers rise, and no two takers have the same', async () => {
  const taken = await Promise.all(Array.from({ length: 20 }, () => takeControlNumber(join(folder, 'new'))));
  expect(taken.toSorted((left, right) => left - right)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test('what else lies there is no number; after the last there is none', async () => {
  await writeFile(join(folder, 'note.txt'), '');
  await writeFile(join(folder, '000000041'), '');
  expect(await takeControlNumber(folder)).toBe(42);
  await writeFile(join(folder, '999999999'), '');
  await expect(takeControlNumber(folder)).rejects.toBeInstanceOf(ControlNumbersUsedUp);
});
