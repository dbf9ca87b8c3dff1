import { link, mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DropFolder } from '../../../src/intake/drop-boxes/drop-folder.ts';
import { emptyFolder } from '../running.ts';

const anHour = 60 * 60_000;
const now = () => new Date();

async function box(planIds: readonly string[] = []) {
  const folder = await emptyFolder();
  const drop = new DropFolder(folder);
  await drop.prepare(planIds);
  return { folder, drop };
}

const takeAll = (drop: DropFolder, planIds: readonly string[] = []) =>
  drop.take(planIds, { now: now(), rest: 0, most: 100 });

test('a file that was changed within the time of rest stays where it is, whatever time its sender gave it', async () => {
  const { folder, drop } = await box();
  await writeFile(join(folder, 'in', 'a.csv'), 'x');
  await drop.take([], { now: now(), rest: anHour, most: 100 });
  expect(await drop.taken()).toEqual([]);
  await drop.take([], { now: new Date(Date.now() + anHour), rest: anHour, most: 100 });
  expect(await drop.taken()).toMatchObject([{ name: 'a.csv', planId: null, purpose: null }]);
});

test.each(['.hidden', 'a.xlsx.filepart', 'a.part', 'A.TMP', 'b.partial'])('%s is not complete yet', async (name) => {
  const { folder, drop } = await box();
  await writeFile(join(folder, 'in', name), 'x');
  await takeAll(drop);
  expect(await drop.taken()).toEqual([]);
});

test.each([
  ['in', null, null],
  ['in/replacement', null, 'replacement'],
  ['in/void', null, 'void'],
  ['in/one', 'one', null],
  ['in/two/void', 'two', 'void'],
] as const)('what lies in %s says so', async (place, planId, purpose) => {
  const plans = ['one', 'two'];
  const { folder, drop } = await box(plans);
  await writeFile(join(folder, place, 'a~b.csv'), 'content');
  await takeAll(drop, plans);
  const [file] = await drop.taken();
  expect(file).toMatchObject({ name: 'a~b.csv', planId, purpose });
  expect(await readdir(join(folder, place)).then((names) => names.includes('a~b.csv'))).toBe(false);
});

test('no more are taken at once than asked for, and the rest later', async () => {
  const { folder, drop } = await box();
  for (let index = 0; index < 5; index += 1) await writeFile(join(folder, 'in', `${String(index)}.csv`), 'x');
  await drop.take([], { now: now(), rest: 0, most: 3 });
  expect(await drop.taken()).toHaveLength(3);
  await drop.take([], { now: now(), rest: 0, most: 3 });
  expect(await drop.taken()).toHaveLength(5);
});

test('a name of odd characters is kept in a form that every file system has', async () => {
  const { folder, drop } = await box();
  await writeFile(
    Buffer.concat([Buffer.from(join(folder, 'in', 'b')), Buffer.from([0xff, 0x0a]), Buffer.from('.csv')]),
    '',
  );
  await writeFile(join(folder, 'in', `${'ä'.repeat(120)}.csv`), '');
  await takeAll(drop);
  const names = (await drop.taken()).map(({ name }) => name);
  expect(names).toContain('b__.csv');
  expect(names).toContain(`${'ä'.repeat(73)}.csv`);
});

test('only files are read, and no more of them than asked for', async () => {
  const { folder, drop } = await box();
  const secret = join(await emptyFolder(), 'secret');
  await writeFile(secret, 'not yours');
  await symlink(secret, join(folder, 'in', 'link'));
  await writeFile(join(folder, 'in', 'small'), '12345');
  await writeFile(join(folder, 'in', 'large'), '123456');
  await takeAll(drop);
  const read = await Promise.all(
    (await drop.taken()).map(async (file) => [file.name, await drop.read(file, 5)] as const),
  );
  expect(Object.fromEntries(read)).toEqual({
    link: { kind: 'noFile' },
    large: { kind: 'tooLarge' },
    small: { kind: 'content', bytes: Buffer.from('12345') },
  });
});

test('an answer takes the place of a link that lies under its name, and does not follow it', async () => {
  const { folder, drop } = await box();
  const other = join(await emptyFolder(), 'other');
  await writeFile(other, 'as it was');
  await symlink(other, join(folder, 'out', 'a.csv.receipt.txt'));
  await drop.answer('a.csv', '.receipt.txt', 'received');
  expect(await readFile(other, 'utf8')).toBe('as it was');
  expect(await readFile(join(folder, 'out', 'a.csv.receipt.txt'), 'utf8')).toBe('received');
});

test('answers of an earlier file of the name go, and those of other files stay', async () => {
  const { folder, drop } = await box();
  await drop.answer('a.csv', '.errors.xlsx', 'old');
  await drop.answer('a.csv', '.result.txt', 'old');
  await drop.answer('ba.csv', '.result.txt', 'other');
  await drop.clear('a.csv');
  expect(await readdir(join(folder, 'out'))).toEqual(['ba.csv.result.txt']);
});

test('old answers are swept away, whatever they are', async () => {
  const { folder, drop } = await box();
  await drop.answer('a.csv', '.result.txt', 'old');
  await mkdir(join(folder, 'out', 'folder'));
  await link(join(folder, 'out', 'a.csv.result.txt'), join(folder, 'out', 'second'));
  await drop.sweep(new Date(0));
  expect(await readdir(join(folder, 'out'))).toHaveLength(3);
  await drop.sweep(new Date(Date.now() + anHour));
  expect(await readdir(join(folder, 'out'))).toEqual([]);
});

test('what was taken is the endpoint’s own', async () => {
  const { folder } = await box();
  expect((await stat(join(folder, 'taken'))).mode & 0o077).toBe(0);
});
