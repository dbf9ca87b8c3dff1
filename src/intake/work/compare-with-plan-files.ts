import { findingOf } from '../../guidance/check.ts';
import { parseCivilDate, type CivilDate } from '../../guidance/civil-date.ts';
import { isBlank } from '../../guidance/clean-text.ts';
import type { ColumnKey, LineText } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import { isWellFormed } from '../../guidance/formats.ts';
import type { PlanFileRuleCode } from '../../guidance/rules/plan-files.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import { authorizedLineOf, coverings, isCovered, lastDayOf, type Covering } from '../plan-files/covers.ts';
import type {
  AuthorizationEntry,
  AuthorizedService,
  EligibilityEntry,
  PlanKnowledge,
  RosterEntry,
} from '../plan-files/entries.ts';
import { siteKey } from '../plan-files/street.ts';

/** A finding by a rule on the plan's files: a warning, or what the plan's profile makes of it. */
export function planFileFinding(
  code: PlanFileRuleCode,
  column: ColumnKey,
  line: number,
  text: LineText,
  { raisedToError }: Pick<PlanProfile, 'raisedToError'>,
): Finding {
  const finding = findingOf(code, column, line, text);
  return raisedToError.includes(code) ? { ...finding, severity: 'error' } : finding;
}

/** Reports a rule's finding at a cell of a line. */
type Report = (code: PlanFileRuleCode, column: ColumnKey, line: number) => void;

/** A line that names an authorization of the plan, with what of the authorization covers it. */
export interface CoveredLine {
  readonly line: number;
  readonly services: readonly AuthorizedService[];
}

/** What comparing lines with the plan's files came to. */
export interface PlanFileComparison {
  readonly findings: readonly Finding[];
  /** Lines that are covered, whose units are still to be counted. */
  readonly covered: readonly CoveredLine[];
}

/**
 * Compares lines with the plan's roster, eligibility and authorizations, as far as each is loaded. What is of the whole
 * invoice (its providers, its member) is told once, on its first line. Cells that are blank or malformed are passed
 * over: other rules speak of them, and an absent authorization number is none.
 */
export function compareWithPlanFiles(
  lines: readonly LineText[],
  knowledge: PlanKnowledge,
  profile: Pick<PlanProfile, 'raisedToError'>,
): PlanFileComparison {
  const findings: Finding[] = [];
  const covered: CoveredLine[] = [];
  const report: Report = (code, column, line) => {
    const text = lines[line];
    if (text !== undefined) findings.push(planFileFinding(code, column, line, text, profile));
  };
  const roster = byKey(knowledge.roster, ({ npi }) => npi);
  const eligibility = byKey(knowledge.eligibility, ({ cin }) => cin);
  const authorizations = byKey(knowledge.authorizations, ({ number }) => number);
  for (const invoice of groupInvoices(lines)) {
    const told = new Set<string>();
    // Of a provider or a member of the invoice the first of its lines speaks.
    const once: Report = (code, column, line) => {
      const what = `${code} ${lines[line]?.[column] ?? ''}`;
      if (!told.has(what)) report(code, column, line);
      told.add(what);
    };
    for (const line of invoice.lines) {
      const text = lines[line];
      if (text === undefined) continue;
      if (roster !== null) compareProviders(text, line, roster, once);
      if (eligibility !== null) compareMember(text, line, eligibility, once, report);
      if (authorizations !== null) covered.push(...compareAuthorization(text, line, authorizations, report));
    }
  }
  return { findings, covered };
}

function byKey<Entry>(entries: readonly Entry[] | null, key: (entry: Entry) => string): Map<string, Entry> | null {
  return entries === null ? null : new Map(entries.map((entry) => [key(entry), entry]));
}

