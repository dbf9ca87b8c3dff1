import type { Claim, ServiceLine } from './claim.ts';

/**
 * Finds service lines that are the same to DHCS: member, billing and rendering provider, first day, code and modifiers
 * (managed care data quality FAQ). Invoices of one provider and member come together, and are compared.
 */
export class DuplicateServices {
  readonly #isReported: ((serviceKey: string) => boolean) | null;
  /** Services of the provider and member that the latest invoice is of, by their keys. */
  readonly #keys = new Set<string>();
  /** The latest invoice that was taken. */
  #latest: Claim | null = null;
  /** Whether its keys are not among them yet. */
  #isUnkeyed = false;

  /** @param isReported whether a service went to the receiver before; null where nothing did */
  constructor(isReported: ((serviceKey: string) => boolean) | null) {
    this.#isReported = isReported;
  }

  /** Takes the services of an invoice, unless one of them is there already. @returns why it is not taken, or null */
  take(claim: Claim): 'DUPLICATE_SERVICE' | 'REPORTED_BEFORE' | null {
    const latest = this.#latest;
    const isOther = latest?.billing.npi !== claim.billing.npi || latest.member.cin !== claim.member.cin;
    // Almost every invoice is the only one of its member, and its lines differ by their days.
    if (isOther && this.#isReported === null && areOnOtherDays(claim.lines)) {
      if (this.#keys.size > 0) this.#keys.clear();
      this.#latest = claim;
      this.#isUnkeyed = true;
      return null;
    }
    if (isOther) this.#keys.clear();
    else if (this.#isUnkeyed) this.#add(serviceKeys(latest));
    const keys = serviceKeys(claim);
    const isRepeated = keys.some((key, place) => this.#keys.has(key) || keys.indexOf(key) < place);
    this.#latest = claim;
    this.#isUnkeyed = false;
    if (isRepeated) return 'DUPLICATE_SERVICE';
    if (keys.some((key) => this.#isReported?.(key))) return 'REPORTED_BEFORE';
    this.#add(keys);
    return null;
  }

  #add(keys: readonly string[]): void {
    for (const key of keys) this.#keys.add(key);
  }
}

/** What makes service lines the same. */
export function serviceKeys({ member, billing, servingNpi, lines }: Claim): readonly string[] {
  const given = `${member.cin} ${billing.npi} ${servingNpi}`;
  return lines.map(({ start, service: { procedureCode, modifiers } }) => {
    const ordered = modifiers.length > 1 ? modifiers.toSorted().join(' ') : (modifiers[0] ?? '');
    return `${given} ${start} ${procedureCode} ${ordered}`;
  });
}

/** Whether each line is on a later day than the one before it. */
function areOnOtherDays(lines: readonly ServiceLine[]): boolean {
  let last = '';
  for (const { start } of lines) {
    if (start <= last) return false;
    last = start;
  }
  return true;
}
