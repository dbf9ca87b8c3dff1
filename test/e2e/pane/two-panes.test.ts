/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import { openExcel, type OpenExcel } from '../../support/excel.ts';
import { filledWorkbook, openPaneOn, startFarPlan, type FarPlan, type PaneOnExcel } from './pane-on-excel.ts';

let far: FarPlan;
beforeAll(async () => {
  far = await startFarPlan();
});
afterAll(() => far.close());

/** Two panes on one workbook, as two people who edit it together have. */
async function openTwo(
  excel: OpenExcel,
  ports: Parameters<typeof openPaneOn>[2] = {},
): Promise<[PaneOnExcel, PaneOnExcel]> {
  const other = await openExcel({ on: excel.host });
  const panes: [PaneOnExcel, PaneOnExcel] = [await openPaneOn(far, excel), await openPaneOn(far, other, ports)];
  for (const pane of panes) await pane.goTo('submit');
  far.network.takeSeen();
  return panes;
}

async function closeAll(panes: readonly PaneOnExcel[]): Promise<void> {
  for (const pane of panes) {
    await pane.close();
    pane.excel.close();
  }
}

const kept = (excel: OpenExcel) =>
  excel.run(async () => ({ receipts: await excel.workbook.receipts(), sent: await excel.workbook.submissionState() }));

test('two panes that submit one workbook at the same time make one submission with one receipt', async () => {
  const excel = await filledWorkbook(far);
  const panes = await openTwo(excel);
  // The plan has both before either pane has its answer.
  const release = far.network.holdAnswers();
  const seen: string[] = [];
  for (const [place, pane] of panes.entries()) {
    await pane.begin('Sign in and submit');
    await pane.screen.until(() => seen.push(...far.network.takeSeen()) > place);
  }
  expect(seen).toEqual(['POST /v1/submissions', 'POST /v1/submissions']);
  release();
  for (const pane of panes) {
    await pane.screen.until(() => pane.store.getState().busy === null);
    expect(pane.screen.announced).toContain('3 invoices accepted.');
  }
  const { receipts, sent } = await kept(excel);
  expect(receipts).toHaveLength(1);
  expect(sent).toMatchObject({ attempt: 2 });
  expect(sent.accepted).toHaveLength(3);
  await closeAll(panes);
});

test('what one pane has submitted the other does not send again', async () => {
  const excel = await filledWorkbook(far);
  const panes = await openTwo(excel);
  const [first, second] = panes;
  await first.click('Sign in and submit');
  await second.click('Sign in and submit');
  expect(second.screen.announced).toContain('there is no invoice without errors that the plan has not accepted yet');
  expect(far.network.takeSeen().filter((request) => request.startsWith('POST /v1/'))).toHaveLength(1);
  expect((await kept(excel)).receipts).toHaveLength(1);
  await closeAll(panes);
});

test('a pane that has not heard of the template that another pane installed touches nothing', async () => {
  const excel = await filledWorkbook({ plan: far.formerPlan });
  const panes = await openTwo(excel, {
    readPlans: () => Promise.resolve({ kind: 'known', plans: [far.formerPlan] }),
  });
  const [present, behind] = panes;
  await present.click('Update the template');
  const mark = excel.host.journal.mark();
  await behind.click('Sign in and submit');
  expect(behind.screen.announced).toContain('This workbook is newer than the pane');
  expect(excel.host.journal.since(mark).writes).toEqual([]);
  expect(far.network.takeSeen()).toEqual([]);
  await closeAll(panes);
});
