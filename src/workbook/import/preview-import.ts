import { lineChecker } from '../../guidance/check.ts';
import type { CivilDate } from '../../guidance/civil-date.ts';
import { isBlank } from '../../guidance/clean-text.ts';
import type { ColumnKey, LineText } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { PlanFacts } from '../../guidance/plan-facts.ts';
import { applyRepairs, offerRepairs, type FormRepair, type RepairCode } from '../../guidance/repairs.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { billingKeys, memberKeys, siteKeys } from '../geometry.ts';
import type { OfferedService } from '../../guidance/services.ts';
import { billingIn, entryOf, membersIn, sitesIn, sourceDifferences } from '../imported-lines.ts';
import { deriveChanged } from '../kept-lines.ts';
import type { LineEntry, Member, ProviderSetup, RenderingSite } from '../model.ts';
import { mergedMembers } from '../setup-cells.ts';
import type { SlicedWork } from '../slices.ts';
import { filledColumns, type ColumnMapping } from './column-mapping.ts';
import { columnsOf } from './import-target.ts';
import { mappedLines } from './mapped-lines.ts';
import type { SourceList } from './source-list.ts';

/** The workbook that a list would be added to, and what rules need to know. */
export interface ImportGround {
  readonly profile: Pick<PlanProfile, 'payerIdentifier' | 'name'>;
  readonly facts: PlanFacts;
  readonly today: CivilDate;
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
  /** Lines that are in the workbook: a list that is imported twice doubles each service. */
  readonly present: readonly LineText[];
}

/** What a person decides before anything is written. */
export interface ImportDecisions {
  /** Kinds of repairs that are not made; all others that are offered are. */
  readonly without: readonly RepairCode[];
  /** Put the list's billing provider and sites on Setup. */
  readonly takeSetup: boolean;
  /** Add a line for each row; otherwise only what the list says of members is taken. */
  readonly takeLines: boolean;
}

/** What an import would write, and what is to be said of it beforehand. Nothing is written here. */
export interface ImportPreview {
  /** The list's lines as they stand there. */
  readonly source: readonly LineText[];
  /** The list's lines with the repairs applied, and the file's row of each. */
  readonly lines: readonly LineText[];
  readonly rows: readonly number[];
  /** Every repair of form that the list offers. */
  readonly repairs: readonly FormRepair[];
  /** Findings on the lines as the workbook will hold them, `line` by their place in the list. */
  readonly findings: readonly Finding[];
  /** Cells of derived columns in which the list says other than the workbook will. */
  readonly differences: number;
  /** Headers of columns that nobody has said the place of yet. */
  readonly undecided: readonly string[];
  /** Columns that a line needs, that the workbook cannot fill, and that no column of the list goes to. */
  readonly missing: readonly ColumnKey[];
  /** Whether the list says anything of the billing provider or of sites beyond their names. */
  readonly namesProvider: boolean;
  readonly entries: readonly LineEntry[];
  /** The members to write; what the list leaves blank of a member of the roster stays as it is there. */
  readonly members: readonly Member[];
  /** The new Setup; null where it stays as it is. */
  readonly setup: ProviderSetup | null;
}

/** Columns that a person fills and that have no default. */
const needed = [
  'memberCin',
  'procedureCode',
  'serviceStartDate',
  'serviceUnitCount',
  'placeOfService',
  'diagnosisCode1',
  'invoiceNumber',
] as const satisfies readonly ColumnKey[];

/** Lines between two chances to wait. */
const stride = 50;

/** Lines that are checked between two chances to wait. */
const checkedAtOnce = 60;

/** How far a preview is. */
export interface ImportProgress {
  /** Lines that have been checked, of the workbook and of the list. */
  done: number;
  total: number | null;
}

/** Works out what an import would do to the workbook. */
export function* previewImport(
  list: SourceList,
  mapping: ColumnMapping,
  ground: ImportGround,
  decisions: ImportDecisions,
  progress: ImportProgress = { done: 0, total: null },
): SlicedWork<ImportPreview> {
  const { facts } = ground;
  const { takeLines, takeSetup } = decisions;
  const taken = takeLines ? mapping : membersOnly(mapping);
  const filled = filledColumns(taken);
  const { source, repairs, lines } = yield* repairedLines(list, taken, new Set(decisions.without));
  const billing = billingIn(lines);
  yield;
  const sites = sitesIn(lines);
  yield;
  const named = membersIn(lines);
  yield;
  const entries: LineEntry[] = [];
  for (const [place, line] of lines.entries()) {
    if (place % stride === stride - 1) yield;
    entries.push(entryOf(line, facts.services, facts.extraModifiers));
  }
  const setup = takeSetup
    ? {
        ...ground.setup,
        billing: { ...ground.setup.billing, ...only(billing, billingKeys, filled) },
        sites: sitesWith(ground.setup.sites, sites, filled),
      }
    : ground.setup;
  const members = completed(ground.members, named, filled);
  const roster = mergedMembers(ground.members, members);
  const rows = entries.map((entry, place) => ({ row: place, rowKey: null, entry }));
  const sheets = { profile: ground.profile, offered: facts.services, setup, members: roster };
  const derived = (yield* deriveChanged(null, sheets, rows)).lines.map(({ text }) => text);
  let differences = 0;
  for (const [place, line] of lines.entries()) {
    if (place % stride === stride - 1) yield;
    differences += differencesOf(line, derived[place], facts.services, filled);
  }
  return {
    source,
    lines,
    rows: list.rows.map(({ row }) => row),
    repairs,
    findings: yield* takeLines ? findingsBeside(ground, derived, progress) : findingsOnMembers(ground, lines, progress),
    differences,
    undecided: mapping.columns.flatMap(({ header, target }) => (target === null ? [header] : [])),
    missing: needed.filter((key) => !filled.has(key) && (takeLines || memberColumns.has(key))),
    namesProvider: [...billingKeys, ...siteKeys].some((key) => key !== 'renderingProviderName' && filled.has(key)),
    entries: takeLines ? entries : [],
    members,
    setup: takeSetup ? setup : null,
  };
}

