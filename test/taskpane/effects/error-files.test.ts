import type { Endpoint } from '../../../src/intake/endpoint.ts';
import type { PlanConnection } from '../../../src/submission/connection.ts';
import type { Ports, SavedFile } from '../../../src/taskpane/effects/ports.ts';
import { ofSeverity, placedFindings } from '../../../src/taskpane/state/finding-groups.ts';
import { latestInvoices } from '../../../src/taskpane/state/follow-up-state.ts';
import { invoiceColumn } from '../../../src/workbook/invoice-columns.ts';
import { running, signedIn } from '../../intake/running.ts';
import { correctedFile } from '../../support/corrected-file.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { type OpenPane, fillWithSample, impatient, openPane, signInWith } from '../support/open-pane.ts';
import { renumber } from '../support/renumber.ts';

// The plan's own endpoint runs here: receipts and error workbooks are real.
let endpoint: Endpoint;
let plan: PlanConnection;
let token: string;

// One for each test: an endpoint accepts a service once.
beforeEach(async () => {
  endpoint = await running();
  ({ connection: plan, token } = await signedIn(endpoint));
});

let saved: SavedFile[] = [];
beforeEach(() => {
  saved = [];
});

async function opened(workbook: MemoryWorkbook, ports: Partial<Ports> = {}): Promise<OpenPane> {
  const pane = openPane(
    plan,
    {
      signIn: signInWith(token),
      saveFile: (file) => saved.push(file),
      surroundings: impatient,
      ...ports,
    },
    workbook,
  );
  await pane.commands.open();
  return pane;
}

/**
 * Two workbooks with the same invoice number: the plan accepted the first one's invoice, the second one's came back.
 * The pane that is given is the second's, opened anew.
 */
async function returnedInvoice(): Promise<{ pane: OpenPane; number: string; submissionId: string }> {
  const first = new MemoryWorkbook();
  await fillWithSample(first, plan.profile);
  first.rows = first.rows.map((row, place) => (place < 1 ? row : null));
  renumber(first);
  const number = first.rows[0]?.entry.invoiceNumber ?? '';
  await (await opened(first)).commands.submit();
  const second = new MemoryWorkbook();
  await fillWithSample(second, plan.profile);
  second.rows = second.rows.map((row, place) => (place < 1 ? (first.rows[0] ?? row) : null));
  second.type(3, { controlNumber: 'CHANGED' });
  await (await opened(second)).commands.submit();
  expect(second.receiptRows[0]?.state).toBe('0 accepted, 1 to correct');
  return { pane: await opened(second), number, submissionId: second.receiptRows[0]?.submissionId ?? '' };
}

async function savedWorkbook(pane: OpenPane, submissionId: string): Promise<SavedFile> {
  await pane.commands.saveErrors(submissionId, 'xlsx');
  const file = saved.at(-1);
  if (file === undefined) throw new Error(`nothing was saved: ${pane.state().message?.kind ?? ''}`);
  return file;
}

const opens = (file: Pick<SavedFile, 'bytes'>): Blob => new Blob([file.bytes]);

test('the errors are fetched as a workbook and as a list, under names that say nothing of anybody', async () => {
  const { pane, submissionId } = await returnedInvoice();
  await pane.commands.saveErrors(submissionId, 'xlsx');
  await pane.commands.saveErrors(submissionId, 'csv');
  expect(pane.state().message).toEqual({ kind: 'errorsSaved' });
  expect(saved.map(({ name, type }) => `${name} ${type}`)).toEqual([
    `errors-${submissionId}.xlsx application/vnd.openxmlformats-officedocument.spreadsheetml.sheet`,
    `errors-${submissionId}.csv text/csv`,
  ]);
  expect(new TextDecoder().decode(saved[1]?.bytes)).toContain('INVOICE_NUMBER_ACCEPTED');
});

test('an answer that is no file of the plan is not saved', async () => {
  const { pane, submissionId } = await returnedInvoice();
  const proxy = await opened(pane.workbook, {
    surroundings: {
      fetch: () => Promise.resolve(new Response('<p>sign in</p>', { headers: { 'content-type': 'text/html' } })),
    },
  });
  await proxy.commands.saveErrors(submissionId, 'xlsx');
  expect(proxy.state().message).toEqual({ kind: 'plan', trouble: { kind: 'failed', reason: 'notUnderstood' } });
  expect(saved).toEqual([]);
});

test('a workbook that is opened without a network puts its findings on the lines, and its receipt on the sheet', async () => {
  const { pane, number, submissionId } = await returnedInvoice();
  const file = await savedWorkbook(pane, submissionId);
  // The receipt was lost, the line has moved, and there is no network.
  const { sent } = pane.workbook;
  pane.workbook.receiptRows = [];
  await pane.workbook.reorder({ kind: 'move', from: 3, to: 8 });
  const offline = await opened(pane.workbook, {
    signIn: () => Promise.reject(new Error('asked')),
    surroundings: { fetch: () => Promise.reject(new TypeError('offline')) },
  });
  await offline.commands.readErrorWorkbook(opens(file));
  expect(offline.state().message).toEqual({ kind: 'errorWorkbookLoaded', findings: 3 });
  expect(offline.state().followUp.errorFile).toEqual({
    kind: 'loaded',
    submissionId,
    findings: 3,
    missing: 0,
    corrected: [],
  });
  const { followUp, snapshot } = offline.state();
  const latest = latestInvoices(followUp.results);
  expect(latest).toMatchObject([{ invoiceNumber: number, state: 'rejected' }]);
  const placed = placedFindings(snapshot?.contents.lines ?? [], [], latest);
  expect(placed.map(({ line }) => line.row)).toEqual([8, 8, 8]);
  expect(ofSeverity(placed, 'error')).toMatchObject([
    { fromPlan: true, finding: { code: 'INVOICE_NUMBER_ACCEPTED', column: 'invoiceNumber' } },
  ]);
  expect(pane.workbook.receiptRows).toMatchObject([{ submissionId }]);
  // Only the plan's own answer says what was accepted, and raises the attempt.
  expect(pane.workbook.sent).toEqual(sent);
});

