import { checkLines } from '../../guidance/check.ts';
import type { CivilDate } from '../../guidance/civil-date.ts';
import { isBlank } from '../../guidance/clean-text.ts';
import type { ColumnKey, LineText } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { PlanFacts } from '../../guidance/plan-facts.ts';
import { applyRepairs, offerRepairs, type FormRepair, type Repair } from '../../guidance/repairs.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { lineDeriver } from '../derive-line.ts';
import { billingKeys, memberKeys, siteKeys } from '../geometry.ts';
import type { OfferedService } from '../../guidance/services.ts';
import { importedLines, sourceDifferences } from '../imported-lines.ts';
import type { LineEntry, Member, ProviderSetup, RenderingSite } from '../model.ts';
import { mergedMembers } from '../setup-cells.ts';
import { filledColumns, type ColumnMapping } from './column-mapping.ts';
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
  /** The repairs to apply: every one that is offered, or these. */
  readonly repairs: 'all' | readonly Repair[];
  /** Put the list's billing provider and sites on Setup. */
  readonly takeSetup: boolean;
}

/** What an import would write, and what is to be said of it beforehand. Nothing is written here. */
export interface ImportPreview {
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

/** Works out what an import would do to the workbook. */
export function previewImport(
  list: SourceList,
  mapping: ColumnMapping,
  ground: ImportGround,
  decisions: ImportDecisions,
): ImportPreview {
  const { facts } = ground;
  const filled = filledColumns(mapping);
  const source = mappedLines(list, mapping);
  const repairs = offerRepairs(source);
  const lines = applyRepairs(source, decisions.repairs === 'all' ? repairs : decisions.repairs);
  const imported = importedLines(lines, facts.services, facts.extraModifiers);
  const setup = decisions.takeSetup
    ? {
        ...ground.setup,
        billing: { ...ground.setup.billing, ...only(imported.billing, billingKeys, filled) },
        sites: sitesWith(ground.setup.sites, imported.sites, filled),
      }
    : ground.setup;
  const members = completed(ground.members, imported.members, filled);
  const roster = mergedMembers(ground.members, members);
  const derived = lineDeriver({ profile: ground.profile, offered: facts.services, setup, members: roster }).lines(
    imported.entries,
  );
  return {
    lines,
    rows: list.rows.map(({ row }) => row),
    repairs,
    findings: findingsBeside(ground, derived),
    differences: lines.reduce(
      (sum, line, index) => sum + differencesOf(line, derived[index], facts.services, filled),
      0,
    ),
    undecided: mapping.columns.flatMap(({ header, target }) => (target === null ? [header] : [])),
    missing: needed.filter((key) => !filled.has(key)),
    namesProvider: [...billingKeys, ...siteKeys].some((key) => key !== 'renderingProviderName' && filled.has(key)),
    entries: imported.entries,
    members,
    setup: decisions.takeSetup ? setup : null,
  };
}

/** The findings that a check would bring on new lines in the company of those that are there. */
function findingsBeside(ground: ImportGround, lines: readonly LineText[]): readonly Finding[] {
  const before = ground.present.length;
  return checkLines([...ground.present, ...lines], ground.facts, ground.today)
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
