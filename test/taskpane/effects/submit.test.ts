import type { Endpoint } from '../../../src/intake/endpoint.ts';
import type { PlanConnection } from '../../../src/submission/connection.ts';
import type { SubmissionOutcome } from '../../../src/taskpane/state/submission-state.ts';
import { running, signedIn } from '../../intake/running.ts';
import { type OpenPane, fillWithSample, impatient, openPane, signInWith, testNow } from '../support/open-pane.ts';
import type { Ports } from '../../../src/taskpane/effects/ports.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { renumber } from '../support/renumber.ts';

// The plan's own endpoint runs here: its answers, receipts and refusals are real.
let endpoint: Endpoint;
let plan: PlanConnection;
let token: string;

/** How often the endpoint was asked to take a submission. */
let posts = 0;

beforeAll(async () => {
  endpoint = await running();
  ({ connection: plan, token } = await signedIn(endpoint));
});

const counting: typeof fetch = (input, init) => {
  if (init?.method === 'POST') posts += 1;
  return fetch(input, init);
};

const around = (send: typeof fetch): Ports['surroundings'] => ({ ...impatient, fetch: send });

interface SignedIn {
  readonly connection: PlanConnection;
  readonly token: string;
}

async function paneWithSample(
  ports: Partial<Ports> = {},
  workbook = new MemoryWorkbook(),
  at: SignedIn = { connection: plan, token },
): Promise<OpenPane> {
  await fillWithSample(workbook, at.connection.profile);
  return reopened(workbook, ports, at);
}

/** The pane closed and opened again on the same workbook. */
async function reopened(
  workbook: MemoryWorkbook,
  ports: Partial<Ports> = {},
  at: SignedIn = { connection: plan, token },
): Promise<OpenPane> {
  const pane = openPane(
    at.connection,
    {
      signIn: signInWith(at.token),
      surroundings: around(counting),
      ...ports,
    },
    workbook,
  );
  await pane.commands.open();
  return pane;
}

function received(pane: OpenPane): Extract<SubmissionOutcome, { kind: 'received' }> {
  const { outcome } = pane.state().submission;
  if (outcome?.kind !== 'received') throw new Error(`not received: ${outcome?.kind ?? 'nothing'}`);
  return outcome;
}

beforeEach(() => {
  posts = 0;
});

test('the sample month is sent once, its receipt verified and written, its invoices marked as accepted', async () => {
  const pane = await paneWithSample();
  renumber(pane.workbook);
  await pane.commands.submit();
  const { receipt, result, written } = received(pane);
  expect(written).toBe(true);
  expect(result?.invoices.map(({ state }) => state)).toEqual(Array.from({ length: 97 }, () => 'accepted'));
  expect(pane.workbook.receiptRows).toMatchObject([
    { submissionId: receipt.submissionId, invoices: 97, lines: 172, state: '97 accepted' },
  ]);
  expect(pane.workbook.sent.attempt).toBe(2);
  expect(pane.workbook.sent.accepted).toHaveLength(97);
  expect(pane.workbook.rows[0]?.mark).toContain('checked 11/24/2026');
  expect(posts).toBe(1);

  await pane.commands.readReceipts();
  expect(pane.state().followUp.submissions).toMatchObject([{ receipt: { submissionId: receipt.submissionId } }]);

  // Everything was accepted: another click has nothing to send.
  await pane.commands.submit();
  expect(pane.state().submission.outcome).toEqual({ kind: 'stopped', reason: 'nothingToSend' });
  expect(posts).toBe(1);
});

test('two clicks at once are one submission', async () => {
  const pane = await paneWithSample();
  renumber(pane.workbook);
  await Promise.all([pane.commands.submit(), pane.commands.submit()]);
  expect(pane.workbook.receiptRows).toHaveLength(1);
  expect(posts).toBe(1);
});

test('an answer that is lost, and a pane that is closed, end in one submission', async () => {
  // The plan receives it, but no answer comes back.
  const deaf: typeof fetch = async (input, init) => {
    await counting(input, init);
    throw new TypeError('lost');
  };
  let clock = 0;
  const surroundings = { ...around(deaf), now: () => (clock += 50_000) };
  const first = await paneWithSample({ surroundings });
  renumber(first.workbook);
  await first.commands.submit();
  expect(first.state().submission.outcome).toEqual({ kind: 'failed', reason: 'network' });
  expect(first.workbook.receiptRows).toEqual([]);
  expect(first.workbook.sent.attempt).toBe(1);

  const second = await reopened(first.workbook);
  await second.commands.submit();
  const { receipt } = received(second);
  expect(second.workbook.receiptRows).toHaveLength(1);
  expect(second.workbook.sent.attempt).toBe(2);

  // The same content under the same attempt, from a copy of the file: the same receipt, byte for byte.
  const [kept] = second.workbook.receiptRows;
  second.workbook.sent = { attempt: 1, accepted: [] };
  const third = await reopened(second.workbook);
  await third.commands.submit();
  expect(received(third).receipt.submissionId).toBe(receipt.submissionId);
  expect(third.workbook.receiptRows).toEqual([kept]);
});