function compareProviders(
  text: LineText,
  line: number,
  roster: ReadonlyMap<string, RosterEntry>,
  report: Report,
): void {
  const { billingProviderNpi: billingNpi, renderingProviderNpi: renderingNpi } = text;
  if (!isWellFormed.npi(billingNpi)) return;
  const billing = roster.get(billingNpi);
  if (billing === undefined) report('BILLING_PROVIDER_NOT_ON_ROSTER', 'billingProviderNpi', line);
  else if (isOtherTin(text.billingProviderTin, billing))
    report('BILLING_TIN_NOT_ON_ROSTER', 'billingProviderTin', line);

  const rendering = roster.get(renderingNpi);
  if (renderingNpi !== billingNpi && isWellFormed.npi(renderingNpi)) {
    if (rendering === undefined) report('RENDERING_PROVIDER_NOT_ON_ROSTER', 'renderingProviderNpi', line);
    else if (isOtherTin(text.renderingProviderTin, rendering)) {
      report('RENDERING_TIN_NOT_ON_ROSTER', 'renderingProviderTin', line);
    }
  }
  // A site may stand on the roster under its own number, or under that of the organization.
  const sites = [...(billing?.sites ?? []), ...(rendering?.sites ?? [])];
  const { renderingProviderAddress: address, renderingProviderZip: zip } = text;
  if (sites.length === 0 || isBlank(address) || !isWellFormed.zip(zip)) return;
  const own = siteKey(address, zip);
  if (sites.every((site) => siteKey(site.address, site.zip) !== own)) {
    report('RENDERING_SITE_NOT_ON_ROSTER', 'renderingProviderAddress', line);
  }
}

function isOtherTin(tin: string, { tins }: RosterEntry): boolean {
  return tins.length > 0 && isWellFormed.tin(tin) && !tins.includes(tin);
}

function compareMember(
  text: LineText,
  line: number,
  eligibility: ReadonlyMap<string, EligibilityEntry>,
  reportOnce: Report,
  report: Report,
): void {
  if (!isWellFormed.cin(text.memberCin)) return;
  const member = eligibility.get(text.memberCin);
  if (member === undefined) {
    reportOnce('MEMBER_NOT_IN_ELIGIBILITY_FILE', 'memberCin', line);
    return;
  }
  const [start, end] = [parseCivilDate(text.serviceStartDate), lastDayOf(text)];
  if (start === null || end === null || end < start) return;
  if (!isEligible(member, start, end)) report('MEMBER_NOT_ELIGIBLE_ON_DAY', 'serviceStartDate', line);
}

/** Whether spans that may meet and overlap have every day from start to end. */
function isEligible({ spans }: EligibilityEntry, start: CivilDate, end: CivilDate): boolean {
  let missing: number = start;
  for (const [from, through] of spans.toSorted(([left], [right]) => (left ?? -Infinity) - (right ?? -Infinity))) {
    if ((from ?? -Infinity) > missing) return false;
    missing = Math.max(missing, (through ?? Infinity) + 1);
    if (missing > end) return true;
  }
  return false;
}

const otherwise = {
  member: 'AUTHORIZATION_OTHER_MEMBER',
  provider: 'AUTHORIZATION_OTHER_PROVIDER',
  service: 'AUTHORIZATION_OTHER_SERVICE',
  days: 'AUTHORIZATION_OTHER_DATES',
} as const satisfies Readonly<Record<Covering, PlanFileRuleCode>>;

/** The first respect in which nothing that stands under the number covers the line is the one that is told. */
function compareAuthorization(
  text: LineText,
  line: number,
  authorizations: ReadonlyMap<string, AuthorizationEntry>,
  report: Report,
): readonly CoveredLine[] {
  const own = authorizedLineOf(text);
  if (own === null) return [];
  const authorization = authorizations.get(own.number);
  if (authorization === undefined) {
    report('AUTHORIZATION_UNKNOWN', 'authorizationNumber', line);
    return [];
  }
  let services = authorization.services;
  for (const by of coverings) {
    services = services.filter((service) => isCovered(service, own, by));
    if (services.length > 0) continue;
    report(otherwise[by], 'authorizationNumber', line);
    return [];
  }
  return [{ line, services }];
}
