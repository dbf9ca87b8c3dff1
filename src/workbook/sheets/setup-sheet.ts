import { columnOf, type ColumnKey } from '../../guidance/columns.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { cellAddress, type Area } from '../area.ts';
import { listNames } from '../defined-names.ts';
import { billingKeys, setupCells, siteKeys } from '../geometry.ts';
import type { SheetNames } from '../layout.ts';
import { plainRegion, type ConditionalFormat, type Region, type SheetLayout, type Validation } from '../layout.ts';
import { purposeLabels } from '../lists.ts';
import { numberFormatOf, wellFormed } from '../native-checks.ts';
import {
  alignmentOf,
  malformedColors,
  sheetProtection,
  templateStyle,
  titleHeight,
  wrappedHeight,
  type TemplateStyle,
} from './style.ts';
import { elementValidation } from './words.ts';

const noService = { serviceRow: null, fractionalUnits: false } as const;

/** The Setup sheet: what is entered once for all invoices (guidance, section 2(2): shared provider information). */
export function setupSheet(profile: PlanProfile, names: SheetNames): SheetLayout {
  const style = templateStyle(profile);
  const regions = [...titles(style), ...billing(style), ...answers(style), ...sites(style)];
  return {
    role: 'setup',
    name: names.setup,
    visibility: 'visible',
    tabColor: profile.brand.color,
    gridlines: false,
    columns: widths.map((width) => ({ width, hidden: false })),
    rowHeights: [
      { row: 0, rows: 1, height: titleHeight },
      ...regions.flatMap(helpHeight),
      { row: setupCells.sites.row - 1, rows: 1, height: 48 },
    ],
    regions,
    conditionalFormats: [...malformedBilling(), ...malformedSites()],
    freeze: null,
    protection: sheetProtection,
    autoFilter: null,
    image: null,
  };
}

/** Characters: labels are the guidance's words and long; answers and help stand beside them. */
const widths = [44, 32, 62, 20, 20, 18, 26, 18, 10, 14] as const;

/** The height of a row by the help that stands on it. */
function helpHeight({ area, contents }: Region): SheetLayout['rowHeights'] {
  if (area.column !== 2 || contents.kind !== 'values') return [];
  return [{ row: area.row, rows: 1, height: wrappedHeight(String(contents.values[0]?.[0]), widths[2]) }];
}

function text(row: number, column: number, value: string, style: Region['style']): Region {
  return {
    ...plainRegion,
    area: { row, column, rows: 1, columns: 1 },
    contents: { kind: 'values', values: [[value]] },
    style,
  };
}

function titles(style: TemplateStyle): readonly Region[] {
  return [
    text(0, 0, 'Set up your organization', style.title),
    text(1, 0, 'Enter this once. Every line on the Invoice sheet takes it from here.', null),
    text(3, 0, 'Billing provider', style.label),
    text(15, 0, 'This workbook', style.label),
    text(21, 0, 'Sites that give the services (rendering providers). The first one is the default.', { bold: true }),
  ];
}

/** Sheets without gridlines show where to write by a line around the cell. */
const templateEntry = { border: '#8a8a8a', vertical: 'center' } as const;

function entry(area: Area, numberFormat: string | null, validation: Validation | null): Region {
  return { ...plainRegion, area, numberFormat, locked: false, validation, style: templateEntry };
}

function validationFor(key: ColumnKey, area: Area): Validation {
  const { element, header } = columnOf(key);
  if (element.format === 'state') {
    return elementValidation(element, header, { kind: 'list', source: `=${listNames.states}` }, 'stop');
  }
  const formula = `=${wellFormed(element, cellAddress(area.row, area.column), noService)}`;
  return elementValidation(element, header, { kind: 'custom', formula }, 'stop');
}

