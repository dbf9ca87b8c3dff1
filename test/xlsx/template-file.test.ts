import { parse, tokenize } from '@borgar/fx';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { filledTemplateFile, templateFile } from '../../src/xlsx/template-file.ts';
import { childOf, childrenOf, readXlsx } from '../support/read-xlsx.ts';
import { manyEntries, sampleContents } from '../support/sample-contents.ts';
import { samplePlan } from '../support/sample-plan.ts';

const addIn = { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.2.3.4' };
let profile: PlanProfile;
beforeAll(async () => {
  profile = await samplePlan();
});

test('the same plan gives the same bytes', async () => {
  const first = await templateFile(profile, addIn, 150);
  expect(Buffer.from(await templateFile(profile, addIn, 150)).equals(first)).toBe(true);
});

test('5,000 rows stay under 600 KB', async () => {
  expect((await templateFile(profile, addIn, 5_000)).length).toBeLessThan(600 * 1024);
});

test('the pane opens with the document: the add-in by id and version, for administrators and for sideloading', async () => {
  const book = readXlsx(await templateFile(profile, addIn, 100));
  const root = childrenOf(book.xml('_rels/.rels'), 'Relationship').map(({ attributes }) => attributes['Target']);
  expect(root).toContain('xl/webextensions/taskpanes.xml');
  const pane = childOf(book.xml('xl/webextensions/taskpanes.xml'), 'wetp:taskpane');
  expect(pane?.attributes).toMatchObject({ dockstate: 'right', visibility: '1' });
  const extension = book.xml('xl/webextensions/webextension1.xml');
  const references = [
    childOf(extension, 'we:reference'),
    ...childrenOf(childOf(extension, 'we:alternateReferences'), 'we:reference'),
  ].map((reference) => reference?.attributes);
  expect(references).toEqual([
    { id: addIn.addInId, version: addIn.version, store: 'EXCatalog', storeType: 'EXCatalog' },
    { id: addIn.addInId, version: addIn.version, store: 'developer', storeType: 'Registry' },
  ]);
  const property = childOf(childOf(extension, 'we:properties'), 'we:property');
  expect(property?.attributes).toEqual({ name: 'Office.AutoShowTaskpaneWithDocument', value: 'true' });
});

test('every formula that the file holds parses, and no cell has two validations', async () => {
  const book = readXlsx(await templateFile(profile, addIn, 100));
  for (const { cells, xml } of book.sheets) {
    for (const { formula } of cells.values())
      if (formula !== null) expect(() => parse(tokenize(formula))).not.toThrow();
    const validated = new Set<string>();
    for (const { attributes } of childrenOf(childOf(xml, 'dataValidations'), 'dataValidation')) {
      expect(validated).not.toContain(attributes['sqref']);
      validated.add(attributes['sqref'] ?? '');
      expect(attributes['sqref']).toMatch(/^[A-Z]+\d+(:[A-Z]+\d+)?$/);
    }
  }
});

test('a filled workbook says nothing of its members outside its cells', async () => {
  const contents = sampleContents(profile);
  const book = readXlsx(await filledTemplateFile(profile, addIn, contents, 200));
  const outside = [...book.parts]
    .filter(([name]) => !name.startsWith('xl/worksheets/sheet'))
    .map(([, bytes]) => Buffer.from(bytes).toString('latin1'))
    .join('\n');
  for (const { memberCin, memberLastName } of contents.members) {
    expect(outside).not.toContain(memberCin);
    expect(outside).not.toContain(memberLastName);
  }
});

test('a filled workbook holds what was entered, and no result that could be stale', async () => {
  const { setup, members, entries } = sampleContents(profile);
  const overridden = entries.map((entry, index) => ({
    ...entry,
    serviceEndDate: index % 3 === 0 ? null : entry.serviceStartDate,
    serviceUnitCost: index % 2 === 0 ? null : '12.50',
  }));
  const book = readXlsx(await filledTemplateFile(profile, addIn, { setup, members, entries: overridden }, 200));
  const invoice = book.sheets.find(({ name }) => name === 'Invoice');
  overridden.forEach((entry, index) => {
    const row = String(index + 2);
    const [cin, start, end, cost] = [20, 36, 37, 51].map((column) => invoice?.cells.get(`${row}:${String(column)}`));
    expect(cin?.value).toBe(entry.memberCin);
    expect(end).toMatchObject(
      entry.serviceEndDate === null
        ? { value: null, formula: `=IF($AK${String(index + 3)}="","",$AK${String(index + 3)})` }
        : { value: start?.value, formula: null },
    );
    expect(cost).toMatchObject(entry.serviceUnitCost === null ? { value: null } : { value: 12.5, formula: null });
  });
});

test('more lines than rows are refused', async () => {
  const { setup, members, entries } = sampleContents(profile);
  const contents = { setup, members, entries: manyEntries(entries, 300) };
  await expect(filledTemplateFile(profile, addIn, contents, 200)).rejects.toThrow(RangeError);
});
