import type { LineText } from '../../guidance/columns.ts';
import type { RuleCode } from '../../guidance/rules/index.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import type { FollowedInvoice } from './follow-up-state.ts';

/** An invoice that the plan has accepted, with its lines in this workbook: it may be replaced or voided. */
export interface CorrectableInvoice {
  readonly invoiceNumber: string;
  readonly lines: number;
  readonly chargeCents: number;
}

/** Whether an invoice came back because the plan has accepted one with its number before. */
export function isAcceptedBefore({ findings, state }: FollowedInvoice): boolean {
  return state === 'rejected' && findings.some(({ code }) => code === ('INVOICE_NUMBER_ACCEPTED' satisfies RuleCode));
}

/**
 * The invoices that may be replaced or voided: those that the plan has accepted, by what the workbook or the plan's
 * last answer says. One that came back for another reason was never accepted: it is corrected and sent again.
 */
export function correctableInvoices(
  lines: readonly Pick<LineText, 'invoiceNumber' | 'serviceChargeAmount'>[],
  accepted: readonly string[],
  latest: readonly FollowedInvoice[],
): readonly CorrectableInvoice[] {
  const before = latest.filter(isAcceptedBefore).flatMap(({ invoiceNumber }) => invoiceNumber ?? []);
  const known = new Set([...accepted, ...before]);
  return groupInvoices(lines).flatMap(({ chargeCents, invoiceNumber, lines: places }) =>
    invoiceNumber !== null && known.has(invoiceNumber) ? [{ invoiceNumber, lines: places.length, chargeCents }] : [],
  );
}
