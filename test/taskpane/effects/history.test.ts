import type { Endpoint } from '../../../src/intake/endpoint.ts';
import type { PlanConnection } from '../../../src/submission/connection.ts';
import type { Ports } from '../../../src/taskpane/effects/ports.ts';
import { running, signedIn } from '../../intake/running.ts';
import { fillWithSample, impatient, openPane, signInWith, testNow, type OpenPane } from '../support/open-pane.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { renumber } from '../support/renumber.ts';

// The plan's own endpoint runs here: its answers and refusals are real.
let endpoint: Endpoint;
let plan: PlanConnection;
let token: string;
let workbook: MemoryWorkbook;

/** A workbook with two lines of the sample month, sent and accepted. */
beforeAll(async () => {
  endpoint = await running();
  ({ connection: plan, token } = await signedIn(endpoint));
  workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  workbook.rows = workbook.rows.map((row, place) => (place < 2 ? row : null));
  renumber(workbook);
  await (await opened()).commands.submit();
});

async function opened(ports: Partial<Ports> = {}): Promise<OpenPane> {
  const pane = openPane(plan, { signIn: signInWith(token), surroundings: impatient, ...ports }, workbook);
  await pane.commands.open();
  return pane;
}

const number = (): string => workbook.rows[0]?.entry.invoiceNumber ?? '';

test('the history of an invoice is the plan’s own, with when it was told', async () => {
  const pane = await opened();
  await pane.commands.showHistory(number(), null);
  const { history, fetchedAt } = pane.state().followUp.history ?? {};
  expect(fetchedAt).toEqual(testNow);
  expect(history).toMatchObject({ invoiceNumber: number(), state: 'accepted', encounter: 'notWritten' });
  expect(history?.submissions[0]?.steps.map(({ state }) => state)).toEqual(['received', 'accepted']);
  expect(pane.state().message).toBeNull();
  expect(pane.state().busy).toBeNull();
});

test('the request names the provider of the receipt, or else that of Setup', async () => {
  const asked: string[] = [];
  const listening: typeof fetch = (input, init) => {
    asked.push(input instanceof Request ? input.url : String(input));
    return fetch(input, init);
  };
  const pane = await opened({ surroundings: { ...impatient, fetch: listening } });
  await pane.commands.showHistory(number(), null);
  await pane.commands.showHistory(number(), '1730177518');
  expect(asked.map((url) => new URL(url).searchParams.get('provider'))).toEqual([
    workbook.setup.billing.billingProviderNpi,
    '1730177518',
  ]);
  expect(pane.state().message).toEqual({ kind: 'invoiceUnknown', invoiceNumber: number() });
});

test('a number that the plan does not have is said, and what was open stays', async () => {
  const pane = await opened();
  await pane.commands.showHistory(number(), null);
  await pane.commands.showHistory('9999999999', null);
  expect(pane.state().message).toEqual({ kind: 'invoiceUnknown', invoiceNumber: '9999999999' });
  expect(pane.state().followUp.history?.history.invoiceNumber).toBe(number());
});

test.each<[string, () => ReturnType<typeof fetch>, string]>([
  ['the network is lost', () => Promise.reject(new TypeError('lost')), 'network'],
  ['the plan is too busy', () => Promise.resolve(new Response('', { status: 503 })), 'busy'],
  ['the token has ended', () => Promise.resolve(new Response('{}', { status: 401 })), 'signedOut'],
  ['somebody between answers', () => Promise.resolve(new Response('<p>sign in</p>')), 'notUnderstood'],
  ['the answer is of another shape', () => Promise.resolve(Response.json({ state: 'paid' })), 'notUnderstood'],
])('where %s it is said, and nothing opens', async (_, answer, reason) => {
  let clock = 0;
  const pane = await opened({ surroundings: { ...impatient, fetch: answer, now: () => (clock += 50_000) } });
  await pane.commands.showHistory(number(), null);
  expect(pane.state().message).toEqual({ kind: 'plan', trouble: { kind: 'failed', reason } });
  expect(pane.state().followUp.history).toBeNull();
  expect(pane.state().busy).toBeNull();
});

test('a sign-in that is closed is said', async () => {
  const pane = await opened({ signIn: () => Promise.resolve({ kind: 'failed', reason: 'closed' }) });
  await pane.commands.showHistory(number(), null);
  expect(pane.state().message).toEqual({ kind: 'plan', trouble: { kind: 'signInFailed', reason: 'closed' } });
});