/** The list's lines by the mapping, the repairs that they offer, and the lines with those that are wanted in place. */
function* repairedLines(
  list: SourceList,
  mapping: ColumnMapping,
  without: ReadonlySet<RepairCode>,
): SlicedWork<Pick<ImportPreview, 'source' | 'repairs' | 'lines'>> {
  const source: LineText[] = [];
  const lines: LineText[] = [];
  const repairs: FormRepair[] = [];
  for (let first = 0; first < list.rows.length; first += stride) {
    const part = mappedLines({ ...list, rows: list.rows.slice(first, first + stride) }, mapping);
    const offered = offerRepairs(part);
    const wanted = offered.filter(({ code }) => !without.has(code));
    source.push(...part);
    lines.push(...applyRepairs(part, wanted));
    repairs.push(...offered.map((repair) => ({ ...repair, line: repair.line + first })));
    yield;
  }
  return { source, lines, repairs };
}

const memberColumns = new Set<ColumnKey>(memberKeys);

/** The mapping of what a list says of members; everything else goes nowhere. */
function membersOnly({ columns }: ColumnMapping): ColumnMapping {
  return {
    columns: columns.map((column) =>
      columnsOf(column.target).every((key) => memberColumns.has(key)) ? column : { ...column, target: 'ignored' },
    ),
  };
}

/** What rules find in the members that a list names, whatever else a line would need. */
function* findingsOnMembers(
  ground: ImportGround,
  lines: readonly LineText[],
  progress: ImportProgress,
): SlicedWork<readonly Finding[]> {
  const findings = yield* findingsBeside({ ...ground, present: [] }, lines, progress);
  return findings.filter(({ column }) => memberColumns.has(column));
}

/** The findings that a check would bring on new lines in the company of those that are there. */
function* findingsBeside(
  ground: ImportGround,
  lines: readonly LineText[],
  progress: ImportProgress,
): SlicedWork<readonly Finding[]> {
  const before = ground.present.length;
  const all = [...ground.present, ...lines];
  const check = lineChecker(ground.facts, ground.today);
  progress.total = all.length;
  for (let count = checkedAtOnce; count < all.length; count += checkedAtOnce) {
    check(all.slice(0, count));
    progress.done = count;
    yield;
  }
  return check(all)
    .filter(({ line }) => line >= before)
    .map((finding) => ({ ...finding, line: finding.line - before }));
}

/** A column that the list does not have says nothing. */
function differencesOf(
  line: LineText,
  derived: LineText | undefined,
  offered: readonly OfferedService[],
  filled: ReadonlySet<ColumnKey>,
): number {
  return derived === undefined ? 0 : sourceDifferences(line, derived, offered).filter((key) => filled.has(key)).length;
}

function only<K extends ColumnKey>(
  record: Readonly<Record<K, string>>,
  keys: readonly K[],
  filled: ReadonlySet<ColumnKey>,
): Partial<Record<K, string>> {
  const kept: Partial<Record<K, string>> = {};
  for (const key of keys) if (filled.has(key)) kept[key] = record[key];
  return kept;
}

function sitesWith(
  present: readonly RenderingSite[],
  added: readonly RenderingSite[],
  filled: ReadonlySet<ColumnKey>,
): readonly RenderingSite[] {
  const sites = new Map(present.map((site) => [site.renderingProviderName.toLowerCase(), site]));
  for (const site of added) {
    const name = site.renderingProviderName.toLowerCase();
    sites.set(name, { ...(sites.get(name) ?? site), ...only(site, siteKeys, filled) });
  }
  return [...sites.values()];
}

/**
 * The list's members, completed from the roster: a blank takes nothing away, except in the homelessness indicator,
 * where it is an answer.
 */
function completed(
  roster: readonly Member[],
  members: readonly Member[],
  filled: ReadonlySet<ColumnKey>,
): readonly Member[] {
  const known = new Map(roster.map((member) => [member.memberCin.toUpperCase(), member]));
  return members.map((member) => {
    const present = known.get(member.memberCin.toUpperCase());
    if (present === undefined) return member;
    const said = memberKeys.filter(
      (key) => !isBlank(member[key]) || (key === 'memberHomelessnessIndicator' && filled.has(key)),
    );
    return { ...present, ...Object.fromEntries(said.map((key) => [key, member[key]])) };
  });
}
