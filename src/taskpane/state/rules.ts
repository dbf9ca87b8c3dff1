import type { WorkbookContents } from '../../excel/invoice-workbook.ts';
import { checkLines } from '../../guidance/check.ts';
import { parseCivilDate, type CivilDate } from '../../guidance/civil-date.ts';
import { blankLine, type ColumnKey, type LineText } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import { isWellFormed } from '../../guidance/formats.ts';
import type { PlanFacts } from '../../guidance/plan-facts.ts';
import { planFacts } from '../../plan/facts.ts';
import { lineDeriver } from '../../workbook/derive-line.ts';
import { billingKeys, memberKeys, siteKeys } from '../../workbook/geometry.ts';
import type { LineEntry, Member, ProviderSetup } from '../../workbook/model.ts';
import { concernsOf } from './concerns.ts';
import type { Plan } from './plans.ts';

/**
 * What the guidance's rules say of a form. A form runs the very rules of the check, over a line that holds what the
 * form holds, and keeps the findings on its own elements: there is no second set of rules.
 */

const factsOfPlan = new WeakMap<Plan, PlanFacts>();

/** What rules need to know of the plan, worked out once. */
export function factsOf(plan: Plan): PlanFacts {
  const known = factsOfPlan.get(plan);
  if (known !== undefined) return known;
  const facts = planFacts(plan.profile, plan.diagnosisLists);
  factsOfPlan.set(plan, facts);
  return facts;
}

/** What is to correct on Setup. */
export interface SetupProblems {
  readonly billing: readonly Finding[];
  /** By site. */
  readonly sites: readonly (readonly Finding[])[];
  readonly noSite: boolean;
  readonly invoiceDate: boolean;
  readonly concerns: boolean;
}

/** What is to correct on Setup. */
export function setupProblems(setup: ProviderSetup, plan: Plan, today: CivilDate): SetupProblems {
  const concerns = concernsOf(setup.concerns);
  return {
    billing: findingsOn(billingKeys, setup.billing, plan, today),
    sites: setup.sites.map((site) => findingsOn(siteKeys, site, plan, today)),
    noSite: setup.sites.length === 0,
    invoiceDate: setup.invoiceDate !== '' && parseCivilDate(setup.invoiceDate) === null,
    concerns: setup.purpose !== 'new' && (concerns.length === 0 || !concerns.every(isWellFormed.invoiceNumber)),
  };
}

/** How many fields of Setup need attention before a submission. */
export function setupProblemCount(setup: ProviderSetup, plan: Plan, today: CivilDate): number {
  const problems = setupProblems(setup, plan, today);
  const findings = [...problems.billing, ...problems.sites.flat()].filter(({ severity }) => severity === 'error');
  const rest = [problems.noSite, problems.invoiceDate, problems.concerns, !setup.attested];
  return findings.length + rest.filter(Boolean).length;
}

/** Findings on a member's elements 21 to 29. */
export function memberFindings(member: Member, plan: Plan, today: CivilDate): readonly Finding[] {
  return findingsOn(memberKeys, member, plan, today);
}

/** A line as the sheet would derive it, and what the rules say of it in its place among the others. */
export function lineFindings(
  entry: LineEntry,
  row: number | null,
  contents: WorkbookContents,
  plan: Plan,
  today: CivilDate,
): { readonly text: LineText; readonly findings: readonly Finding[] } {
  const others = contents.lines.filter((line) => line.row !== row);
  const derived = lineDeriver({ profile: plan.profile, offered: factsOf(plan).services, ...contents });
  const invoice = others.filter((line) => line.text.invoiceNumber === entry.invoiceNumber);
  const [text = blankLine] = derived.lines([entry, ...invoice.map((line) => line.entry)]);
  // Rules that compare lines (one invoice, duplicates) need the others of the same invoice or member, and no more.
  const member = others.filter((line) => line.text.memberCin === text.memberCin && !invoice.includes(line));
  const amount = text.invoiceAmount;
  const lines = [
    text,
    ...invoice.map((line) => ({ ...line.text, invoiceAmount: amount })),
    ...member.map((line) => line.text),
  ];
  return { text, findings: checkLines(lines, factsOf(plan), today).filter((finding) => finding.line === 0) };
}

function findingsOn<K extends ColumnKey>(
  keys: readonly K[],
  values: Readonly<Record<K, string>>,
  plan: Plan,
  today: CivilDate,
): readonly Finding[] {
  const columns = new Set<ColumnKey>(keys);
  return checkLines([{ ...blankLine, ...values }], factsOf(plan), today).filter(({ column }) => columns.has(column));
}
