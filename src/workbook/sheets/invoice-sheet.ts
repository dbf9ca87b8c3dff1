import type { PlanProfile } from '../../plan/profile.ts';
import { cellAddress, type Area } from '../area.ts';
import { listNames } from '../defined-names.ts';
import { linesArea } from '../geometry.ts';
import {
  columnRuns,
  headerRows,
  invoiceColumn,
  invoiceColumns,
  isProviderBlock,
  type InvoiceColumn,
} from '../invoice-columns.ts';
import { formulaOf, markFlags } from '../invoice-formulas.ts';
import { plainRegion, type ConditionalFormat, type Region, type SheetLayout, type Validation } from '../layout.ts';
import { numberFormatOf, wellFormed } from '../native-checks.ts';
import { alignmentOf, checkedColors, malformedColors, sheetProtection, templateStyle } from './style.ts';
import { elementValidation, requirementOf } from './words.ts';

/** 1-based row of the first line. */
const firstLine = headerRows + 1;

/** The Invoice sheet: one row per service line, columns in the guidance's order and words (columns.md). */
export function invoiceSheet(profile: PlanProfile, name: string, rows: number): SheetLayout {
  const whole: Area = { row: 0, column: 0, rows: headerRows + rows, columns: invoiceColumns.length };
  return {
    role: 'invoice',
    name,
    visibility: 'visible',
    tabColor: profile.brand.color,
    gridlines: true,
    columns: invoiceColumns.map((column) => ({ width: widthOf(column), hidden: isHidden(column, profile) })),
    rowHeights: [{ row: 0, rows: 1, height: 64 }],
    regions: [...headers(profile), ...entries(profile, rows), ...formulas(profile, rows), ...hiddenCells(rows)],
    conditionalFormats: [checkedErrors(rows), ...malformedCells(profile, rows)],
    freeze: { rows: headerRows, columns: invoiceColumn('memberLastName').index + 1 },
    protection: sheetProtection,
    autoFilter: { ...whole, row: headerRows - 1, rows: rows + 1 },
    image: null,
  };
}

function headers(profile: PlanProfile): readonly Region[] {
  const style = templateStyle(profile);
  const row = (index: number, texts: readonly string[]): Region => ({
    ...plainRegion,
    area: { row: index, column: 0, rows: 1, columns: texts.length },
    contents: { kind: 'values', values: [texts] },
    style: index === 0 ? style.header : style.subheader,
  });
  return [
    row(
      0,
      invoiceColumns.map((column) => column.header),
    ),
    row(
      1,
      invoiceColumns.map((column) =>
        column.kind === 'entry' || column.kind === 'derived' ? requirementOf(column.column.element) : '',
      ),
    ),
  ];
}

/** The cells that a person fills: unlocked, formatted before anything is written into them. */
function entries(profile: PlanProfile, rows: number): readonly Region[] {
  return invoiceColumns.flatMap((column): readonly Region[] => {
    if (column.kind !== 'entry') return [];
    return [
      {
        ...plainRegion,
        area: linesArea(rows, column.index),
        // A default formula in a text cell would be text: the site's name is the one such column.
        numberFormat: column.key === 'renderingProviderName' ? null : numberFormatOf(column.column.element),
        locked: false,
        style: { ...templateStyle(profile).entry, ...alignmentOf(column.column.element) },
        validation: validationOf(column, profile),
      },
    ];
  });
}

/** Derived cells and default formulas. Their results are text, so that no text format is needed, which formulas bear ill. */
function formulas(profile: PlanProfile, rows: number): readonly Region[] {
  const withFormula = (column: InvoiceColumn) => formulaOf(column, firstLine, rows) !== null;
  const derived = columnRuns((column) => withFormula(column) && column.kind !== 'entry').map((run): Region => ({
    ...plainRegion,
    area: linesArea(rows, run.first, run.count),
    contents: contentsOf(run, rows),
    style: templateStyle(profile).derived,
  }));
  const defaults = columnRuns((column) => withFormula(column) && column.kind === 'entry').map((run): Region => ({
    ...plainRegion,
    area: linesArea(rows, run.first, run.count),
    contents: contentsOf(run, rows),
    locked: false,
  }));
  const formats = invoiceColumns.flatMap((column): readonly Region[] => {
    if (column.kind !== 'derived') return [];
    const format = numberFormatOf(column.column.element);
    return format === null || format === '@'
      ? []
      : [
          {
            ...plainRegion,
            area: linesArea(rows, column.index),
            numberFormat: format,
            style: alignmentOf(column.column.element),
          },
        ];
  });
  return [...derived, ...defaults, ...formats];
}

