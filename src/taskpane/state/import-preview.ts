import type { WorkbookContents } from '../../excel/invoice-workbook.ts';
import { checkLines } from '../../guidance/check.ts';
import type { CivilDate } from '../../guidance/civil-date.ts';
import type { LineText } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import { applyRepairs, offerRepairs, type Repair } from '../../guidance/repairs.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import { lineDeriver } from '../../workbook/derive-line.ts';
import { importedLines, sourceDifferences } from '../../workbook/imported-lines.ts';
import type { LineEntry, Member, ProviderSetup, RenderingSite } from '../../workbook/model.ts';
import { mergedMembers } from '../../workbook/setup-cells.ts';
import type { CsvLines } from '../../xlsx/csv.ts';
import type { Plan } from './plans.ts';
import { factsOf } from './rules.ts';

/** A list that was read. */
export type ImportList = Extract<CsvLines, { kind: 'lines' }>;

/** What the biller decides before the lines are added. */
export interface ImportChoices {
  /** Apply the repairs of form that are offered. */
  readonly repair: boolean;
  /** Put the list's billing provider and sites on Setup. */
  readonly takeSetup: boolean;
}

/** A list that was read, with what was decided about it. */
export interface ImportPreview {
  readonly list: ImportList;
  /** Every repair of form that the list offers. */
  readonly repairs: readonly Repair[];
  readonly choices: ImportChoices;
}

/** What an import writes, and what is to be said of it beforehand. */
export interface ImportOutcome {
  readonly entries: readonly LineEntry[];
  readonly members: readonly Member[];
  /** The new Setup; null where it stays as it is. */
  readonly setup: ProviderSetup | null;
  readonly invoices: number;
  /** Findings on the lines of the list, `line` by their place in it. */
  readonly findings: readonly Finding[];
  /** Cells of derived columns in which the list says other than the sheet will. */
  readonly differences: number;
}

/** A preview with the usual choices: repairs yes, Setup only where it is still blank. */
export function previewOf(list: ImportList, setup: ProviderSetup): ImportPreview {
  const blank = Object.values(setup.billing).every((text) => text === '');
  return { list, repairs: offerRepairs(list.lines), choices: { repair: true, takeSetup: blank } };
}

/** Works out what an import would do to the workbook. Nothing is written here. */
export function importOutcome(
  preview: ImportPreview,
  contents: WorkbookContents,
  plan: Plan,
  today: CivilDate,
): ImportOutcome {
  const { list, repairs, choices } = preview;
  const facts = factsOf(plan);
  const lines = choices.repair ? applyRepairs(list.lines, repairs) : list.lines;
  const imported = importedLines(lines, facts.services, facts.extraModifiers);
  const setup = choices.takeSetup
    ? { ...contents.setup, billing: imported.billing, sites: mergedSites(contents.setup.sites, imported.sites) }
    : contents.setup;
  const members = mergedMembers(contents.members, imported.members);
  const derived = lineDeriver({ profile: plan.profile, offered: facts.services, setup, members }).lines(
    imported.entries,
  );
  return {
    entries: imported.entries,
    members: imported.members,
    setup: choices.takeSetup ? setup : null,
    invoices: groupInvoices(lines).length,
    findings: findingsBeside(contents, lines, plan, today),
    differences: lines.reduce((sum, line, index) => {
      const own = derived[index];
      return own === undefined ? sum : sum + sourceDifferences(line, own, facts.services).length;
    }, 0),
  };
}

/** Findings on new lines in the company of those that are there: a list that is imported twice doubles each service. */
function findingsBeside(
  contents: WorkbookContents,
  lines: readonly LineText[],
  plan: Plan,
  today: CivilDate,
): readonly Finding[] {
  const present = contents.lines.map(({ text }) => text);
  return checkLines([...present, ...lines], factsOf(plan), today)
    .filter(({ line }) => line >= present.length)
    .map((finding) => ({ ...finding, line: finding.line - present.length }));
}

function mergedSites(present: readonly RenderingSite[], added: readonly RenderingSite[]): readonly RenderingSite[] {
  const sites = new Map<string, RenderingSite>();
  for (const site of [...present, ...added]) sites.set(site.renderingProviderName.toLowerCase(), site);
  return [...sites.values()];
}
