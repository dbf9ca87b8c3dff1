import type { Receipt } from '../../../src/submission/receipt.ts';
import { plan } from './plan.ts';

/** A receipt as the plan's own, for screens: nothing verifies it here. */
export function receiptOf(parts: Partial<Receipt>): Receipt {
  return {
    contract: 1,
    submissionId: '0199-a',
    planId: plan.planId,
    receivedAt: '2026-11-24T09:00:00-08:00',
    timeZone: 'America/Los_Angeles',
    channel: 'api',
    idempotencyKey: 'k',
    contentHash: 'h',
    submitter: { account: 'a', organisation: 'o' },
    billingProviderNpi: '1291417776',
    purpose: 'new',
    attempt: 1,
    profileVersion: 1,
    layoutVersion: 1,
    rulePack: { version: '1', hash: 'x' },
    counts: { invoices: 2, lines: 3 },
    totalCents: 100,
    invoices: [],
    due: { acknowledge: '2026-11-26', payOrContest: '2026-12-24' },
    support: { name: 'n', phone: 'p', email: 'e', hours: 'h' },
    ...parts,
  };
}