function contentsOf(run: { readonly first: number; readonly count: number }, rows: number): Region['contents'] {
  const columns = invoiceColumns.slice(run.first, run.first + run.count);
  return {
    kind: 'formulas',
    firstRow: columns.map((column) => formulaOf(column, firstLine, rows) ?? ''),
    results: columns.map(({ kind }) => (kind === 'helper' ? 0 : '')),
  };
}

/** Mark and row key: text that the pane writes, so unlocked, and hidden. */
function hiddenCells(rows: number): readonly Region[] {
  return (['mark', 'rowKey'] as const).map((key) => ({
    ...plainRegion,
    area: linesArea(rows, invoiceColumn(key).index),
    numberFormat: '@',
    locked: false,
  }));
}

function validationOf(column: InvoiceColumn & { kind: 'entry' }, profile: PlanProfile): Validation {
  const { element } = column.column;
  const list = (source: string, strength: Validation['strength']) =>
    elementValidation(element, column.header, { kind: 'list', source: `=${source}` }, strength);
  switch (column.key) {
    case 'renderingProviderName':
      return list(listNames.sites, 'stop');
    case 'memberCin':
      return list(listNames.members, 'warning');
    case 'procedureCode':
      return list(listNames.services, 'warning');
    case 'placeOfService':
      return list(listNames.placesOfService, 'stop');
    default:
      if (element.format === 'diagnosisCode') return list(listNames.diagnoses, 'silent');
      return elementValidation(
        element,
        column.header,
        { kind: 'custom', formula: `=${wellFormed(element, lineCell(column), checkOptions(profile))}` },
        'stop',
      );
  }
}

const lineCell = (column: InvoiceColumn) => cellAddress(headerRows, column.index);

function checkOptions(profile: PlanProfile): Parameters<typeof wellFormed>[2] {
  return { serviceRow: `$${lineCell(invoiceColumn('service'))}`, fractionalUnits: profile.fractionalUnits };
}

/** One format over the block: amber where the mark of the last check flags the cell. */
function checkedErrors(rows: number): ConditionalFormat {
  const mark = invoiceColumn('mark');
  return {
    area: linesArea(rows, 0, markFlags),
    formula: `=MID($${lineCell(mark)},COLUMN(),1)="e"`,
    ...checkedColors,
  };
}

/** Native red: a required cell that is blank on a row in use, or a cell that is malformed. */
function malformedCells(profile: PlanProfile, rows: number): readonly ConditionalFormat[] {
  const used = `$${lineCell(invoiceColumn('used'))}`;
  const homeless = `$${lineCell(invoiceColumn('memberHomelessnessIndicator'))}`;
  return invoiceColumns.flatMap((column): readonly ConditionalFormat[] => {
    if (column.kind !== 'entry' && column.kind !== 'derived') return [];
    const { element, occurrence } = column.column;
    const target = `$${lineCell(column)}`;
    const missing = missingWhen(column, used, homeless, element.required && occurrence === 1);
    const formula = `=IF(${target}&""="",${missing},NOT(IFERROR(${wellFormed(element, target, checkOptions(profile))},FALSE)))`;
    return [{ area: linesArea(rows, column.index), formula, ...malformedColors }];
  });
}

/** Footnotes 18, 20 and 21: the indicator may be blank, and with it set so may city and ZIP. */
function missingWhen(
  column: InvoiceColumn & { kind: 'entry' | 'derived' },
  used: string,
  homeless: string,
  required: boolean,
): string {
  if (column.key === 'procedureCodeModifier1' || column.key === 'diagnosisCode1') return `${used}=1`;
  if (!required || column.key === 'memberHomelessnessIndicator') return 'FALSE';
  if (column.key === 'memberCity' || column.key === 'memberZip') return `AND(${used}=1,${homeless}<>"1")`;
  return `${used}=1`;
}

function isHidden(column: InvoiceColumn, profile: PlanProfile): boolean {
  if (column.kind === 'mark' || column.kind === 'rowKey' || column.kind === 'helper') return true;
  return profile.hideProviderBlock && isProviderBlock(column);
}

function widthOf(column: InvoiceColumn): number {
  switch (column.kind) {
    case 'check':
      return 44;
    case 'mark':
    case 'rowKey':
    case 'helper':
      return 10;
    default:
      break;
  }
  switch (column.key) {
    case 'procedureCode':
    case 'serviceName':
    case 'placeOfService':
      return 34;
    case 'renderingProviderName':
      return 26;
    case 'serviceUnitCount':
      return 12;
    default:
      return column.column.element.format === 'modifier' ? 10 : 16;
  }
}
