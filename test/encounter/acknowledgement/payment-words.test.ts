import { paymentReason } from '../../../src/encounter/acknowledgement/payment-words.ts';
import type { Adjustment } from '../../../src/encounter/adjudication.ts';

const adjustment = (reason: string, cents: number, group: Adjustment['group'] = 'CO') => ({ group, reason, cents });

test.each<[string, 'paid' | 'denied', readonly Adjustment[], readonly string[], string | null]>([
  ['nothing was taken off', 'paid', [adjustment('45', 0)], [], null],
  [
    'a reduction asks nothing of the biller',
    'paid',
    [adjustment('45', 1050)],
    [],
    'CO-45 10.50: The charge is more than the agreed rate.',
  ],
  [
    'a refusal says what to do, and a remark stands beside it',
    'denied',
    [adjustment('197', 4500)],
    ['N563'],
    'CO-197 45.00: The authorization is missing. N563: The authorization that the service needs is missing. ' +
      "Compare number, service, days and units with the plan's authorization. Correct what differs, or ask the plan for an authorization, and send the invoice again.",
  ],
  [
    'a code that is not known stands as it is, with its sign',
    'denied',
    [adjustment('Q9', -5, 'OA')],
    [],
    "OA-Q9 -0.05: The receiver gives a reason by a code that is not known here. Ask the plan's support what the code OA-Q9 means.",
  ],
])('%s', (_, status, adjustments, remarks, words) => {
  expect(paymentReason({ line: 1, status, adjustments, remarks }, 'en')).toBe(words);
});

test('in Spanish too', () => {
  const paid = { line: 1, status: 'denied', adjustments: [adjustment('252', 100)], remarks: [] } as const;
  expect(paymentReason(paid, 'es')).toMatch(/^CO-252 1\.00: .*documentos/);
});
