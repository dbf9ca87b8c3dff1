import { parseCivilDate } from '../guidance/civil-date.ts';
import { columns, type ColumnKey, type LineText } from '../guidance/columns.ts';
import { isWellFormed } from '../guidance/formats.ts';
import { chargeFor, parseCents, printCents } from '../guidance/money.ts';
import { parseDiagnosisEntry } from '../guidance/diagnosis-codes.ts';
import { parsePlaceEntry } from '../guidance/places-of-service.ts';
import { parseServiceEntry, unitRateOn, type OfferedService, type Service } from '../guidance/services.ts';
import { parseUnitCount } from '../guidance/unit-count.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { memberKeys } from './geometry.ts';
import { diagnosisKeys } from '../guidance/columns.ts';
import type { LineEntry, Member, ProviderSetup, RenderingSite } from './model.ts';

/** Everything that a line's derived elements are looked up in. */
export interface DerivationGround {
  readonly profile: Pick<PlanProfile, 'payerIdentifier' | 'name'>;
  readonly offered: readonly OfferedService[];
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
}

/** Derives lines as the sheet's formulas do, without waiting for Excel: manual calculation cannot make it stale. */
export interface LineDeriver {
  /** The lines as rules read them, in the order of the entries; element 42 is the sum over each invoice number. */
  lines(entries: readonly LineEntry[]): readonly LineText[];
  /** One line as rules read it, but for element 42, which is blank: it depends on the other lines of the invoice. */
  alone(entry: LineEntry): LineText;
  /** The member of the roster from whom a line takes elements 22 to 29. */
  memberOf(entry: LineEntry): Member | undefined;
}

/** Look-ups are without case, as Excel's MATCH is. */
function lookUp<T>(items: readonly T[], nameOf: (item: T) => string): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const item of items) {
    const name = nameOf(item).toLowerCase();
    if (name !== '' && !found.has(name)) found.set(name, item);
  }
  return found;
}

/** A deriver over one state of Setup, Members and the plan's services. */
export function lineDeriver(ground: DerivationGround): LineDeriver {
  const sites = lookUp(ground.setup.sites, (site) => site.renderingProviderName);
  const members = lookUp(ground.members, (member) => member.memberCin);
  const services = new Map<string, OfferedService | null>();

  const serviceOf = (entry: string): OfferedService | null => {
    const known = services.get(entry);
    if (known !== undefined) return known;
    const service = parseServiceEntry(entry, ground.offered);
    services.set(entry, service);
    return service;
  };

  const memberOf = (entry: LineEntry): Member | undefined => members.get(entry.memberCin.toLowerCase());

  const oneLine = (entry: LineEntry): LineText => {
    const service = serviceOf(entry.procedureCode);
    const codes = service ?? writtenCodes(entry.procedureCode);
    const siteName = entry.renderingProviderName ?? ground.setup.sites[0]?.renderingProviderName ?? '';
    const site = sites.get(siteName.toLowerCase());
    const rate = service === null ? null : unitRateOn(service, parseCivilDate(entry.serviceStartDate));
    const cents = rate?.cents ?? null;
    const unitCost = entry.serviceUnitCost ?? (cents === null ? '' : printCents(cents));
    const line: Partial<Record<ColumnKey, string>> = {
      ...ground.setup.billing,
      ...(site ?? blankSite),
      renderingProviderName: siteName,
      ...memberElements(memberOf(entry)),
      memberCin: entry.memberCin,
      payerIdentifier: ground.profile.payerIdentifier,
      payerName: ground.profile.name,
      procedureCode: codes.procedureCode,
      procedureCodeModifier1: codes.modifiers[0] ?? '',
      procedureCodeModifier2: codes.modifiers[1] ?? '',
      procedureCodeModifier3: entry.procedureCodeModifier3,
      procedureCodeModifier4: entry.procedureCodeModifier4,
      serviceStartDate: entry.serviceStartDate,
      serviceEndDate: entry.serviceEndDate ?? entry.serviceStartDate,
      serviceName: service?.name ?? '',
      serviceUnitCount: entry.serviceUnitCount,
      placeOfService: parsePlaceEntry(entry.placeOfService)?.code ?? entry.placeOfService,
      serviceUnitCost: unitCost,
      serviceChargeAmount: charge(entry.serviceUnitCount, unitCost),
      invoiceAmount: '',
      invoiceDate: entry.invoiceDate ?? ground.setup.invoiceDate,
      invoiceNumber: entry.invoiceNumber,
      controlNumber: entry.controlNumber,
      authorizationNumber: entry.authorizationNumber,
    };
    for (const key of diagnosisKeys) line[key] = parseDiagnosisEntry(entry[key]);
    return line as LineText;
  };

  return {
    lines: (entries) => {
      const lines = entries.map(oneLine);
      const sums = invoiceSums(lines, (line) => line);
      return lines.map((line) => withInvoiceAmount(line, sums));
    },
    alone: oneLine,
    memberOf,
  };
}

/** Cents of each invoice number: the sum over its lines whose charge is known. */
export type InvoiceSums = ReadonlyMap<string, number>;

/** Adds up lines of {@link LineDeriver.alone}. */
export function invoiceSums<T>(items: Iterable<T>, textOf: (item: T) => LineText): InvoiceSums {
  const sums = new Map<string, number>();
  for (const item of items) {
    const { invoiceNumber, serviceChargeAmount } = textOf(item);
    const cents = parseCents(serviceChargeAmount);
    if (cents !== null) sums.set(invoiceNumber, (sums.get(invoiceNumber) ?? 0) + cents);
  }
  return sums;
}

/** Element 42 of a line: blank until the line has an invoice number and a charge. */
export function invoiceAmountOf(line: LineText, sums: InvoiceSums): string {
  const sum = line.invoiceNumber === '' ? undefined : sums.get(line.invoiceNumber);
  return line.serviceChargeAmount === '' || sum === undefined ? '' : printCents(sum);
}

/** The line with its element 42; the same object where that stays blank. */
export function withInvoiceAmount(line: LineText, sums: InvoiceSums): LineText {
  const invoiceAmount = invoiceAmountOf(line, sums);
  return invoiceAmount === line.invoiceAmount ? line : { ...line, invoiceAmount };
}

const blankSite = Object.fromEntries(
  columns.filter(({ key }) => key.startsWith('renderingProvider')).map(({ key }) => [key, '']),
) as RenderingSite;

function memberElements(member: Member | undefined): Record<(typeof memberKeys)[number], string> {
  return Object.fromEntries(memberKeys.map((key) => [key, member?.[key] ?? ''])) as Record<
    (typeof memberKeys)[number],
    string
  >;
}

/**
 * What an entry says that names no service which the plan offers: code and modifiers, so that rules can tell a service
 * that the plan no longer takes from a slip of the keys.
 */
function writtenCodes(entry: string): Pick<Service, 'procedureCode' | 'modifiers'> {
  const head = entry.split('·', 1)[0]?.trim() ?? '';
  const [procedureCode = '', ...modifiers] = head.split(/\s+/);
  const readable =
    isWellFormed.procedureCode(procedureCode) && modifiers.length <= 2 && modifiers.every(isWellFormed.modifier);
  return readable ? { procedureCode, modifiers } : { procedureCode: head, modifiers: [] };
}

function charge(unitCount: string, unitCost: string): string {
  const units = parseUnitCount(unitCount);
  const cents = parseCents(unitCost);
  const amount = units === null || cents === null ? null : chargeFor(units, cents);
  return amount === null ? '' : printCents(amount);
}
