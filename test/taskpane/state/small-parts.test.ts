import { concernsFrom, concernsOf, concernsText } from '../../../src/taskpane/state/concerns.ts';
import { nextInvoiceNumber } from '../../../src/taskpane/state/next-invoice-number.ts';
import { originOf } from '../../../src/taskpane/state/origin.ts';
import { matchesWords } from '../../../src/taskpane/state/word-search.ts';
import { siteFromBilling } from '../../../src/taskpane/state/blank.ts';
import { sampleContents } from '../../support/sample-contents.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { dateText, moneyText, timeText } from '../../../src/taskpane/words/formats.ts';

test.each([
  [['4100001001', '4100001010', 'x', ''], '4100001011'],
  [['0000000009'], '0000000010'],
  [['9999999999'], ''],
  [[], ''],
])('the number after %j is %s', (numbers, next) => {
  expect(nextInvoiceNumber(numbers)).toBe(next);
});

test.each([
  ['José Núñez', 'nunez jose', true],
  ['G9012 U2 · Enhanced Care Management', 'care g9012', true],
  ['G9012 U2', 'g9008', false],
  ['anything', '  ', true],
])('%s is found by "%s": %s', (text, query, found) => {
  expect(matchesWords(text, query)).toBe(found);
});

test('invoice numbers can be typed one after the other, and are kept without blanks and repetitions', () => {
  expect(concernsText(concernsFrom('4100001001 '))).toBe('4100001001 ');
  expect(concernsOf(concernsFrom('4100001001, 4100001002 4100001001 '))).toEqual(['4100001001', '4100001002']);
  expect(concernsFrom('')).toEqual([]);
});

test.each([
  ['billingProviderNpi', 'setUp'],
  ['renderingProviderPhone', 'setUp'],
  ['renderingProviderName', 'line'],
  ['memberCin', 'line'],
  ['memberLastName', 'members'],
  ['serviceChargeAmount', 'derived'],
] as const)('%s is mended on %s', (column, origin) => {
  expect(originOf(column)).toBe(origin);
});

test('the billing provider as a site: the same address under the other names', async () => {
  const { billing } = sampleContents(await samplePlan()).setup;
  expect(siteFromBilling(billing)).toMatchObject({
    renderingProviderName: billing.billingProviderName,
    renderingProviderZip: billing.billingProviderZip,
  });
});

test('money and dates as every sheet has them', () => {
  expect(moneyText(123_450)).toBe('$1,234.50');
  expect(dateText('2026-11-02')).toBe('11/02/2026');
  expect(dateText('soon')).toBe('soon');
  expect(timeText(new Date('not a date'))).toBe('');
  expect(timeText(new Date(2026, 10, 2, 9, 14))).toBe('11/02/2026, 9:14 AM');
});