function billing(style: TemplateStyle): readonly Region[] {
  return billingKeys.flatMap((key, offset): readonly Region[] => {
    const { element, header } = columnOf(key);
    const row = setupCells.billing.row + offset;
    const area = { ...setupCells.billing, row, rows: 1 };
    return [
      text(row, 0, element.required ? header : `${header} (optional)`, style.subheader),
      text(row, 2, element.help, style.help),
      entry(area, numberFormatOf(element), validationFor(key, area)),
    ];
  });
}

function listAnswer(area: Area, source: string, title: string, message: string): Region {
  return entry(area, '@', {
    rule: { kind: 'list', source: `=${source}` },
    strength: 'stop',
    prompt: { title, message },
    error: { title: 'Please check this entry', message: 'Choose an entry of the list.' },
  });
}

function answers(style: TemplateStyle): readonly Region[] {
  const invoiceDate = columnOf('invoiceDate');
  const { attestation, purpose, concerns } = setupCells;
  const label = (row: number, words: string, help: string): readonly Region[] => [
    text(row, 0, words, style.subheader),
    text(row, 2, help, style.help),
  ];
  return [
    ...label(
      attestation.row,
      'We cannot send 837 claims',
      'Yes, where your organization has no system that can produce or receive 837 claims and does not bill other payers by 837. The invoice is for such providers (guidance, section 2(1)).',
    ),
    listAnswer(attestation, listNames.yesNo, 'We cannot send 837 claims', 'Choose Yes or No.'),
    ...label(setupCells.invoiceDate.row, 'Invoice date for new lines', invoiceDate.element.help),
    {
      ...entry(
        setupCells.invoiceDate,
        numberFormatOf(invoiceDate.element),
        validationFor('invoiceDate', setupCells.invoiceDate),
      ),
      style: { ...templateEntry, ...alignmentOf(invoiceDate.element) },
    },
    ...label(
      purpose.row,
      'This workbook sends',
      'New invoices, unless the plan accepted an invoice before and you correct or withdraw it.',
    ),
    {
      ...listAnswer(purpose, listNames.purposes, 'This workbook sends', 'Choose an entry of the list.'),
      contents: { kind: 'values', values: [[purposeLabels.new]] },
    },
    ...label(
      concerns.row,
      'Invoice numbers replaced or voided',
      'Only for replacements and voids: the invoice numbers, with a space between them.',
    ),
    entry(concerns, '@', null),
  ];
}

function sites(style: TemplateStyle): readonly Region[] {
  const { sites: area } = setupCells;
  const header: Region = {
    ...plainRegion,
    area: { ...area, row: area.row - 1, rows: 1 },
    contents: { kind: 'values', values: [siteKeys.map((key) => columnOf(key).header)] },
    style: style.header,
  };
  const columns = siteKeys.map((key, offset): Region => {
    const column = { ...area, column: area.column + offset, columns: 1 };
    return entry(column, numberFormatOf(columnOf(key).element), validationFor(key, column));
  });
  return [header, ...columns];
}

function malformed(key: ColumnKey, area: Area, missing: string): ConditionalFormat {
  const target = cellAddress(area.row, area.column);
  const check = wellFormed(columnOf(key).element, target, noService);
  return { area, formula: `=IF(${target}&""="",${missing},NOT(IFERROR(${check},FALSE)))`, ...malformedColors };
}

function malformedBilling(): readonly ConditionalFormat[] {
  return billingKeys.map((key, offset) =>
    malformed(
      key,
      { ...setupCells.billing, row: setupCells.billing.row + offset, rows: 1 },
      columnOf(key).element.required ? 'TRUE' : 'FALSE',
    ),
  );
}

function malformedSites(): readonly ConditionalFormat[] {
  const { sites: area } = setupCells;
  const name = `$${cellAddress(area.row, area.column)}`;
  return siteKeys.map((key, offset) =>
    malformed(
      key,
      { ...area, column: area.column + offset, columns: 1 },
      columnOf(key).element.required ? `${name}<>""` : 'FALSE',
    ),
  );
}
