import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { goldenSegments } from './support/golden.ts';
import { brokenRules } from './support/rules-of-837.ts';

test('the clean sample month is the 837P of the golden file, segment by segment', async () => {
  const golden = await readFile(join(import.meta.dirname, 'golden', 'harbor-care-2026-10.837.txt'), 'utf8');
  const segments = golden.split('\n').filter((row) => row !== '' && !row.startsWith('#'));
  expect(await goldenSegments()).toEqual(segments);
  expect(brokenRules(`${segments.join('~')}~`)).toEqual([]);
});
