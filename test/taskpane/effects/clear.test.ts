import type { Endpoint } from '../../../src/intake/endpoint.ts';
import type { PlanConnection } from '../../../src/submission/connection.ts';
import { running, signedIn } from '../../intake/running.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { type OpenPane, fillWithSample, openPane, signInWith } from '../support/open-pane.ts';
import { renumber } from '../support/renumber.ts';

// The plan's own endpoint runs here: receipts are real.
let endpoint: Endpoint;
let plan: PlanConnection;
let token: string;

beforeAll(async () => {
  endpoint = await running();
  ({ connection: plan, token } = await signedIn(endpoint));
});

/** The first six lines of the sample month; the last one has an error and stays back when the others are sent. */
async function month(): Promise<OpenPane> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  workbook.rows = workbook.rows.map((row, place) => (place < 6 ? row : null));
  renumber(workbook);
  workbook.type(8, { placeOfService: '', invoiceNumber: '8999999999' });
  const signIn = signInWith(token);
  const pane = openPane(plan, { signIn }, workbook);
  await pane.commands.open();
  return pane;
}

const used = ({ workbook }: OpenPane) => workbook.rows.flatMap((row) => row ?? []);

test('without a receipt that the plan signed nothing is cleared, whatever the sheets say', async () => {
  const pane = await month();
  const numbers = used(pane).map(({ entry }) => entry.invoiceNumber);
  pane.workbook.sent = { attempt: 2, accepted: numbers };
  pane.workbook.receiptRows = [
    { submissionId: 's', receivedAt: '', invoices: 6, lines: 6, totalCents: 0, state: '6 accepted', receipt: 'a.b.c' },
  ];
  const { members } = pane.workbook;
  await pane.commands.clearLines();
  await pane.commands.clearMembers();
  expect(used(pane)).toHaveLength(6);
  expect(pane.workbook.members).toEqual(members);
  expect(pane.state().message).toEqual({ kind: 'nothingToClear' });
});

test('lines of accepted invoices go; a line that was not sent stays with its member, Setup and Receipts stay', async () => {
  const pane = await month();
  await pane.commands.submit();
  const { receiptRows, setup } = pane.workbook;
  const rosterBefore = pane.workbook.members.length;
  await pane.commands.clearLines();
  expect(pane.state().message).toEqual({ kind: 'linesCleared', lines: 5 });
  expect(used(pane).map(({ entry }) => entry.invoiceNumber)).toEqual(['8999999999']);
  // The line that stays has moved up.
  expect(pane.workbook.rows[0]?.entry.invoiceNumber).toBe('8999999999');
  // Members are asked for apart.
  expect(pane.workbook.members).toHaveLength(rosterBefore);
  await pane.commands.clearMembers();
  expect(pane.workbook.members.map(({ memberCin }) => memberCin)).toEqual([used(pane)[0]?.entry.memberCin]);
  expect(pane.state().message).toEqual({ kind: 'membersCleared', members: rosterBefore - 1 });
  expect(pane.workbook.receiptRows).toEqual(receiptRows);
  expect(pane.workbook.setup).toEqual(setup);
});

test('members go alone while the lines stay: only those that no line uses', async () => {
  const pane = await month();
  await pane.commands.submit();
  await pane.commands.clearMembers();
  const cins = new Set(used(pane).map(({ entry }) => entry.memberCin));
  expect(new Set(pane.workbook.members.map(({ memberCin }) => memberCin))).toEqual(cins);
  expect(used(pane)).toHaveLength(6);
});
