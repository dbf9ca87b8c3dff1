import { strFromU8, unzipSync, type Unzipped } from 'fflate';
import { parseCivilDate, toExcelSerial } from '../../src/guidance/civil-date.ts';
import { columns } from '../../src/guidance/columns.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { columnLetters } from '../../src/workbook/area.ts';
import { headerRows, invoiceColumn } from '../../src/workbook/invoice-columns.ts';
import { planFacts } from '../../src/plan/facts.ts';
import { workbookLayout } from '../../src/workbook/workbook-layout.ts';
import { usualSheetNames } from '../../src/workbook/defined-names.ts';
import { templateState } from '../../src/workbook/template-state.ts';
import { printCsv } from '../../src/xlsx/csv.ts';
import { filledLayout } from '../../src/xlsx/filled-layout.ts';
import { readInvoiceFile, type InvoiceFile } from '../../src/xlsx/invoice-file.ts';
import { layoutFile } from '../../src/xlsx/layout-file.ts';
import { filledTemplateFile, templateFile } from '../../src/xlsx/template-file.ts';
import { writeWorkbook } from '../../src/xlsx/write/write-workbook.ts';
import { smallestParts, textRow, worksheet, zipped, type RawParts } from '../support/raw-xlsx.ts';
import { manyEntries, sampleContents } from '../support/sample-contents.ts';
import { samplePlan } from '../support/sample-plan.ts';