test('what was corrected in the file is put on the line, and nothing else of the line is touched', async () => {
  const { pane, submissionId } = await returnedInvoice();
  const { bytes } = await savedWorkbook(pane, submissionId);
  const address = `${invoiceColumn('invoiceNumber').letters}3`;
  const corrected = correctedFile(bytes, 'Invoice', address, '7300000001');
  pane.workbook.type(3, { controlNumber: 'MINE' });
  await pane.commands.readErrorWorkbook(opens({ bytes: corrected }));
  expect(pane.state().followUp.errorFile).toMatchObject({ corrected: [{ changes: { invoiceNumber: '7300000001' } }] });
  expect(pane.workbook.rows[0]?.entry.invoiceNumber).not.toBe('7300000001');
  const before = pane.workbook.rows[0]?.entry;
  await pane.commands.takeCorrections();
  expect(pane.workbook.rows[0]?.entry).toEqual({ ...before, invoiceNumber: '7300000001' });
  expect(pane.state().message).toEqual({ kind: 'correctionsTaken', lines: 1 });
  expect(pane.state().followUp.errorFile).toMatchObject({ corrected: [] });
});

test('lines that the workbook does not have are counted', async () => {
  const { pane, submissionId } = await returnedInvoice();
  const file = await savedWorkbook(pane, submissionId);
  const other = new MemoryWorkbook();
  await fillWithSample(other, plan.profile);
  const elsewhere = await opened(other);
  await elsewhere.commands.readErrorWorkbook(opens(file));
  expect(elsewhere.state().followUp.errorFile).toMatchObject({ kind: 'loaded', missing: 1, corrected: [] });
});

test('a workbook with a receipt that the plan did not sign is not read', async () => {
  const { pane, submissionId } = await returnedInvoice();
  const { bytes } = await savedWorkbook(pane, submissionId);
  const forged = correctedFile(bytes, 'Receipts', 'G4', 'a.b.c');
  await pane.commands.readErrorWorkbook(opens({ bytes: forged }));
  expect(pane.state().followUp.errorFile).toEqual({ kind: 'refused', reason: 'notFromPlan' });
  expect(pane.state().followUp.results).toEqual([]);
});

test('any other file is refused with its reason', async () => {
  const { pane } = await returnedInvoice();
  await pane.commands.readErrorWorkbook(new Blob(['name,cin\n']));
  expect(pane.state().followUp.errorFile).toEqual({ kind: 'refused', reason: 'notAnErrorWorkbook' });
});

test('an invoice whose number was accepted before is sent as its replacement, and accepted', async () => {
  const { pane, number } = await returnedInvoice();
  await pane.commands.startCorrection('replacement', [number]);
  expect(pane.workbook.setup).toMatchObject({ purpose: 'replacement', concerns: [number] });
  expect(pane.state().step).toBe('check');
  await pane.commands.submit();
  expect(pane.state().submission.outcome).toMatchObject({
    kind: 'received',
    result: { invoices: [{ invoiceNumber: number, state: 'accepted' }] },
  });
  expect(pane.workbook.setup).toMatchObject({ purpose: 'new', concerns: [] });
  expect(latestInvoices(pane.state().followUp.results)).toMatchObject([{ invoiceNumber: number, state: 'accepted' }]);
});

test('a correction that is given up leaves new invoices, also in a form that is being edited', async () => {
  const { pane, number } = await returnedInvoice();
  pane.store.dispatch({ type: 'setupEdited', draft: { ...pane.workbook.setup, invoiceDate: '11/03/2026' } });
  await pane.commands.startCorrection('void', [number]);
  expect(pane.state().step).toBe('submit');
  expect(pane.state().setUp.draft).toMatchObject({ purpose: 'void', concerns: [number], invoiceDate: '11/03/2026' });
  await pane.commands.endCorrection();
  expect(pane.workbook.setup).toMatchObject({ purpose: 'new', concerns: [] });
  expect(pane.state().setUp.draft).toMatchObject({ purpose: 'new', concerns: [], invoiceDate: '11/03/2026' });
});

test('a reading that takes too long can be stopped, and nothing comes of it', async () => {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  const pane = await opened(workbook, { readInWorker: () => new Promise(() => undefined) });
  const stopAtOnce = pane.store.subscribe(() => {
    if (pane.state().progress !== null) pane.commands.stop();
  });
  await pane.commands.readErrorWorkbook(new Blob(['name,cin\n']));
  stopAtOnce();
  expect(pane.state()).toMatchObject({ busy: null, message: { kind: 'stopped' }, followUp: { errorFile: null } });
});
