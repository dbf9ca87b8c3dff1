import { columnOf, type ColumnKey } from '../guidance/columns.ts';
import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import type { Area } from './area.ts';
import { textOf, valueOf, type RawCell } from './cell-text.ts';
import { billingKeys, memberKeys, setupArea, setupCells, siteKeys } from './geometry.ts';
import { purposeLabels, yesNo } from './lists.ts';
import type { Member, ProviderSetup, Purpose, RenderingSite } from './model.ts';

/** Rows of cells as Excel gives them. */
export type CellMatrix = readonly (readonly RawCell[])[];

/** A rectangle of cells to write. */
export interface CellBlock {
  readonly area: Area;
  readonly cells: CellMatrix;
}

function record<K extends ColumnKey>(
  keys: readonly K[],
  cells: readonly RawCell[],
  dates: ExcelDateSystem,
): Record<K, string> {
  return Object.fromEntries(
    keys.map((key, index) => [key, textOf(cells[index] ?? '', columnOf(key).element.format, dates)]),
  ) as Record<K, string>;
}

function rowOf<K extends ColumnKey>(
  keys: readonly K[],
  texts: Readonly<Record<K, string>>,
  dates: ExcelDateSystem,
): readonly RawCell[] {
  return keys.map((key) => valueOf(texts[key], columnOf(key).element.format, dates));
}

const isBlank = (cells: readonly RawCell[]) => cells.every((cell) => cell === '');

/** A member with nothing entered. */
export const blankMember: Member = Object.freeze(Object.fromEntries(memberKeys.map((key) => [key, '']))) as Member;

/** Reads the Setup sheet. @param matrix the values of `setupArea` */
export function setupFromCells(matrix: CellMatrix, dates: ExcelDateSystem): ProviderSetup {
  const at = (area: Area): RawCell => matrix[area.row - setupArea.row]?.[area.column - setupArea.column] ?? '';
  const billing = billingKeys.map((_, offset) =>
    at({ ...setupCells.billing, row: setupCells.billing.row + offset, rows: 1 }),
  );
  const sites = matrix
    .slice(setupCells.sites.row - setupArea.row)
    .filter((row) => !isBlank(row))
    .map((row): RenderingSite => record(siteKeys, row, dates));
  const purpose = Object.entries(purposeLabels).find(([, label]) => label === at(setupCells.purpose));
  return {
    billing: record(billingKeys, billing, dates),
    sites,
    invoiceDate: textOf(at(setupCells.invoiceDate), 'date', dates),
    attested: at(setupCells.attestation) === yesNo[0],
    purpose: (purpose?.[0] ?? 'new') as Purpose,
    concerns: String(at(setupCells.concerns))
      .split(/[\s,;]+/)
      .filter((number) => number !== ''),
  };
}

/** The blocks that write a setup. @throws RangeError where there are more sites than Setup has room for */
export function setupBlocks(setup: ProviderSetup, dates: ExcelDateSystem): readonly CellBlock[] {
  if (setup.sites.length > setupCells.sites.rows) throw new RangeError('Too many sites');
  const blank = siteKeys.map(() => '');
  return [
    {
      area: setupCells.billing,
      cells: rowOf(billingKeys, setup.billing, dates).map((cell) => [cell]),
    },
    { area: setupCells.attestation, cells: [[setup.attested ? yesNo[0] : yesNo[1]]] },
    { area: setupCells.invoiceDate, cells: [[valueOf(setup.invoiceDate, 'date', dates)]] },
    { area: setupCells.purpose, cells: [[purposeLabels[setup.purpose]]] },
    { area: setupCells.concerns, cells: [[setup.concerns.join(' ')]] },
    {
      area: setupCells.sites,
      cells: Array.from({ length: setupCells.sites.rows }, (_, index) => {
        const site = setup.sites[index];
        return site === undefined ? blank : rowOf(siteKeys, site, dates);
      }),
    },
  ];
}

/** Reads a row of the Members sheet; null where it is blank. */
export function memberFromCells(cells: readonly RawCell[], dates: ExcelDateSystem): Member | null {
  return isBlank(cells) ? null : record(memberKeys, cells, dates);
}

/** Reads the Members sheet: the rows in use. @param matrix the values of `membersArea` */
export function membersFromCells(matrix: CellMatrix, dates: ExcelDateSystem): readonly Member[] {
  return matrix.flatMap((cells) => memberFromCells(cells, dates) ?? []);
}

/** The roster with members added, or put in place of those with the same CIN. A member without a CIN is kept apart. */
export function mergedMembers(roster: readonly Member[], members: readonly Member[]): readonly Member[] {
  const merged = new Map<string | symbol, Member>();
  for (const member of [...roster, ...members]) {
    merged.set(member.memberCin === '' ? Symbol('no CIN') : member.memberCin.toUpperCase(), member);
  }
  return [...merged.values()];
}

/** The cells of a roster, one row each. */
export function memberCells(members: readonly Member[], dates: ExcelDateSystem): CellMatrix {
  return members.map((member) => rowOf(memberKeys, member, dates));
}
