import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const declared = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Readonly<
  Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
>;
const record = await readFile(join(root, 'docs', 'decisions', '0003-dependencies.md'), 'utf8');
const [production = '', development = ''] = record.split('For development');

test.each(Object.entries({ ...declared.dependencies, ...declared.devDependencies }))(
  '%s is pinned',
  (_name, version) => {
    expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  },
);

test.each([
  ['production', production, declared.dependencies],
  ['development', development, declared.devDependencies],
])('the packages of %s are recorded, and no others', (_, table, packages) => {
  const rows = table.split('\n').filter((row) => row.startsWith('| ') && !/^\| (?:package|-+) /.test(row));
  const names = rows.map((row) => row.split('|')[1]?.trim());
  expect(names).toEqual(Object.keys(packages).sort());
});
