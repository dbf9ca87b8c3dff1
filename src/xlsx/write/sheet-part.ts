import { absoluteReference, areaAddress, cellAddress, sheetReference } from '../../workbook/area.ts';
import type { SheetProtection } from '../../workbook/layout.ts';
import { rowBlockXml, SharedFormulas } from './row-block.ts';
import { conditionalFormatsXml, validationsXml } from './rules-xml.ts';
import type { Styles } from './styles.ts';
import type { CellLink, PrintSetup, SheetFile } from './workbook-file.ts';
import { attributeText, namespaces, spreadsheetText, xmlHead } from './xml.ts';

/** Relationships of a sheet, in their order: the first is `rId1`. */
export function sheetRelationships({
  image,
  notes,
}: Pick<SheetFile, 'image' | 'notes'>): readonly ('drawing' | 'noteDrawing' | 'notes')[] {
  return [
    ...(image === null ? [] : (['drawing'] as const)),
    ...(notes.length === 0 ? [] : (['noteDrawing', 'notes'] as const)),
  ];
}

/** Rows of a worksheet (Excel specifications and limits). */
const sheetRows = 1_048_576;

/**
 * The XML of a worksheet, in parts, elements in the order of CT_Worksheet (ECMA-376 part 1, 18.3.1.99): Excel repairs
 * a file that has another.
 */
export function* sheetPart(sheet: SheetFile, styles: Styles, isActive: boolean): Generator<string> {
  yield [
    xmlHead,
    `<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">`,
    propertiesXml(sheet),
    viewXml(sheet, isActive),
    '<sheetFormatPr defaultRowHeight="15"/>',
    columnsXml(sheet.columns),
    '<sheetData>',
  ].join('');
  const shared = new SharedFormulas();
  for (const block of sheet.rows) yield* rowBlockXml(block, styles, shared);
  yield [
    '</sheetData>',
    sheet.protection === null ? '' : protectionXml(sheet.protection),
    sheet.autoFilter === null ? '' : `<autoFilter ref="${areaAddress(sheet.autoFilter)}"/>`,
    conditionalFormatsXml(sheet.conditionalFormats, styles),
    validationsXml(sheet.validations),
    linksXml(sheet.links),
    sheet.print === null ? '' : printXml(sheet.print),
    ...sheetRelationships(sheet).flatMap((kind, index) => {
      const element = kind === 'drawing' ? 'drawing' : kind === 'noteDrawing' ? 'legacyDrawing' : null;
      return element === null ? [] : [`<${element} r:id="rId${String(index + 1)}"/>`];
    }),
    '</worksheet>',
  ].join('');
}

function propertiesXml({ tabColor, print }: SheetFile): string {
  const parts = [
    tabColor === null ? '' : `<tabColor rgb="FF${tabColor.slice(1).toUpperCase()}"/>`,
    print?.scale === 'onePageWide' ? '<pageSetUpPr fitToPage="1"/>' : '',
  ].join('');
  return parts === '' ? '' : `<sheetPr>${parts}</sheetPr>`;
}

function viewXml({ gridlines, freeze }: SheetFile, isActive: boolean): string {
  const head = `<sheetView${gridlines ? '' : ' showGridLines="0"'}${isActive ? ' tabSelected="1"' : ''} workbookViewId="0"`;
  if (freeze === null) return `<sheetViews>${head}/></sheetViews>`;
  const { rows, columns } = freeze;
  const pane = columns === 0 ? 'bottomLeft' : 'bottomRight';
  const first = cellAddress(rows, columns);
  const split = `${columns === 0 ? '' : ` xSplit="${String(columns)}"`} ySplit="${String(rows)}"`;
  const frozen = `<pane${split} topLeftCell="${first}" activePane="${pane}" state="frozen"/>`;
  const selected = `<selection pane="${pane}" activeCell="${first}" sqref="${first}"/>`;
  return `<sheetViews>${head}>${frozen}${selected}</sheetView></sheetViews>`;
}

