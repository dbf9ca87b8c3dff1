import type { CivilDate } from '../guidance/civil-date.ts';
import type { LineText } from '../guidance/columns.ts';
import type { Cents } from '../guidance/money.ts';
import { groupInvoices } from '../submission/invoices.ts';

/** Why a charge was not paid in full: a group and a reason of the 835 (CAS), and how much. */
export interface Adjustment {
  /** CO contractual, PR member's share, OA other, PI the plan's own reduction. */
  readonly group: 'CO' | 'PR' | 'OA' | 'PI';
  /** Claim adjustment reason code, for example `45`, or `24` under capitation. */
  readonly reason: string;
  /** May be negative, as in the 835. */
  readonly cents: number;
}

/** What the plan decided of one service line. */
export interface LineAdjudication {
  readonly paidCents: Cents;
  readonly adjustments: readonly Adjustment[];
}

/** What the plan decided of an invoice. It comes from the plan's claims system, and nothing of it is made up here. */
export interface Adjudication {
  /** 2430 DTP*573. */
  readonly date: CivilDate;
  /** One for each of the invoice's lines, in their order. */
  readonly lines: readonly LineAdjudication[];
}

/** What an encounter is to those before it (CLM05-3). */
export type Submission =
  /** Frequency 1, also for an invoice that came back and was never accepted. */
  | { readonly kind: 'original' }
  /**
   * Frequency 7 and 8, with the receiver's control number of what is replaced or voided (REF*F8): one for each claim,
   * since an invoice of more than 50 lines is several.
   */
  | { readonly kind: 'replacement' | 'void'; readonly originalReferences: readonly string[] };

/** An accepted invoice, to be handed on. */
export interface Invoice {
  /** Its lines, in the biller's order: the same billing provider, rendering provider, member and date on each. */
  readonly lines: readonly [LineText, ...LineText[]];
  readonly submission: Submission;
  /** Null until the plan has decided: then no production encounter is written. */
  readonly adjudication: Adjudication | null;
}

/**
 * Invoices of checked lines, in the order in which providers and members first come: so that those of one provider and
 * one member stand together in the file, as its loops want it. The same number of two providers is two invoices.
 */
export function originalInvoices(lines: readonly LineText[]): readonly Invoice[] {
  const byProvider = Map.groupBy(lines, (line) => line.billingProviderNpi);
  return [...byProvider.values()].flatMap((ofProvider) => {
    const invoices = groupInvoices(ofProvider).flatMap((group): readonly Invoice[] => {
      const [first, ...rest] = group.lines.flatMap((place) => ofProvider[place] ?? []);
      if (first === undefined) return [];
      return [{ lines: [first, ...rest], submission: { kind: 'original' }, adjudication: null }];
    });
    return [...Map.groupBy(invoices, ({ lines: [first] }) => first.memberCin).values()].flat();
  });
}
