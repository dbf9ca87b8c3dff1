import type { Finding } from '../../guidance/finding.ts';
import type { LineText } from '../../guidance/columns.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import { authorizedLineOf, covers } from '../plan-files/covers.ts';
import type { AuthorizationEntry, AuthorizedLine, AuthorizedService, PlanKnowledge } from '../plan-files/entries.ts';
import { planFileFinding, type CoveredLine } from './compare-with-plan-files.ts';

/** What counting units works with. */
export interface UnitCounting {
  readonly lines: readonly LineText[];
  /** Lines that an authorization covers. */
  readonly covered: readonly CoveredLine[];
  readonly knowledge: PlanKnowledge;
  /** Numbers of the invoices that the submission replaces; none where it does not. */
  readonly replaced: ReadonlySet<string>;
  /** Billing NPI of the submission: a number is only replaced among its own invoices. */
  readonly billingNpi: string;
  readonly profile: Pick<PlanProfile, 'raisedToError'>;
}

/** Sums of units (thousandths) of one authorization number, by which of its services cover them. */
class UnitsOfNumber {
  readonly #services: readonly AuthorizedService[];
  readonly #sums = new Map<string, { readonly services: readonly AuthorizedService[]; units: number }>();

  constructor({ services }: AuthorizationEntry) {
    this.#services = services;
  }

  /** Adds a line, or takes it back with -1. What nothing covers counts nowhere. */
  add(line: AuthorizedLine, times: 1 | -1): void {
    const services = this.#services.filter((service) => covers(service, line));
    if (services.length === 0) return;
    const key = services.map((service) => this.#services.indexOf(service)).join();
    const sum = this.#sums.get(key) ?? { services, units: 0 };
    sum.units += times * line.units;
    this.#sums.set(key, sum);
  }

  /** Units that were used of any of the services. */
  usedOf(services: readonly AuthorizedService[]): number {
    return [...this.#sums.values()]
      .filter((sum) => sum.services.some((service) => services.includes(service)))
      .reduce((all, { units }) => all + units, 0);
  }
}

/**
 * Lines that go beyond the units of what covers them: with those of every invoice in force, whoever sent it, and those
 * of the lines above. What the submission replaces counts no longer, and what comes back does not count, so that an
 * invoice that comes back over its units leaves the earlier one as it was.
 *
 * @param found what else was found: an invoice with an error comes back
 */
export function unitsExceeded(counting: UnitCounting, found: readonly Finding[]): readonly Finding[] {
  const { lines, knowledge, profile } = counting;
  if (counting.covered.length === 0 || knowledge.authorizations === null) return [];
  const faulty = new Set(found.flatMap(({ severity, line }) => (severity === 'error' ? [line] : [])));
  const beyond = new Set<number>();
  const returns = profile.raisedToError.includes('AUTHORIZATION_UNITS_EXCEEDED');
  // One that comes back gives its units back, and takes those of the invoice that it would have replaced.
  for (let before = -1; before < beyond.size;) {
    before = beyond.size;
    for (const line of count(counting, faulty, returns)) {
      beyond.add(line);
      if (returns) faulty.add(line);
    }
    if (!returns) break;
  }
  return [...beyond]
    .toSorted((left, right) => left - right)
    .flatMap((line) => {
      const text = lines[line];
      return text === undefined
        ? []
        : [planFileFinding('AUTHORIZATION_UNITS_EXCEEDED', 'serviceUnitCount', line, text, profile)];
    });
}

/** The lines that go beyond, the faulty ones being known. */
function count(
  { lines, covered, knowledge, replaced, billingNpi }: UnitCounting,
  faulty: ReadonlySet<number>,
  returns: boolean,
): readonly number[] {
  const invoices = groupInvoices(lines);
  const comingBack = new Set(
    invoices
      .filter((invoice) => invoice.lines.some((line) => faulty.has(line)))
      .map((invoice) => invoice.invoiceNumber),
  );
  const numbers = new Map((knowledge.authorizations ?? []).map((entry) => [entry.number, new UnitsOfNumber(entry)]));
  for (const { invoiceNumber, ...line } of knowledge.used) {
    const isReplaced = line.billingNpi === billingNpi && replaced.has(invoiceNumber) && !comingBack.has(invoiceNumber);
    if (!isReplaced) numbers.get(line.number)?.add(line, 1);
  }
  const coveredBy = new Map(covered.map(({ line, services }) => [line, services]));
  const beyond: number[] = [];
  for (const invoice of invoices) {
    const added: AuthorizedLine[] = [];
    let isOver = false;
    for (const place of invoice.lines) {
      const services = coveredBy.get(place);
      const text = lines[place];
      const line = services === undefined || text === undefined ? null : authorizedLineOf(text);
      const units = line === null ? undefined : numbers.get(line.number);
      if (services === undefined || line === null || units === undefined) continue;
      units.add(line, 1);
      added.push(line);
      if (units.usedOf(services) <= authorized(services)) continue;
      beyond.push(place);
      isOver = true;
    }
    const comesBack = invoice.lines.some((line) => faulty.has(line)) || (returns && isOver);
    if (comesBack) for (const line of added) numbers.get(line.number)?.add(line, -1);
  }
  return beyond;
}

/** Units that services have together, in thousandths; Infinity where one of them is not limited. */
function authorized(services: readonly AuthorizedService[]): number {
  return services.reduce((all, { units }) => all + (units ?? Infinity), 0);
}
