import * as z from 'zod';

/**
 * Where an invoice stands at the plan, as it came in one submission:
 *
 * - `received`: stored, and not checked yet.
 * - `returned`: an error was found; it was never accepted, and its number stays free.
 * - `accepted`: the plan has it, and the payment clock runs.
 * - `contested`, `denied`, `paid`: what the plan decided.
 * - `replaced`: a later submission replaced it.
 * - `voided`: a later submission took it back, or it is the one that did.
 */
export const invoiceStateSchema = z.enum([
  'received',
  'returned',
  'accepted',
  'contested',
  'denied',
  'paid',
  'replaced',
  'voided',
]);

/** Where the encounter of an accepted invoice stands: what the plan reports to DHCS of it. */
export const encounterStateSchema = z.enum(['notWritten', 'written', 'accepted', 'rejected']);

/** Where an invoice stands at the plan. */
export type InvoiceState = z.infer<typeof invoiceStateSchema>;
/** Where the encounter of an invoice stands. */
export type EncounterState = z.infer<typeof encounterStateSchema>;
