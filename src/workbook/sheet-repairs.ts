import { cellRepair } from '../guidance/cell-repairs.ts';
import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import { diagnosisKeys, modifierKeys, type ColumnKey } from '../guidance/columns.ts';
import type { Finding } from '../guidance/finding.ts';
import type { PlanFacts } from '../guidance/plan-facts.ts';
import { applyRepairs, repairsAt, type Repair, type RepairCode } from '../guidance/repairs.ts';
import { requestedRepairCodes } from '../guidance/repair.ts';
import { cellName, changedIn, type CellsChange, type ChangedCell, type FilledCell } from './filled-cell.ts';
import { billingKeys, memberKeys, siteKeys } from './geometry.ts';
import { entryOf } from './imported-lines.ts';
import { isEntryKey } from './invoice-columns.ts';
import type { EntryKey, Member, ProviderSetup, WorkbookLine } from './model.ts';
import type { SlicedWork } from './slices.ts';

/** A repair that is offered, as the cells that it changes on the sheets. */
export interface SheetRepair extends CellsChange {
  readonly code: RepairCode;
  /** The cell at which it is offered: the one that is not right. */
  readonly at: FilledCell;
}

/** What was read, and what rules found in it. */
export interface RepairGround {
  readonly dates: ExcelDateSystem;
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
  readonly lines: readonly WorkbookLine[];
  readonly findings: readonly Finding[];
  readonly facts: Pick<PlanFacts, 'services' | 'extraModifiers'>;
}

const requestedCodes = new Set<RepairCode>(requestedRepairCodes);

/** Findings between two chances to wait. */
const stride = 50;

/**
 * Every repair that is offered, each where its cell is filled: on Setup, on Members, on the lines. What a line takes
 * from Setup or Members is repaired there, once.
 */
export function* offeredRepairs(ground: RepairGround): SlicedWork<readonly SheetRepair[]> {
  const offered = [...setupRepairs(ground), ...(yield* memberRepairs(ground))];
  const asked = new Set<string>();
  for (const [place, finding] of ground.findings.entries()) {
    if (place % stride === stride - 1) yield;
    const cell = `${String(finding.line)} ${finding.column}`;
    if (asked.has(cell)) continue;
    asked.add(cell);
    const line = ground.lines[finding.line];
    if (line !== undefined) offered.push(...repairsOnLine(line, finding, ground));
  }
  return offered;
}

function ofCell(at: FilledCell, before: string, dates: ExcelDateSystem): readonly SheetRepair[] {
  const repair = cellRepair(at.column, before, dates);
  if (repair === null) return [];
  return [{ code: repair.code, at, cells: [{ cell: at, before, after: repair.value }] }];
}

function setupRepairs({ setup, dates }: RepairGround): readonly SheetRepair[] {
  return [
    ...billingKeys.flatMap((column) => ofCell({ sheet: 'billing', column }, setup.billing[column], dates)),
    ...ofCell({ sheet: 'setup', column: 'invoiceDate' }, setup.invoiceDate, dates),
    ...setup.sites.flatMap((site, place) =>
      siteKeys.flatMap((column) => ofCell({ sheet: 'sites', place, column }, site[column], dates)),
    ),
  ];
}

const memberColumns = new Set<ColumnKey>(memberKeys);

/** Repairs of the members in whom the lines' findings are. */
function* memberRepairs({ dates, findings, lines, members }: RepairGround): SlicedWork<readonly SheetRepair[]> {
  const wanted = new Set(
    findings.flatMap(({ column, line, repair }) =>
      repair && memberColumns.has(column) ? [lines[line]?.text.memberCin.toLowerCase() ?? ''] : [],
    ),
  );
  const repairs: SheetRepair[] = [];
  for (const [place, member] of members.entries()) {
    if (place % stride === stride - 1) yield;
    if (!wanted.has(member.memberCin.toLowerCase())) continue;
    for (const column of memberKeys) {
      repairs.push(...ofCell({ sheet: 'members', place, column }, member[column], dates));
    }
  }
  return repairs;
}

