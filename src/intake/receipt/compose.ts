import type { PlanProfile } from '../../plan/profile.ts';
import { contractVersion, type RulePackIdentity } from '../../submission/contract.ts';
import type { Channel, Receipt } from '../../submission/receipt.ts';
import type { Caller } from '../identity/access.ts';
import type { EnvelopeSummary } from '../work/read-envelope.ts';
import { dueDates, isoDate } from './payment-clock.ts';
import { zonedDay, zonedInstant } from './zoned-instant.ts';

/** The time zone of California's plans, in which receipts are dated and due dates are days. */
export const planTimeZone = 'America/Los_Angeles';

/** What a receipt is made of. */
export interface ReceiptParts {
  readonly submissionId: string;
  readonly receivedAt: Date;
  readonly summary: EnvelopeSummary;
  readonly channel: Channel;
  /** The key under which it is accepted once. */
  readonly idempotencyKey: string;
  /** The file that was sent; null where none was. */
  readonly file: NonNullable<Receipt['file']> | null;
  readonly caller: Caller;
  readonly profile: PlanProfile;
  /** The rules that the endpoint will check with. */
  readonly rulePack: RulePackIdentity;
}

/** The receipt of a submission, still unsigned. No member data. */
export function composeReceipt(parts: ReceiptParts): Receipt {
  const { summary, caller, profile } = parts;
  const due = dueDates(zonedDay(parts.receivedAt, planTimeZone));
  return {
    contract: contractVersion,
    submissionId: parts.submissionId,
    planId: summary.planId,
    receivedAt: zonedInstant(parts.receivedAt, planTimeZone),
    timeZone: planTimeZone,
    channel: parts.channel,
    ...(parts.file === null ? {} : { file: parts.file }),
    idempotencyKey: parts.idempotencyKey,
    contentHash: summary.contentHash,
    submitter: { account: caller.account, organisation: caller.organisation.name },
    billingProviderNpi: summary.billingProviderNpi,
    purpose: summary.purpose,
    attempt: summary.attempt,
    profileVersion: summary.profileVersion,
    layoutVersion: summary.layoutVersion,
    rulePack: parts.rulePack,
    counts: { invoices: summary.invoices.length, lines: summary.lines },
    totalCents: summary.totalCents,
    invoices: summary.invoices.map(({ invoiceNumber, lineCount }) => ({
      invoiceNumber,
      lines: lineCount,
      state: 'received',
    })),
    due: { acknowledge: isoDate(due.acknowledge), payOrContest: isoDate(due.payOrContest) },
    support: profile.support,
  };
}
