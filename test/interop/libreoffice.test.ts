import { columns } from '../../src/guidance/columns.ts';
import type { ElementFormat } from '../../src/guidance/elements.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { headerRows } from '../../src/workbook/invoice-columns.ts';
import { filledTemplateFile, templateFile } from '../../src/xlsx/template-file.ts';
import { startLibreOffice, type LibreOffice } from '../support/libreoffice.ts';
import { childOf, childrenOf, readXlsx } from '../support/read-xlsx.ts';
import { sampleContents } from '../support/sample-contents.ts';
import { samplePlan } from '../support/sample-plan.ts';

const addIn = { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.0.0.0' };
const rows = 200;
let profile: PlanProfile;
let libreOffice: LibreOffice;

beforeAll(async () => {
  profile = await samplePlan({ rows });
  libreOffice = await startLibreOffice();
});

afterAll(() => libreOffice.close());

/** What spreadsheets show in place of a value that they cannot work out. */
const failure = /^(Err:|#[A-Z/0!?]+$)/;

function failuresOn(sheets: ReadonlyMap<string, readonly (readonly string[])[]>): readonly string[] {
  return [...sheets].flatMap(([name, lines]) =>
    lines.flatMap((line, row) =>
      line.flatMap((cell, column) => (failure.test(cell) ? [`${name} ${String(row)}:${String(column)} ${cell}`] : [])),
    ),
  );
}

test('a blank template opens and works out every formula', async () => {
  const sheets = await libreOffice.shown(await templateFile(profile, addIn));
  expect([...sheets.keys()].sort()).toEqual(
    ['CalAIM lists', 'CalAIM state', 'Instructions', 'Invoice', 'Members', 'Receipts', 'Setup'].sort(),
  );
  expect(failuresOn(sheets)).toEqual([]);
  expect(sheets.get('Instructions')?.[3]?.[0]).toBe(`Invoices to ${profile.name}`);
});

/** A cell's text as lines have it: the code of a list entry, money with cents. */
function valueText(format: ElementFormat, text: string): string {
  if (format === 'money') return text === '' ? '' : Number(text.replaceAll(',', '')).toFixed(2);
  return ['procedureCode', 'placeOfService', 'diagnosisCode'].includes(format) ? text.replace(/ .*/, '') : text;
}

test('the sample month: every derived cell is what the deriver says', async () => {
  const sample = sampleContents(profile);
  const sheets = await libreOffice.shown(await filledTemplateFile(profile, addIn, sample));
  expect(failuresOn(sheets)).toEqual([]);
  const invoice = sheets.get('Invoice') ?? [];
  const shown = sample.lines.map((_, index) =>
    Object.fromEntries(
      columns.map(({ key, element }, column) => {
        const text = invoice[headerRows + index]?.[column] ?? '';
        return [key, valueText(element.format, text)];
      }),
    ),
  );
  expect(shown).toEqual(sample.lines);
  expect(
    invoice.slice(headerRows + sample.lines.length).every((line) => line.every((cell) => cell === '' || cell === '0')),
  ).toBe(true);
});

test('saved by LibreOffice, the template still has its lists, its locks and its names', async () => {
  const saved = await libreOffice.convert(await templateFile(profile, addIn), 'xlsx');
  // Frozen panes and gridlines are not compared: without a screen LibreOffice saves none.
  const [bytes] = saved.values();
  if (bytes === undefined) throw new Error('nothing was saved');
  const before = readXlsx(await templateFile(profile, addIn));
  const after = readXlsx(bytes);
  expect(after.sheets.map(({ name }) => name)).toEqual(before.sheets.map(({ name }) => name));
  const names = new Set(after.names.map(({ name }) => name));
  for (const { name, sheet } of before.names) if (sheet === null) expect(names).toContain(name);
  for (const [index, { name, xml }] of before.sheets.entries()) {
    const other = after.sheets[index]?.xml;
    const listsIn = (element: typeof other) =>
      childrenOf(childOf(element, 'dataValidations'), 'dataValidation').filter(
        ({ attributes }) => attributes['type'] === 'list',
      ).length;
    expect({ name, lists: listsIn(other) }).toEqual({ name, lists: listsIn(xml) });
    const isProtected = (element: typeof other) => childOf(element, 'sheetProtection')?.attributes['sheet'] ?? 'no';
    expect({ name, protected: /^(1|true)$/.test(isProtected(other)) }).toEqual({
      name,
      protected: isProtected(xml) === '1',
    });
  }
});
