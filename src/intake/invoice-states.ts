import { invoiceStateSchema, type EncounterState, type InvoiceState } from '../submission/invoice-states.ts';

/**
 * The life of an invoice as it came in one submission. The check accepts or returns it, adjudication decides, and a
 * later submission replaces or voids it. An invoice that voids another one is voided by the check itself: it asks for
 * no payment. What was returned stays so: it comes again in another submission.
 */
const successors = {
  received: ['accepted', 'returned', 'voided'],
  returned: [],
  accepted: ['paid', 'contested', 'denied', 'replaced', 'voided'],
  contested: ['paid', 'denied', 'replaced', 'voided'],
  // A dispute may be upheld, and what was denied may come again corrected.
  denied: ['paid', 'contested', 'replaced', 'voided'],
  // What was paid in error is taken back by a denial.
  paid: ['denied', 'replaced', 'voided'],
  replaced: [],
  voided: [],
} as const satisfies Readonly<Record<InvoiceState, readonly InvoiceState[]>>;

/** States that may follow another one. */
export type Successor<State extends InvoiceState> = (typeof successors)[State][number];

/** A step of an invoice's life. Another pair of states is no value of this type. */
export type InvoiceTransition = {
  readonly [State in InvoiceState]: { readonly from: State; readonly to: Successor<State> };
}[InvoiceState];

/** What a plan decides of an invoice. */
export type Decision = Extract<InvoiceState, 'paid' | 'contested' | 'denied'>;

/** The step between two states as they were read, or null where there is none. */
export function invoiceTransition(from: InvoiceState, to: InvoiceState): InvoiceTransition | null {
  const possible: readonly InvoiceState[] = successors[from];
  return possible.includes(to) ? ({ from, to } as InvoiceTransition) : null;
}

/** States in which an invoice asks for payment: no other one may have its number, nor a line of the same service. */
export const statesInForce = ['accepted', 'contested', 'denied', 'paid'] as const satisfies readonly InvoiceState[];

/** A state in which an invoice asks for payment. */
export type StateInForce = (typeof statesInForce)[number];

/** Whether an invoice asks for payment. */
export function isInForce(state: InvoiceState): state is StateInForce {
  return statesInForce.some((each) => each === state);
}

/** States of an invoice that the plan has accepted once: its number is taken for good (footnote 30). */
export const acceptedOnce: readonly InvoiceState[] = invoiceStateSchema.options.filter(
  (state) => state !== 'received' && state !== 'returned',
);

/**
 * Which of the submissions that hold an invoice says how it stands: the one in force, of which there is at most one;
 * else the one that voided it; else the latest one. The higher weight counts, then the later submission.
 */
export function weightOf(state: InvoiceState): number {
  if (isInForce(state)) return 2;
  return state === 'voided' ? 1 : 0;
}

/**
 * An encounter is written once, and written again only after it was rejected. What a receiver has accepted it may reject
 * later, with another answer; what it has rejected stays so.
 */
const encounterSuccessors = {
  notWritten: ['written'],
  written: ['accepted', 'rejected'],
  accepted: ['rejected'],
  rejected: ['written'],
} as const satisfies Readonly<Record<EncounterState, readonly EncounterState[]>>;

/** A step of an encounter. Another pair of states is no value of this type. */
export type EncounterTransition = {
  readonly [State in EncounterState]: {
    readonly from: State;
    readonly to: (typeof encounterSuccessors)[State][number];
  };
}[EncounterState];

/**
 * The step of an encounter between two states as they were read, or null where there is none. Replaced and voided
 * invoices have one too: it may be answered only now, and a void is itself reported.
 *
 * @param invoice state of the invoice that it is of: what was not accepted has no encounter
 */
export function encounterTransition(
  invoice: InvoiceState,
  from: EncounterState,
  to: EncounterState,
): EncounterTransition | null {
  if (!acceptedOnce.includes(invoice)) return null;
  const possible: readonly EncounterState[] = encounterSuccessors[from];
  return possible.includes(to) ? ({ from, to } as EncounterTransition) : null;
}
