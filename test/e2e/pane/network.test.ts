/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import { openExcel } from '../../support/excel.ts';
import type { NetworkFault } from '../../support/fault-proxy.ts';
import { expectOneSubmission } from './one-submission.ts';
import { filledWorkbook, openPaneOn, startFarPlan, type FarPlan } from './pane-on-excel.ts';

let far: FarPlan;
beforeAll(async () => {
  far = await startFarPlan();
});
afterAll(() => far.close());
afterEach(() => {
  far.network.mend();
});

const submission = 'POST /v1/submissions';
const status = 'GET /v1/submissions/';

/** Where a submission is cut: the request that fails, how, and what the biller then reads. */
const cuts: readonly (readonly [name: string, faults: readonly (readonly [string, NetworkFault])[], said: string])[] = [
  ['before the plan has it', [[submission, 'beforeRequest']], 'Your plan could not be reached. Nothing is lost'],
  ['after the plan stored it, before its answer', [[submission, 'beforeAnswer']], 'Your plan could not be reached.'],
  ['within the answer that holds the receipt', [[submission, 'withinAnswer']], 'Your plan could not be reached.'],
  [
    'before the plan is asked for the result',
    [
      [submission, 'stillChecking'],
      [status, 'beforeRequest'],
    ],
    'The plan is still checking.',
  ],
  [
    'within the answer that holds the result',
    [
      [submission, 'stillChecking'],
      [status, 'withinAnswer'],
    ],
    'The plan is still checking.',
  ],
];

test.each(cuts)('a connection that ends %s is tried again by itself: one submission', async (_, faults) => {
  const excel = await filledWorkbook(far);
  const pane = await openPaneOn(far, excel);
  await pane.goTo('submit');
  for (const fault of faults) far.network.failNext(...fault);
  await pane.click('Sign in and submit');
  expect(pane.screen.announced).toContain('3 invoices accepted.');
  await expectOneSubmission(far, excel);
  await pane.close();
  excel.close();
});

test.each(cuts)('a network that is lost %s is said, and one click goes on', async (_, faults, said) => {
  const excel = await filledWorkbook(far);
  const pane = await openPaneOn(far, excel);
  await pane.goTo('submit');
  for (const fault of faults) far.network.failNext(...fault);
  far.network.cut();
  await pane.click('Sign in and submit');
  expect(pane.screen.announced).toContain(said);
  expect(pane.screen.announced).toMatch(/press Submit (once more|again)/i);

  far.network.mend();
  await pane.click('Submit');
  expect(pane.screen.announced).toContain('3 invoices accepted.');
  expect(pane.screen.announced).toContain('The receipt is signed by your plan and written to the Receipts sheet.');
  await expectOneSubmission(far, excel);
  await pane.close();
  excel.close();
});

test.each(cuts.filter((_, place) => place === 1 || place === 4))(
  'a pane that is closed after a network was lost %s goes on when it is opened again',
  async (_, faults) => {
    const excel = await filledWorkbook(far);
    const first = await openPaneOn(far, excel);
    await first.goTo('submit');
    for (const fault of faults) far.network.failNext(...fault);
    far.network.cut();
    await first.click('Sign in and submit');
    await first.close();

    far.network.mend();
    const second = await openPaneOn(far, await openExcel({ on: excel.host }));
    await second.goTo('submit');
    await second.click('Sign in and submit');
    expect(second.screen.announced).toContain('3 invoices accepted.');
    await expectOneSubmission(far, excel);
    await second.close();
    second.excel.close();
    excel.close();
  },
);

test('a second click while the first is under way sends nothing more', async () => {
  const excel = await filledWorkbook(far);
  const pane = await openPaneOn(far, excel);
  await pane.goTo('submit');
  far.network.takeSeen();
  await pane.begin('Sign in and submit');
  await pane.click(/^(Sign in and submit|Submit)$/);
  expect(far.network.takeSeen().filter((request) => request === submission)).toHaveLength(1);
  await expectOneSubmission(far, excel);
  await pane.close();
  excel.close();
});

test('an endpoint that is down when the pane opens takes nothing but sending away', async () => {
  far.network.cut();
  const excel = await filledWorkbook(far);
  const pane = await openPaneOn(far, excel);
  await pane.goTo('check');
  await pane.click('Check all lines');
  expect(pane.screen.announced).toContain('3 lines checked: 0 errors');
  await pane.goTo('submit');
  await pane.click('Sign in and submit');
  expect(pane.screen.announced).toContain('Your plan could not be reached. Nothing is lost');

  far.network.mend();
  await pane.click('Submit');
  await expectOneSubmission(far, excel);
  await pane.close();
  excel.close();
});

test('an answer of somebody between is not taken for the plan’s', async () => {
  const excel = await filledWorkbook(far);
  const pane = await openPaneOn(far, excel);
  await pane.goTo('submit');
  far.network.failNext(submission, 'foreignAnswer');
  await pane.click('Sign in and submit');
  expect(pane.screen.announced).toContain('The answer did not come from your plan.');
  await pane.click('Submit');
  await expectOneSubmission(far, excel);
  await pane.close();
  excel.close();
});

test.each<[string, (typeof cuts)[number][1], string]>([
  [
    'before the plan has the submission',
    [[submission, 'tokenRefused']],
    'Your sign-in ended before the plan received the submission. Press Submit and sign in again.',
  ],
  [
    'while the plan is checking',
    [
      [submission, 'stillChecking'],
      [status, 'tokenRefused'],
    ],
    'The plan is still checking. Press Submit again in some minutes to see the result',
  ],
])('a sign-in that ends %s: one click signs in again and goes on', async (_, faults, said) => {
  let signIns = 0;
  const excel = await filledWorkbook(far);
  const pane = await openPaneOn(far, excel, {
    signIn: () => {
      signIns += 1;
      return Promise.resolve({ kind: 'signedIn', token: { token: far.token, usableUntil: Number.MAX_SAFE_INTEGER } });
    },
  });
  await pane.goTo('submit');
  for (const fault of faults) far.network.failNext(...fault);
  await pane.click('Sign in and submit');
  expect(pane.screen.announced).toContain(said);
  await pane.click('Sign in and submit');
  expect(signIns).toBe(2);
  expect(pane.screen.announced).toContain('3 invoices accepted.');
  await expectOneSubmission(far, excel);
  await pane.close();
  excel.close();
});
