import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { drawIcon, iconSizes } from '../../scripts/icons.ts';

test.each(iconSizes)('the icon of %d points is the one that is drawn', async (size) => {
  const committed = await readFile(join(import.meta.dirname, '..', '..', 'assets', `icon-${String(size)}.png`));
  expect(committed.readUInt32BE(16)).toBe(size);
  expect(committed.readUInt32BE(20)).toBe(size);
  expect(drawIcon(size).equals(committed)).toBe(true);
});