test('an Excel that does not take the receipt: the outcome says both, and another click makes it good', async () => {
  const pane = await paneWithSample();
  renumber(pane.workbook);
  pane.workbook.failNext('writeReceipt', 'notAnswering');
  await pane.commands.submit();
  expect(received(pane).written).toBe(false);
  expect(pane.workbook.receiptRows).toEqual([]);
  const { submissionId } = received(pane).receipt;
  await pane.commands.submit();
  expect(received(pane)).toMatchObject({ written: true, receipt: { submissionId } });
  expect(pane.workbook.receiptRows).toHaveLength(1);
});

test('invoices with errors stay back, the others go', async () => {
  const pane = await paneWithSample();
  renumber(pane.workbook);
  const [first] = pane.workbook.rows;
  const broken = first?.entry.invoiceNumber ?? '';
  pane.workbook.type(3, { memberCin: '1' });
  await pane.commands.submit();
  const numbers = received(pane).result?.invoices.map(({ invoiceNumber }) => invoiceNumber);
  expect(numbers).toHaveLength(96);
  expect(numbers).not.toContain(broken);
  expect(pane.workbook.sent.accepted).not.toContain(broken);
});

test.each([
  ['altered plan data', (workbook: MemoryWorkbook) => (workbook.template = alter(workbook)), 'altered'],
  ['an unknown plan', (workbook: MemoryWorkbook) => (workbook.template = rename(workbook)), 'planUnknown'],
  [
    'a damaged sheet',
    (workbook: MemoryWorkbook) => (workbook.damage = [{ kind: 'listMissing', column: 'x' }]),
    'damaged',
  ],
  [
    'no attestation',
    (workbook: MemoryWorkbook) => (workbook.setup = { ...workbook.setup, attested: false }),
    'notAttested',
  ],
] as const)('%s sends nothing', async (_, change, reason) => {
  const pane = await paneWithSample();
  change(pane.workbook);
  await pane.commands.submit();
  expect(pane.state().submission.outcome).toEqual({ kind: 'stopped', reason });
  expect(posts).toBe(0);
});

function alter(workbook: MemoryWorkbook): MemoryWorkbook['template'] {
  return workbook.template === null ? null : { ...workbook.template, untouched: false };
}

function rename(workbook: MemoryWorkbook): MemoryWorkbook['template'] {
  return workbook.template === null ? null : { ...workbook.template, planId: 'another-plan' };
}

test('a sign-in that is closed sends nothing and says so', async () => {
  const pane = await paneWithSample({ signIn: () => Promise.resolve({ kind: 'failed', reason: 'closed' }) });
  await pane.commands.submit();
  expect(pane.state().submission.outcome).toEqual({ kind: 'signInFailed', reason: 'closed' });
  expect(posts).toBe(0);
});

test('a token that the plan no longer takes is forgotten, and the next click signs in again', async () => {
  let signIns = 0;
  const pane = await paneWithSample({
    signIn: () => {
      signIns += 1;
      const good = signIns > 1 ? token : 'expired';
      return Promise.resolve({ kind: 'signedIn', token: { token: good, usableUntil: testNow.getTime() + 60_000 } });
    },
  });
  renumber(pane.workbook);
  await pane.commands.submit();
  expect(pane.state().submission.outcome).toEqual({ kind: 'failed', reason: 'signedOut' });
  expect(pane.state().signedIn).toBe(false);
  await pane.commands.submit();
  expect(received(pane).written).toBe(true);
  expect(signIns).toBe(2);
});

test('an answer with a receipt that the plan did not sign is not shown as received', async () => {
  const forging: typeof fetch = async (input, init) => {
    const answer = await counting(input, init);
    const body = (await answer.json()) as { receipt: string };
    const [head = '', payload = ''] = body.receipt.split('.');
    return Response.json({ ...body, receipt: `${head}.${payload}.${'A'.repeat(86)}` }, { status: answer.status });
  };
  const pane = await paneWithSample({ surroundings: around(forging) });
  renumber(pane.workbook);
  await pane.commands.submit();
  expect(pane.state().submission.outcome).toEqual({ kind: 'receiptNotVerified' });
  expect(pane.workbook.receiptRows).toEqual([]);
  expect(pane.workbook.sent.attempt).toBe(1);
});

test('stopping is possible while it is sent', async () => {
  const pane = await paneWithSample({
    surroundings: around(
      (_input, init) =>
        new Promise((_resolve, reject) => {
          init?.signal?.addEventListener('abort', () => {
            reject(new DOMException('stopped', 'AbortError'));
          });
          pane.commands.stop();
        }),
    ),
  });
  await pane.commands.submit();
  expect(pane.state().submission.outcome).toEqual({ kind: 'failed', reason: 'cancelled' });
  expect(pane.state().busy).toBeNull();
});

test('a replacement sends the named invoices only, once, and the workbook then sends new ones again', async () => {
  // An endpoint of its own: only what was accepted can be replaced, and the plan accepts a service once.
  const pane = await paneWithSample({}, new MemoryWorkbook(), await signedIn(await running()));
  await pane.commands.submit();
  const number = pane.workbook.rows[0]?.entry.invoiceNumber ?? '';
  pane.workbook.setup = { ...pane.workbook.setup, purpose: 'replacement', concerns: [number] };
  await pane.commands.submit();
  expect(received(pane).receipt).toMatchObject({ purpose: 'replacement', counts: { invoices: 1 } });
  expect(pane.workbook.setup).toMatchObject({ purpose: 'new', concerns: [] });
  await pane.commands.submit();
  expect(pane.state().submission.outcome).toEqual({ kind: 'stopped', reason: 'nothingToSend' });
  expect(posts).toBe(2);
});
