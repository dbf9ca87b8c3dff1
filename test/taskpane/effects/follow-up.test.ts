import type { Endpoint } from '../../../src/intake/endpoint.ts';
import type { PlanConnection } from '../../../src/submission/connection.ts';
import type { Ports } from '../../../src/taskpane/effects/ports.ts';
import { placedFindings } from '../../../src/taskpane/state/finding-groups.ts';
import { latestInvoices } from '../../../src/taskpane/state/follow-up-state.ts';
import { running, signedIn } from '../../intake/running.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { type OpenPane, fillWithSample, impatient, openPane, signInWith } from '../support/open-pane.ts';
import { renumber } from '../support/renumber.ts';

// The plan's own endpoint runs here: its answers, receipts and refusals are real.
let endpoint: Endpoint;
let plan: PlanConnection;
let token: string;

// One for each test: an endpoint accepts a service once.
beforeEach(async () => {
  endpoint = await running();
  ({ connection: plan, token } = await signedIn(endpoint));
});

/** How often the endpoint was called, by method. */
let calls: string[] = [];
beforeEach(() => {
  calls = [];
});

const counting: typeof fetch = (input, init) => {
  calls.push(init?.method ?? 'GET');
  return fetch(input, init);
};

async function opened(workbook: MemoryWorkbook, ports: Partial<Ports> = {}): Promise<OpenPane> {
  const pane = openPane(
    plan,
    {
      signIn: signInWith(token),
      surroundings: { ...impatient, fetch: counting },
      ...ports,
    },
    workbook,
  );
  await pane.commands.open();
  return pane;
}

/** A workbook with the first lines of the sample month, sent once; the plan accepted them all. */
async function sentMonth(lines = 4): Promise<MemoryWorkbook> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  workbook.rows = workbook.rows.map((row, place) => (place < lines ? row : null));
  renumber(workbook);
  await (await opened(workbook)).commands.submit();
  expect(workbook.receiptRows).toMatchObject([{ state: expect.stringMatching(/^\d accepted$/) as string }]);
  calls = [];
  return workbook;
}

/** The same lines in a workbook that knows of no submission. */
function withoutMemory(workbook: MemoryWorkbook): MemoryWorkbook {
  workbook.receiptRows = [];
  workbook.sent = { attempt: 1, accepted: [] };
  return workbook;
}

/** The first invoice comes back: its number was accepted before, and the line says other than it did. */
async function returnedMonth(): Promise<{ pane: OpenPane; number: string }> {
  const workbook = withoutMemory(await sentMonth());
  const number = workbook.rows[0]?.entry.invoiceNumber ?? '';
  workbook.type(3, { controlNumber: 'CHANGED' });
  const pane = await opened(workbook);
  await pane.commands.submit();
  expect(workbook.receiptRows[0]?.state).toMatch(/to correct$/);
  calls = [];
  return { pane: await opened(workbook), number };
}

test('receipts that the workbook lost are fetched again, with what was accepted: nothing is sent twice', async () => {
  const workbook = await sentMonth();
  const [before, sent] = [workbook.receiptRows, workbook.sent];
  const pane = await opened(withoutMemory(workbook));
  await pane.commands.findReceipts(null);
  expect(pane.state().message).toEqual({ kind: 'receiptsFound', submissions: 1, unasked: 0 });
  expect(workbook.receiptRows).toEqual(before);
  expect(workbook.sent).toEqual(sent);
  expect(pane.state().followUp.submissions).toMatchObject([{ receipt: { attempt: 1 } }]);
  // One call finds the receipt for all of its invoices, one more brings the result.
  expect(calls).toEqual(['GET', 'GET']);
  await pane.commands.submit();
  expect(pane.state().submission.outcome).toEqual({ kind: 'stopped', reason: 'nothingToSend' });
});

test('one invoice number finds its submission; a number that was never sent finds nothing', async () => {
  const workbook = await sentMonth();
  const number = workbook.rows[0]?.entry.invoiceNumber ?? '';
  const pane = await opened(withoutMemory(workbook));
  await pane.commands.findReceipts('9999999999');
  expect(pane.state().message).toEqual({ kind: 'receiptsFound', submissions: 0, unasked: 0 });
  expect(workbook.receiptRows).toEqual([]);
  await pane.commands.findReceipts(number);
  expect(workbook.receiptRows).toHaveLength(1);
});

