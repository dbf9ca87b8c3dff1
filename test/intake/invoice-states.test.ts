import {
  acceptedOnce,
  encounterTransition,
  invoiceTransition,
  isInForce,
  statesInForce,
  type EncounterTransition,
  type InvoiceTransition,
} from '../../src/intake/invoice-states.ts';
import {
  encounterStateSchema,
  invoiceStateSchema,
  type EncounterState,
  type InvoiceState,
} from '../../src/submission/invoice-states.ts';

const states = invoiceStateSchema.options;
const encounterStates = encounterStateSchema.options;

const successors: Readonly<Record<InvoiceState, string>> = {
  received: 'accepted returned voided',
  returned: '',
  accepted: 'contested denied paid replaced voided',
  contested: 'denied paid replaced voided',
  denied: 'contested paid replaced voided',
  paid: 'denied replaced voided',
  replaced: '',
  voided: '',
};

test.each(Object.entries(successors) as [InvoiceState, string][])('%s is followed by: %s', (from, expected) => {
  const possible = states.filter((to) => invoiceTransition(from, to) !== null);
  expect(possible.toSorted().join(' ')).toBe(expected);
});

test('another step is no value of the type', () => {
  const possible: InvoiceTransition = { from: 'accepted', to: 'paid' };
  // @ts-expect-error What was returned stays so.
  const impossible: InvoiceTransition = { from: 'returned', to: 'paid' };
  // @ts-expect-error An encounter that was accepted is not written again.
  const unwritten: EncounterTransition = { from: 'accepted', to: 'written' };
  expect(invoiceTransition(possible.from, possible.to)).toEqual(possible);
  expect(invoiceTransition(impossible.from, impossible.to)).toBeNull();
  expect(encounterTransition('accepted', unwritten.from, unwritten.to)).toBeNull();
});

test('states in force are those that can still be replaced, and were accepted once', () => {
  expect(states.filter(isInForce)).toEqual(statesInForce);
  expect(states.filter((state) => invoiceTransition(state, 'replaced') !== null)).toEqual(statesInForce);
  expect(acceptedOnce).toEqual([...statesInForce, 'replaced', 'voided']);
});

test.each<[EncounterState, string]>([
  ['notWritten', 'written'],
  ['written', 'accepted rejected'],
  ['accepted', 'rejected'],
  ['rejected', 'written'],
])('an encounter that is %s becomes: %s', (from, expected) => {
  const possible = encounterStates.filter((to) => encounterTransition('accepted', from, to) !== null);
  expect(possible.join(' ')).toBe(expected);
});

test('only what was accepted has an encounter', () => {
  const withEncounter = states.filter((state) => encounterTransition(state, 'notWritten', 'written') !== null);
  expect(withEncounter).toEqual(acceptedOnce);
});