/** The repairs that are offered at a finding on a line, where a person fills its cell on the line itself. */
export function repairsOnLine(
  line: WorkbookLine,
  { column, repair }: Pick<Finding, 'column' | 'repair'>,
  ground: Pick<RepairGround, 'dates' | 'facts'>,
): readonly SheetRepair[] {
  if (!isEntryKey(column) || line.entry[column] === null) return [];
  // A blank first diagnosis has no form to repair, and others may move up.
  if (!repair && column !== 'diagnosisCode1') return [];
  return repairsAt(line.text, 0, column, ground.dates)
    .map((each) => onSheet(line, each, ground.facts))
    .filter((each) => changedIn(each).length > 0);
}

/** Columns whose content a repair looks at besides the cells that it changes. */
const families: readonly (readonly ColumnKey[])[] = [['procedureCode', ...modifierKeys], diagnosisKeys];

/** A repair of a line as changes to what a person entered on it. */
function onSheet(line: WorkbookLine, repair: Repair, facts: RepairGround['facts']): SheetRepair {
  const { row, entry } = line;
  const { code, column, changes } = repair;
  const [text = line.text] = applyRepairs([line.text], [{ ...repair, line: 0 }]);
  const repaired = entryOf(text, facts.services, facts.extraModifiers);
  const touched = new Set<ColumnKey>(changes.map((change) => change.column));
  const looked = [...touched].flatMap((key) => families.find((family) => family.includes(key)) ?? [key]);
  // Code and modifiers are one entry of the sheet's list, or, where that has no such service, stand side by side.
  const withModifiers = modifierKeys.slice(0, 2).some((key) => touched.has(key)) || touched.has('procedureCode');
  const bare = ['procedureCode', 'procedureCodeModifier1', 'procedureCodeModifier2'] as const;
  const service = repaired.procedureCode.includes('·')
    ? repaired.procedureCode
    : bare
        .map((key) => text[key])
        .filter((part) => part !== '')
        .join(' ');
  const afterOf = (key: EntryKey): string => {
    if (key === 'procedureCode') return withModifiers ? service : entry.procedureCode;
    const isChanged = touched.has(key) || (withModifiers && key.startsWith('procedureCodeModifier'));
    return (isChanged ? repaired[key] : entry[key]) ?? '';
  };
  const cells = [...new Set(looked)].filter(isEntryKey).map((key): ChangedCell => ({
    cell: { sheet: 'invoice', row, column: key },
    before: entry[key] ?? '',
    after: afterOf(key),
  }));
  return {
    code,
    at: { sheet: 'invoice', row, column: isEntryKey(column) ? column : 'procedureCode' },
    cells,
  };
}

/** Whether a repair is made with all others: it says the same in the form that is wanted. */
export function isOfForm({ code }: SheetRepair): boolean {
  return !requestedCodes.has(code);
}

/**
 * The repairs at one cell, and those of the same text that have to stay the same: a member's number on Members and on
 * lines, a site's name on Setup and on lines, the two dates of a day.
 */
export function repairsAtCell(offered: readonly SheetRepair[], at: FilledCell): readonly SheetRepair[] {
  const name = cellName(at);
  const own = offered.filter((repair) => cellName(repair.at) === name);
  return offered.filter((repair) => own.some((each) => repair === each || belongTogether(repair, each)));
}

const sharedColumns = new Set<ColumnKey>(['memberCin', 'renderingProviderName', 'invoiceDate']);
const days = new Set<ColumnKey>(['serviceStartDate', 'serviceEndDate']);

function belongTogether(left: SheetRepair, right: SheetRepair): boolean {
  const [one] = left.cells;
  const [other] = right.cells;
  if (left.code !== right.code || one?.before !== other?.before) return false;
  if (left.at.column === right.at.column) return sharedColumns.has(left.at.column);
  if (left.at.sheet !== 'invoice' || right.at.sheet !== 'invoice' || left.at.row !== right.at.row) return false;
  return days.has(left.at.column) && days.has(right.at.column);
}
