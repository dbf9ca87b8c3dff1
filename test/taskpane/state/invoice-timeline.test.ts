import type { InvoiceDecision, InvoiceStep, InvoiceSubmission } from '../../../src/submission/invoice-history.ts';
import { asFollowed, openRejection, timelineOf } from '../../../src/taskpane/state/invoice-timeline.ts';

const at = (day: number, offset = '-08:00') => `2026-12-${String(day).padStart(2, '0')}T09:00:00${offset}`;
const step = (day: number, state: Extract<InvoiceStep, { of: 'invoice' }>['state']): InvoiceStep => {
  return { of: 'invoice', at: at(day), state, causedBy: null };
};
const encounter = (day: number, state: InvoiceSubmission['encounter'], findings?: Rejection): InvoiceStep => {
  return { of: 'encounter', at: at(day), state, ...(findings === undefined ? {} : { findings }) };
};
type Rejection = NonNullable<Extract<InvoiceStep, { of: 'encounter' }>['findings']>;
const decision = (day: number, kind: InvoiceDecision['decision'], paidCents: number): InvoiceDecision => ({
  decision: kind,
  at: at(day),
  decidedOn: `2026-12-${String(day).padStart(2, '0')}`,
  paidCents,
  planClaimNumber: null,
  lines: [{ line: null, status: kind, paidCents, reason: null }],
});

const submission = (parts: Partial<InvoiceSubmission>): InvoiceSubmission => ({
  submissionId: 's-1',
  receivedAt: at(1),
  purpose: 'new',
  attempt: 1,
  state: 'accepted',
  encounter: 'notWritten',
  lines: 1,
  chargeCents: 100,
  steps: [step(1, 'received')],
  decisions: [],
  findings: [],
  ...parts,
});

const named = (parts: Partial<InvoiceSubmission>) =>
  timelineOf(submission(parts)).map(
    (event) => `${event.kind} ${event.kind === 'decision' ? event.decision.decision : event.state}`,
  );

const cell: Rejection[number] = { rule: 'MEMBER_CIN_FORMAT', reason: 'A7:562', column: 'memberCin', rowKey: 'row-1' };

test('a decision stands in the place of the step that it makes, and one without a step stands too', () => {
  const steps = [step(1, 'received'), step(2, 'accepted'), encounter(3, 'written'), step(4, 'paid')];
  // The second payment corrects the first one: the state stays.
  expect(named({ steps, decisions: [decision(4, 'paid', 100), decision(6, 'paid', 90)] })).toEqual([
    'invoice received',
    'invoice accepted',
    'encounter written',
    'decision paid',
    'decision paid',
  ]);
});

test('a state that no decision tells of is not left out', () => {
  expect(named({ steps: [step(1, 'received'), step(2, 'denied')] })).toEqual(['invoice received', 'invoice denied']);
});

test('events are in order of time, also where instants are written with other offsets', () => {
  const steps: InvoiceStep[] = [
    { of: 'invoice', at: '2026-11-01T01:30:00-08:00', state: 'accepted', causedBy: null },
    { of: 'invoice', at: '2026-11-01T01:50:00-07:00', state: 'received', causedBy: null },
  ];
  expect(named({ steps })).toEqual(['invoice received', 'invoice accepted']);
});

test.each<[string, Partial<InvoiceSubmission>, number]>([
  [
    'rejected at last',
    { encounter: 'rejected', steps: [encounter(2, 'written'), encounter(3, 'rejected', [cell])] },
    1,
  ],
  ['rejected without a reason', { encounter: 'rejected', steps: [encounter(3, 'rejected')] }, 0],
  [
    'written again since',
    { encounter: 'written', steps: [encounter(3, 'rejected', [cell]), encounter(4, 'written')] },
    0,
  ],
])('an encounter that was %s has as many reasons to look at', (_, parts, count) => {
  expect(openRejection(submission(parts))).toHaveLength(count);
});

test('only what a rule of ours says of a cell goes onto a line as a finding', () => {
  const findings = [cell, { ...cell, rule: null }, { ...cell, column: null }, { ...cell, rowKey: null }];
  expect(asFollowed('4100000000', findings)).toEqual({
    invoiceNumber: '4100000000',
    state: 'rejected',
    findings: [
      {
        code: 'MEMBER_CIN_FORMAT',
        severity: 'error',
        column: 'memberCin',
        element: 21,
        rowKey: 'row-1',
        repair: false,
      },
    ],
  });
});
