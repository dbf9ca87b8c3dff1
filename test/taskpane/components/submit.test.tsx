/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import type { SubmissionOutcome } from '../../../src/taskpane/state/submission-state.ts';
import { fillWithSample, openPane, testNow, type OpenPane } from '../support/open-pane.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { plan } from '../support/plan.ts';
import { receiptOf } from '../support/receipts.ts';
import { Screen } from '../support/screen.tsx';

async function onSubmit(
  change: (workbook: MemoryWorkbook) => void = () => undefined,
  ports: Parameters<typeof openPane>[1] = {},
): Promise<{ pane: OpenPane; screen: Screen }> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  change(workbook);
  const pane = openPane(plan, ports, workbook);
  await pane.commands.open();
  pane.store.dispatch({ type: 'stepChosen', step: 'submit' });
  return { pane, screen: await Screen.show(pane) };
}

test('what goes is said in invoices, lines, members and dollars', async () => {
  const { screen } = await onSubmit();
  expect(screen.text).toMatch(/97 invoices with 172 lines for \d+ members, \$[\d,]+\.\d\d in all\./);
  expect(screen.text).toContain('They are new invoices.');
  expect(screen.has('heading', 'What stays back')).toBe(false);
  await screen.close();
});

test('what stays back is said with its reason, and leads to the errors', async () => {
  const { screen } = await onSubmit((workbook) => {
    const [first, second] = workbook.rows.flatMap((row) => (row === null ? [] : [row.entry.invoiceNumber]));
    workbook.sent = { attempt: 2, accepted: [first ?? ''] };
    workbook.rows = workbook.rows.map((row) =>
      row !== null && row.entry.invoiceNumber === second
        ? { ...row, entry: { ...row.entry, placeOfService: '' } }
        : row,
    );
  });
  expect(screen.text).toContain('1 invoice that the plan already accepted.');
  expect(screen.text).toContain('1 invoice with errors.');
  await screen.click('button', 'Show the errors');
  expect(screen.get('tab', /^Check/).getAttribute('aria-selected')).toBe('true');
  await screen.close();
});

test.each<[string, (workbook: MemoryWorkbook) => void, string]>([
  ['altered plan data', (workbook) => (workbook.template = alter(workbook)), 'Put the template back first.'],
  ['no attestation', (workbook) => (workbook.setup = { ...workbook.setup, attested: false }), 'confirm on Set up'],
  ['nothing to send', (workbook) => (workbook.rows = []), 'There is no invoice to send.'],
])('with %s there is no sending, and the reason is there', async (_, change, reason) => {
  const { screen } = await onSubmit(change);
  expect(screen.get('button', 'Sign in and submit')).toHaveProperty('disabled', true);
  expect(screen.text).toContain(reason);
  await screen.close();
});

function alter({ template }: MemoryWorkbook): MemoryWorkbook['template'] {
  return template === null ? null : { ...template, untouched: false };
}

test('once all is accepted, what came of it stands first, and nothing sounds as if it had failed', async () => {
  const { pane, screen } = await onSubmit((workbook) => {
    const numbers = workbook.rows.flatMap((row) => (row === null ? [] : [row.entry.invoiceNumber]));
    workbook.sent = { attempt: 1, accepted: [...new Set(numbers)] };
  });
  await screen.after(() => {
    pane.store.dispatch({ type: 'submissionEnded', outcome: { kind: 'received', receipt, result, written: true } });
  });
  expect(screen.text).toMatch(/Received by the plan on .*What goes.*No further invoice is ready to send\./s);
  expect(screen.text).not.toContain('There is no invoice to send.');
  await screen.close();
});

test('an unknown plan says so; there is nothing to check or send', async () => {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  if (workbook.template !== null) workbook.template = { ...workbook.template, planId: 'somebody-else' };
  const pane = openPane(plan, {}, workbook);
  const unknown = await Screen.show(pane);
  await unknown.after(() => pane.commands.open());
  expect(unknown.has('heading', 'This workbook names a plan that the pane does not know')).toBe(true);
  expect(unknown.has('tab')).toBe(false);
  await unknown.close();
});