const addIn = { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.0.0.0' };
let profile: PlanProfile;
let filled: Uint8Array;
const invoicePart = 'xl/worksheets/sheet4.xml';

beforeAll(async () => {
  profile = await samplePlan({ rows: 200 });
  filled = await filledTemplateFile(profile, addIn, sampleContents(profile));
});

type Template = Extract<InvoiceFile, { kind: 'template' }>;
type List = Extract<InvoiceFile, { kind: 'list' }>;

function template(bytes: Uint8Array): Template {
  const file = readInvoiceFile(bytes, profile);
  if (file.kind !== 'template') throw new Error(`not a template: ${file.kind}`);
  return file;
}

function list(bytes: Uint8Array): List {
  const file = readInvoiceFile(bytes, profile);
  if (file.kind !== 'list') throw new Error(`not a list: ${file.kind === 'refused' ? file.reason : file.kind}`);
  return file;
}

/** The filled template with a part's text changed. */
function changed(change: (text: string, name: string) => string): Uint8Array {
  const parts: Unzipped = unzipSync(filled);
  let changes = 0;
  const texts = Object.entries(parts).map(([name, bytes]) => {
    if (!/\.(xml|rels)$/.test(name)) return [name, bytes] as const;
    const before = strFromU8(bytes);
    const after = change(before, name);
    if (after !== before) changes += 1;
    return [name, after] as const;
  });
  if (changes === 0) throw new Error('nothing was changed');
  return zipped(Object.fromEntries(texts) as RawParts);
}

describe('a filled template', () => {
  test.each(['harbor-care-2026-10', 'harbor-care-2026-10-dirty'] as const)(
    '%s comes back as it was entered',
    async (month) => {
      const contents = sampleContents(profile, month);
      const read = template(await filledTemplateFile(profile, addIn, contents));
      expect(read).toMatchObject({
        sheet: 'Invoice',
        hiddenLines: 0,
        uncalculatedLines: 0,
        state: { planId: profile.id },
      });
      expect(read.setup).toEqual(contents.setup);
      expect(read.members).toEqual(contents.members);
      expect(read.lines.map(({ entry }) => entry)).toEqual(contents.entries);
      expect(read.lines.map(({ row }) => row)).toEqual(contents.entries.map((_, index) => headerRows + 1 + index));
    },
  );

  test('the sample’s lines are what the sheet derives, to the letter', () => {
    expect(template(filled).lines.map(({ text }) => text)).toEqual(sampleContents(profile).lines);
  });

  test('nothing entered is no line', async () => {
    expect(readInvoiceFile(await templateFile(profile, addIn), profile)).toEqual({
      kind: 'refused',
      reason: 'noLines',
    });
  });

  test('another plan’s is not read', async () => {
    const other = await samplePlan({ id: 'other-plan' });
    expect(readInvoiceFile(filled, other)).toEqual({ kind: 'refused', reason: 'otherPlan' });
  });

  test('whatever its sheets are called', async () => {
    const names = { ...usualSheetNames, invoice: "October's", setup: 'Once', members: 'Roster', state: 'x' };
    const state = await templateState(profile, 200, 1);
    const layout = workbookLayout({ profile, offered: planFacts(profile).services, names, rows: 200, state });
    const file = layoutFile(filledLayout(layout, sampleContents(profile), 200), {
      profile,
      isBlank: false,
      taskPane: null,
    });
    const read = template(writeWorkbook(file));
    expect(read.sheet).toBe("October's");
    expect(read.lines).toEqual(template(filled).lines);
  });

  test('without the names of the workbook, by what stands on its sheets', () => {
    const bytes = changed((text) => text.replace(/<definedNames>.*<\/definedNames>/, ''));
    const read = template(bytes);
    expect(read.state).toBeNull();
    expect({ setup: read.setup, members: read.members, lines: read.lines }).toEqual({
      setup: template(filled).setup,
      members: template(filled).members,
      lines: template(filled).lines,
    });
  });

  test('with rows that a filter has hidden: they count, and it is said', () => {
    const bytes = changed((text, name) =>
      name === invoicePart ? text.replace(/<row r="(4|5|190)"/g, '<row r="$1" hidden="1"') : text,
    );
    expect(template(bytes)).toMatchObject({ hiddenLines: 2, lines: template(filled).lines });
  });

  test('with days counted from 1904', () => {
    const days = (text: string) =>
      text.replace(/<v>(4\d{4})<\/v>/g, (_, serial: string) => `<v>${String(Number(serial) - 1462)}</v>`);
    const bytes = changed((text, name) => {
      if (name === 'xl/workbook.xml') return text.replace('<workbookPr/>', '<workbookPr date1904="1"/>');
      return name === invoicePart || name === 'xl/worksheets/sheet2.xml' ? days(text) : text;
    });
    const read = template(bytes);
    expect(read.lines.map(({ text }) => text.serviceStartDate)).toEqual(
      template(filled).lines.map(({ text }) => text.serviceStartDate),
    );
    expect(read.setup.invoiceDate).toBe('11/02/2026');
  });

  test('with results of formulas in the file: what is entered counts all the same', () => {
    const bytes = changed((text, name) =>
      name === invoicePart ? text.replace(/(<row r="3".*?<f[^>]*>[^<]*<\/f>)<\/c>/, '$1<v>999</v></c>') : text,
    );
    expect(template(bytes).lines).toEqual(template(filled).lines);
  });

  test('with a formula of one’s own and no result: said', () => {
    const bytes = changed((text, name) =>
      name === invoicePart
        ? text.replace(
            /(<row r="3".*?)<c s="(\d+)" t="inlineStr"><is><t>G[^<]*<\/t><\/is><\/c>/,
            '$1<c s="$2"><f>A1</f></c>',
          )
        : text,
    );
    expect(template(bytes).uncalculatedLines).toBe(1);
  });

  test('with columns in another order, by their headers', () => {
    // The headers of two columns change places, and so do their cells: the end of the sheet tells.
    const [control, authorization] = [invoiceColumn('controlNumber'), invoiceColumn('authorizationNumber')];
    const bytes = changed((text, name) =>
      name === invoicePart
        ? text
            .replace(control.header, '@')
            .replace(authorization.header, control.header)
            .replace('@', authorization.header)
        : text,
    );
    const read = template(bytes);
    expect(read.places.get('controlNumber')).toBe(authorization.index);
    expect(read.lines[0]?.text.controlNumber).toBe(template(filled).lines[0]?.text.authorizationNumber);
  });
});

describe('a workbook of somebody’s own', () => {
  const lines = () => sampleContents(profile).lines;
  const headers = columns.map(({ header }) => header.replaceAll('&', '&amp;'));

  function workbook(cells: (line: ReturnType<typeof lines>[number], row: number) => string, above = ''): Uint8Array {
    const first = above === '' ? 2 : 4;
    const rows = lines().map((line, index) => `<row r="${String(first + index)}">${cells(line, first + index)}</row>`);
    return zipped(smallestParts(worksheet(above + textRow(headers) + rows.join(''))));
  }

  const typed = (line: ReturnType<typeof lines>[number], row: number) =>
    columns
      .map(({ key, element }, index) => {
        const text = line[key];
        const address = `${columnLetters(index)}${String(row)}`;
        const date = element.format === 'date' ? parseCivilDate(text) : null;
        if (text === '') return '';
        if (date !== null) return `<c r="${address}" s="1"><v>${String(toExcelSerial(date, '1900'))}</v></c>`;
        if (element.format === 'money') return `<c r="${address}"><v>${String(Number(text))}</v></c>`;
        return `<c r="${address}" t="inlineStr"><is><t>${text.replaceAll('&', '&amp;')}</t></is></c>`;
      })
      .join('');

  test('is read by the guidance’s headers, numbers and days as their columns have them', () => {
    const read = list(workbook(typed));
    expect(read).toMatchObject({ sheet: 'List', missing: [], unknown: [] });
    expect(read.lines).toEqual(lines());
    expect(read.rows[0]).toBe(2);
    expect(read.places.get('memberCin')).toBe(20);
  });

  test('with a title above', () => {
    const read = list(workbook(typed, `${textRow(['October'])}${textRow(['Harbor Care'])}`));
    expect(read.lines).toEqual(lines());
    expect(read.rows[0]).toBe(4);
  });

  test('with rows left out: each line keeps its own', () => {
    const rows =
      textRow([headers[20] ?? '']) +
      '<row r="7"><c r="A7" t="str"><v>a</v></c></row><row r="90"><c t="str"><v>b</v></c></row>';
    const read = list(zipped(smallestParts(worksheet(rows))));
    expect(read.rows).toEqual([7, 90]);
  });

  test('with entries of our lists', () => {
    const [line] = lines();
    if (line === undefined) throw new Error('no line');
    const keys = ['procedureCode', 'placeOfService', 'diagnosisCode1'] as const;
    const texts = ['G9012 U2 · ECM', '12 · Home', 'Z59.00 · Homelessness'];
    const row = textRow(
      keys.map((key) => (columns.find((column) => column.key === key)?.header ?? '').replaceAll('&', '&amp;')),
    );
    const read = list(zipped(smallestParts(worksheet(row + textRow(texts)))));
    expect(read.lines[0]).toMatchObject({
      procedureCode: 'G9012',
      procedureCodeModifier1: 'U2',
      placeOfService: '12',
      diagnosisCode1: 'Z59.00',
    });
  });

  test('with one header twice', () => {
    const twice = zipped(
      smallestParts(worksheet(textRow([headers[20] ?? '', headers[20] ?? '']) + textRow(['a', 'b']))),
    );
    expect(readInvoiceFile(twice, profile)).toEqual({ kind: 'refused', reason: 'doubledHeader' });
  });

  test('without a header that we know', () => {
    const other = zipped(smallestParts(worksheet(textRow(['a', 'b']) + textRow(['1', '2']))));
    expect(readInvoiceFile(other, profile)).toEqual({ kind: 'refused', reason: 'noHeaders' });
  });
});

test('CSV: the same lines again, in UTF-8 and as Excel’s Unicode text', () => {
  const { lines } = sampleContents(profile);
  const csv = printCsv(lines);
  for (const bytes of [Buffer.from(csv), Buffer.from(`\ufeff${csv}`, 'utf16le')]) {
    const read = list(bytes);
    expect(read.lines).toEqual(lines);
    expect(read.places.get('billingProviderNpi')).toBe(0);
  }
});

test('the largest template that there is', async () => {
  const { setup, members, entries } = sampleContents(profile);
  const many = manyEntries(entries, 5_000);
  const read = template(await filledTemplateFile(profile, addIn, { setup, members, entries: many }, 5_000));
  expect(read.lines.map(({ entry }) => entry)).toEqual(many);
});
