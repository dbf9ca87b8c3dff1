import { columns, type ColumnKey, type LineText } from '../../guidance/columns.ts';
import { planFacts } from '../../plan/facts.ts';
import type { Area } from '../../workbook/area.ts';
import { cell } from '../../workbook/area.ts';
import { valueOf, type RawCell } from '../../workbook/cell-text.ts';
import { lineDeriver } from '../../workbook/derive-line.ts';
import { cellsFromEntry } from '../../workbook/entry-cells.ts';
import { billingKeys, memberKeys, membersArea, mostRows, setupCells, siteKeys } from '../../workbook/geometry.ts';
import { importedLines } from '../../workbook/imported-lines.ts';
import { headerRows, invoiceColumn, isEntryKey } from '../../workbook/invoice-columns.ts';
import type { CellConstant } from '../../workbook/layout.ts';
import type { LineEntry, Member, ProviderSetup, RenderingSite } from '../../workbook/model.ts';
import { memberCells, setupBlocks } from '../../workbook/setup-cells.ts';
import { invoicesIn, type ErrorReport, type ReportInvoice, type ReportLine } from './error-report.ts';

/** A line that comes back, on its row of the error workbook. */
export interface ReturnedLine {
  readonly source: ReportLine;
  readonly invoice: ReportInvoice;
  readonly entry: LineEntry;
  /** 0-based sheet row. */
  readonly row: number;
  /** What the workbook shows on the row: as it was sent, but for cells that fill themselves from elsewhere. */
  readonly shown: LineText;
}

/** The sheet on which a fault is mended. */
export type EnteredSheet = 'invoice' | 'members' | 'setup';

/** A cell that a person fills. */
export interface EntryPlace {
  readonly sheet: EnteredSheet;
  readonly area: Area;
}

/** What comes back, spread over the sheets of the template. */
export interface ReturnedContents {
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
  /** Places of members by their CIN in lower case, as look-ups find them. */
  readonly memberPlaces: ReadonlyMap<string, number>;
  readonly lines: readonly ReturnedLine[];
  /** Prepared rows of the workbook. */
  readonly rows: number;
}

/**
 * Spreads the lines of the returned invoices over Setup, Members and Invoice. Providers, sites and members are as most
 * of *all* lines have them, the accepted ones too: what one line says otherwise is a fault of that line.
 */
export function returnedContents(report: ErrorReport): ReturnedContents {
  const { profile } = report;
  const offered = planFacts(profile).services;
  const imported = importedLines(
    report.lines.map(({ text }) => text),
    offered,
    profile.extraModifiers,
  );
  const returned = invoicesIn(report, 'returned')
    .flatMap((invoice) => invoice.lines.map((index) => ({ invoice, index })))
    .sort((one, other) => one.index - other.index)
    .flatMap(({ invoice, index }) => {
      const [source, entry] = [report.lines[index], imported.entries[index]];
      return source === undefined || entry === undefined ? [] : [{ source, entry, invoice }];
    });
  const texts = returned.map(({ source }) => source.text);
  const members = [...rosterOf(imported.members, texts), ...withoutNumber(texts)];
  const sites = sitesOf(imported.sites, texts);
  const setup: ProviderSetup = { ...report.setup, billing: imported.billing, sites, invoiceDate: '' };
  const shown = lineDeriver({ profile, offered, setup, members }).lines(returned.map(({ entry }) => entry));
  return {
    setup,
    members,
    memberPlaces: new Map(
      members
        .map(({ memberCin }, index) => [sameCase(memberCin), index] as const)
        .filter(([cin]) => cin !== '')
        .reverse(),
    ),
    rows: Math.min(mostRows, Math.max(profile.rows, returned.length, members.length)),
    lines: returned.map((line, index) => ({
      ...line,
      row: headerRows + index,
      shown: shown[index] ?? line.source.text,
    })),
  };
}

const sameCase = (text: string) => text.toLowerCase();

function rosterOf(members: readonly Member[], texts: readonly LineText[]): readonly Member[] {
  const wanted = new Set(texts.map(({ memberCin }) => sameCase(memberCin)));
  return members.filter(({ memberCin }) => wanted.has(sameCase(memberCin)));
}