test('a sign-in that was closed is said, and the button works again', async () => {
  const { screen } = await onSubmit();
  await screen.click('button', 'Sign in and submit');
  expect(screen.announced).toContain('The sign-in window was closed');
  expect(screen.get('button', 'Sign in and submit')).toHaveProperty('disabled', false);
  await screen.close();
});

test('while it runs the buttons keep their place but do nothing, and stopping works', async () => {
  const { pane, screen } = await onSubmit(() => undefined, {
    signIn: () => Promise.resolve({ kind: 'signedIn', token: { token: 't', usableUntil: testNow.getTime() + 60_000 } }),
    surroundings: {
      fetch: (_, init) =>
        new Promise((_resolve, reject) => {
          const stop = (): void => {
            reject(new DOMException('stopped', 'AbortError'));
          };
          // As fetch does: a call that was stopped before it began ends at once.
          if (init?.signal?.aborted === true) stop();
          init?.signal?.addEventListener('abort', stop);
        }),
    },
  });
  await screen.click('button', 'Sign in and submit');
  expect(screen.announced).toContain('Sending…');
  expect(pane.state().busy).toBe('submit');
  expect(screen.get('button', 'Submit').getAttribute('aria-disabled')).toBe('true');
  await screen.click('button', 'Stop sending');
  await screen.until(() => pane.state().busy === null);
  expect(screen.announced).toContain('You stopped.');
  expect(pane.state().busy).toBeNull();
  await screen.close();
});

const receipt = receiptOf({});
const pack = { version: '1', hash: 'x' };
const result = {
  checkedAt: '2026-11-24T09:00:01-08:00',
  rulePack: { submitted: pack, applied: pack },
  profileVersion: { submitted: 1, applied: 1 },
  rulePackChanges: ['NPI_FORMAT', 'service-table', 'RULE_OF_2030'],
  notices: ['RULE_PACK_DIFFERS' as const],
  invoices: [
    { invoiceNumber: '4100001001', state: 'accepted' as const, lines: 1, chargeCents: 4500, findings: [] },
    { invoiceNumber: '4100001002', state: 'rejected' as const, lines: 2, chargeCents: 2500, findings: [] },
  ],
};

test.each<[string, SubmissionOutcome, RegExp]>([
  [
    'received',
    { kind: 'received', receipt, result, written: true },
    /Received by the plan on .* Submission 0199-a\.The receipt is signed by your plan and written.*by 12\/24\/2026\.1 invoice came back.*Invoice 4100001002 · 2 lines · \$25\.00.*1 invoice accepted/,
  ],
  ['received, still being checked', { kind: 'received', receipt, result: null, written: true }, /still checking/],
  ['received, not written', { kind: 'received', receipt, result, written: false }, /Excel did not take the receipt/],
  [
    'other rules',
    { kind: 'received', receipt, result, written: true },
    /another set of rules.*not the same:Not an NPI$/,
  ],
  [
    'refused',
    { kind: 'refused', problem: 'provider-not-yours', requestId: 'r-7' },
    /may not send for this billing provider.*request r-7/,
  ],
  ['not verified', { kind: 'receiptNotVerified' }, /It is not shown as received/],
  ['network', { kind: 'failed', reason: 'network' }, /could not be reached\. Nothing is lost/],
  ['busy', { kind: 'failed', reason: 'busy' }, /too busy/],
  ['proxy', { kind: 'failed', reason: 'notUnderstood' }, /did not come from your plan/],
  ['damaged', { kind: 'stopped', reason: 'damaged' }, /Repair it first/],
])('the outcome "%s" is announced', async (_, outcome, text) => {
  const { pane, screen } = await onSubmit();
  await screen.after(() => {
    pane.store.dispatch({ type: 'submissionEnded', outcome });
  });
  expect(screen.announced).toMatch(text);
  await screen.close();
});
