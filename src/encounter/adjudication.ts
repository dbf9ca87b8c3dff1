import type { CivilDate } from '../guidance/civil-date.ts';
import type { Cents } from '../guidance/money.ts';

/** Groups of adjustments (CAS01): CO contractual, PR member's share, OA other, PI the plan's own reduction. */
export const adjustmentGroups = ['CO', 'PR', 'OA', 'PI'] as const;

/** Why a charge was not paid in full: a group and a reason of the 835 (CAS), and how much. */
export interface Adjustment {
  readonly group: (typeof adjustmentGroups)[number];
  /** Claim adjustment reason code, for example `45`, or `24` under capitation. */
  readonly reason: string;
  /** May be negative, as in the 835. */
  readonly cents: number;
}

/**
 * What the plan decided of one service line. It comes from the plan's claims system, as a list or as an 835, and
 * nothing of it is made up here.
 */
export interface LineAdjudication {
  readonly status: 'paid' | 'denied';
  /** Day of the decision (2430 DTP*573). */
  readonly date: CivilDate;
  /** SVD02; 0 where the line was denied, or is paid by capitation. */
  readonly paidCents: Cents;
  /** SVD05 as in element 37; null where the decision names none: then the billed units stand, as the guide has it. */
  readonly paidUnits: string | null;
  /** With what was paid they make the line's charge, to the cent. */
  readonly adjustments: readonly Adjustment[];
  /** The plan's own number of the claim (2330B REF*F8, CLP07 of the 835); `''` where the decision does not name it. */
  readonly planClaimNumber: string;
}

/** What the plan decided of an invoice, by the 1-based number of the line in the invoice. */
export type Adjudication = ReadonlyMap<number, LineAdjudication>;

/** One decision, and on which line it is. */
export interface AdjudicatedLine extends LineAdjudication {
  readonly invoiceNumber: string;
  /** NPI of the billing provider; null where the source names none: then the number alone says which invoice it is. */
  readonly billingNpi: string | null;
  /** 1-based place of the line in the invoice. */
  readonly line: number;
}

/** Where decisions are looked up. */
export interface AdjudicationSource {
  /** @returns null where there is no decision on any line of the invoice */
  readonly find: (billingNpi: string, invoiceNumber: string) => Adjudication | null;
}

/** No decision is known. */
export const noAdjudications: AdjudicationSource = { find: () => null };

/** Decisions by invoice. Of two on the same line the later in the list stands, as a correction does in an 835. */
export function adjudicationSource(decisions: Iterable<AdjudicatedLine>): AdjudicationSource {
  const invoices = new Map<string, Map<number, LineAdjudication>>();
  for (const { invoiceNumber, billingNpi, line, ...decision } of decisions) {
    const key = `${billingNpi ?? ''} ${invoiceNumber}`;
    const lines = invoices.get(key) ?? new Map<number, LineAdjudication>();
    lines.set(line, decision);
    invoices.set(key, lines);
  }
  return {
    find: (billingNpi, invoiceNumber) =>
      invoices.get(`${billingNpi} ${invoiceNumber}`) ?? invoices.get(` ${invoiceNumber}`) ?? null,
  };
}