/**
 * Width as the file has it for a column that is `characters` wide in the default font (ECMA-376 part 1, 18.3.1.13): 7
 * pixels a digit and 5 of padding, in 256ths.
 */
function fileWidth(characters: number): string {
  return String(Math.trunc(((Math.trunc(characters * 7) + 5) / 7) * 256) / 256);
}

function columnsXml(columns: SheetFile['columns']): string {
  const elements: string[] = [];
  let first = 0;
  columns.forEach(({ width, hidden }, index) => {
    const next = columns[index + 1];
    if (next?.width === width && next.hidden === hidden) return;
    const place = `min="${String(first + 1)}" max="${String(index + 1)}"`;
    elements.push(`<col ${place} width="${fileWidth(width)}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`);
    first = index + 1;
  });
  return elements.length === 0 ? '' : `<cols>${elements.join('')}</cols>`;
}

/** An attribute of `0` allows, except for the first three, which are what is protected. */
function protectionXml({ allowFormatColumns, allowAutoFilter }: SheetProtection): string {
  const allowed = [allowFormatColumns ? ' formatColumns="0"' : '', allowAutoFilter ? ' autoFilter="0"' : ''].join('');
  return `<sheetProtection sheet="1" objects="1" scenarios="1"${allowed}/>`;
}

function linksXml(links: readonly CellLink[]): string {
  if (links.length === 0) return '';
  const elements = links.map(({ area, sheet, target, tooltip }) => {
    const location = `${sheetReference(sheet)}!${areaAddress(target)}`;
    return `<hyperlink ref="${areaAddress(area)}" location="${attributeText(location)}" tooltip="${attributeText(tooltip)}"/>`;
  });
  return `<hyperlinks>${elements.join('')}</hyperlinks>`;
}

function printXml({ orientation, scale, pagesBegin, footer }: PrintSetup): string {
  const size =
    scale === 'onePageWide'
      ? `orientation="${orientation}" fitToHeight="0"`
      : `scale="${String(scale)}" orientation="${orientation}"`;
  const breaks = pagesBegin.map((column) => `<brk id="${String(column)}" max="${String(sheetRows - 1)}" man="1"/>`);
  const count = String(breaks.length);
  // Inches. Tables take the width that they can get, running text has a margin.
  const side = orientation === 'landscape' ? '0.25' : '0.7';
  return [
    `<pageMargins left="${side}" right="${side}" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>`,
    `<pageSetup paperSize="1" ${size}/>`,
    `<headerFooter><oddFooter>${spreadsheetText(footer)}</oddFooter></headerFooter>`,
    breaks.length === 0 ? '' : `<colBreaks count="${count}" manualBreakCount="${count}">${breaks.join('')}</colBreaks>`,
  ].join('');
}

/** Names of a sheet that Excel itself reads: what is repeated and printed, and where the filter stands. */
export function builtInNames(sheet: SheetFile): readonly { readonly name: string; readonly value: string }[] {
  const own = sheetReference(sheet.name);
  const { autoFilter, print } = sheet;
  const names =
    autoFilter === null ? [] : [{ name: '_xlnm._FilterDatabase', value: `${own}!${absoluteReference(autoFilter)}` }];
  if (print === null) return names;
  const columns = (first: number, last: number) => {
    const area = absoluteReference({ row: 0, column: first, rows: 1, columns: last - first + 1 });
    const [from = '', to = from] = area.replaceAll(/\$\d+/g, '').split(':');
    return `${own}!${from}:${to}`;
  };
  const titles = [
    ...(print.titleColumn === null ? [] : [columns(print.titleColumn, print.titleColumn)]),
    ...(print.titleRows === 0 ? [] : [`${own}!$1:$${String(print.titleRows)}`]),
  ];
  return [
    ...names,
    ...(print.columns === null ? [] : [{ name: '_xlnm.Print_Area', value: columns(0, print.columns - 1) }]),
    ...(titles.length === 0 ? [] : [{ name: '_xlnm.Print_Titles', value: titles.join(',') }]),
  ];
}