/** Members of lines without a CIN: on Members they wait for it, or what the lines say of them would be lost. */
function withoutNumber(texts: readonly LineText[]): readonly Member[] {
  const found = new Map<string, Member>();
  for (const text of texts) {
    if (text.memberCin !== '') continue;
    const member = Object.fromEntries(memberKeys.map((key) => [key, text[key]])) as Member;
    if (Object.values(member).some((value) => value !== '')) found.set(JSON.stringify(member), member);
  }
  return [...found.values()];
}

/** The sites that returned lines name; Setup has room for fifty, and names beyond them stay on their lines. */
function sitesOf(sites: readonly RenderingSite[], texts: readonly LineText[]): readonly RenderingSite[] {
  const wanted = new Set(texts.map(({ renderingProviderName }) => sameCase(renderingProviderName)));
  const used = sites.filter(({ renderingProviderName }) => wanted.has(sameCase(renderingProviderName)));
  return used.slice(0, setupCells.sites.rows);
}

/** What a cell of a returned line holds or works out, as the workbook holds it. */
export function shownCell(line: ReturnedLine, key: ColumnKey): CellConstant {
  const entered = isEntryKey(key) ? cellsFromEntry(line.entry, '1900')[key] : null;
  const { format } = invoiceElement(key);
  const value = entered ?? valueOf(line.shown[key], format, '1900');
  return typeof value === 'boolean' ? String(value) : value;
}

function invoiceElement(key: ColumnKey) {
  const column = invoiceColumn(key);
  if (column.kind !== 'entry' && column.kind !== 'derived') throw new RangeError('No column of the guidance');
  return column.column.element;
}

/** Results of a returned line's formulas, by 0-based column: what is seen where nobody calculates. */
export function resultsOf(line: ReturnedLine): ReadonlyMap<number, CellConstant> {
  return new Map(columns.map(({ key }) => [invoiceColumn(key).index, shownCell(line, key)]));
}

/** Where a person mends a cell of a returned line: the cell itself, or the one that it fills itself from. */
export function entryPlace(line: ReturnedLine, key: ColumnKey, contents: ReturnedContents): EntryPlace {
  const onInvoice = (own: ColumnKey): EntryPlace => ({
    sheet: 'invoice',
    area: cell(line.row, invoiceColumn(own).index),
  });
  if (isEntryKey(key)) return onInvoice(key);
  const billing = placeIn(billingKeys, key);
  if (billing >= 0) return { sheet: 'setup', area: cell(setupCells.billing.row + billing, setupCells.billing.column) };
  const site = placeIn(siteKeys, key);
  if (site >= 0) {
    const name = sameCase(line.shown.renderingProviderName);
    const index = contents.setup.sites.findIndex(
      ({ renderingProviderName }) => sameCase(renderingProviderName) === name,
    );
    return index < 0
      ? onInvoice('renderingProviderName')
      : { sheet: 'setup', area: cell(setupCells.sites.row + index, setupCells.sites.column + site) };
  }
  const member = placeIn(memberKeys, key);
  if (member >= 0) {
    const cin = sameCase(line.entry.memberCin);
    const index = contents.memberPlaces.get(cin) ?? -1;
    return index < 0
      ? onInvoice('memberCin')
      : { sheet: 'members', area: cell(membersArea(contents.rows).row + index, member) };
  }
  switch (key) {
    case 'procedureCodeModifier1':
    case 'procedureCodeModifier2':
    case 'serviceName':
      return onInvoice('procedureCode');
    case 'serviceChargeAmount':
    case 'invoiceAmount':
      return onInvoice('serviceUnitCount');
    default:
      return onInvoice(key);
  }
}

/** What Setup or Members hold at a place. */
export function enteredCell({ sheet, area }: EntryPlace, contents: ReturnedContents): CellConstant {
  const value = sheet === 'members' ? memberCell(area, contents) : setupCell(area, contents);
  return typeof value === 'boolean' ? String(value) : (value ?? '');
}

function memberCell({ row, column }: Area, { members, rows }: ReturnedContents): RawCell | undefined {
  const member = members[row - membersArea(rows).row];
  return member === undefined ? undefined : memberCells([member], '1900')[0]?.[column];
}

function setupCell({ row, column }: Area, { setup }: ReturnedContents): RawCell | undefined {
  for (const { area, cells } of setupBlocks(setup, '1900')) {
    const found = cells[row - area.row]?.[column - area.column];
    if (found !== undefined) return found;
  }
  return undefined;
}

function placeIn(keys: readonly ColumnKey[], key: ColumnKey): number {
  return keys.indexOf(key);
}