test('at most sixty numbers are asked for at one click, and the rest is said', async () => {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  renumber(workbook);
  const pane = await opened(workbook);
  await pane.commands.findReceipts(null);
  expect(pane.state().message).toEqual({ kind: 'receiptsFound', submissions: 0, unasked: 37 });
  expect(calls).toHaveLength(60);
});

test('a receipt that the plan did not sign is not written', async () => {
  const workbook = await sentMonth();
  const forging: typeof fetch = async (input, init) => {
    const answer = await counting(input, init);
    const text = (await answer.text()).replaceAll(/("receipt":"[^."]+\.[^."]+\.)[^"]+/g, `$1${'A'.repeat(86)}`);
    return new Response(text, { status: answer.status });
  };
  const pane = await opened(withoutMemory(workbook), { surroundings: { fetch: forging } });
  await pane.commands.findReceipts(null);
  expect(pane.state().message).toMatchObject({ kind: 'receiptsFound', submissions: 0 });
  expect(workbook.receiptRows).toEqual([]);
});

test('what came back is asked for again, and stands on its line wherever that has moved', async () => {
  const { pane, number } = await returnedMonth();
  const { workbook } = pane;
  expect(pane.state().followUp.results).toEqual([]);
  await workbook.reorder({ kind: 'move', from: 3, to: 6 });
  await pane.commands.askPlan();
  expect(pane.state().message).toEqual({ kind: 'planAnswered', submissions: 1 });
  await pane.commands.check();
  const lines = pane.state().snapshot?.contents.lines ?? [];
  const placed = placedFindings(lines, [], latestInvoices(pane.state().followUp.results));
  const told = placed.filter(({ finding, line }) => line.text.invoiceNumber === number && finding.severity === 'error');
  expect(told.map(({ finding, fromPlan, line }) => [line.row, finding.code, fromPlan])).toEqual([
    [6, 'INVOICE_NUMBER_ACCEPTED', true],
  ]);
});

test('with every invoice accepted there is nothing to ask, and nobody has to sign in', async () => {
  const workbook = await sentMonth();
  const pane = await opened(workbook, { signIn: () => Promise.reject(new Error('asked')) });
  await pane.commands.askPlan();
  expect(pane.state().message).toEqual({ kind: 'nothingOpen' });
  expect(calls).toEqual([]);
});

test('asking again for an older result changes neither the attempt nor what Setup says by now', async () => {
  const { pane, number } = await returnedMonth();
  const { workbook } = pane;
  workbook.setup = { ...workbook.setup, purpose: 'replacement', concerns: [number] };
  const { sent, setup } = workbook;
  await pane.commands.askPlan();
  expect(workbook.sent).toEqual(sent);
  expect(workbook.setup).toEqual(setup);
});

test.each([
  ['the network is lost', 'network'],
  ['the token has ended', 'signedOut'],
] as const)('where %s it is said, and the workbook stays as it is', async (_, reason) => {
  const { pane } = await returnedMonth();
  let clock = 0;
  const fetching: typeof fetch =
    reason === 'network'
      ? () => Promise.reject(new TypeError('lost'))
      : () => Promise.resolve(new Response('{}', { status: 401 }));
  const lost = await opened(pane.workbook, { surroundings: { fetch: fetching, now: () => (clock += 50_000) } });
  const before = structuredClone(pane.workbook.receiptRows);
  await lost.commands.askPlan();
  expect(lost.state().message).toEqual({ kind: 'plan', trouble: { kind: 'failed', reason } });
  expect(lost.state().busy).toBeNull();
  expect(pane.workbook.receiptRows).toEqual(before);
});

test('a sign-in that is closed is said', async () => {
  const { pane } = await returnedMonth();
  const closed = await opened(pane.workbook, { signIn: () => Promise.resolve({ kind: 'failed', reason: 'closed' }) });
  await closed.commands.askPlan();
  expect(closed.state().message).toEqual({ kind: 'plan', trouble: { kind: 'signInFailed', reason: 'closed' } });
});
