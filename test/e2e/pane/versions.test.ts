/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import type { PlanConnection } from '../../../src/submission/connection.ts';
import type { Plans } from '../../../src/taskpane/state/plans.ts';
import { stateKeys, type StateKey } from '../../../src/workbook/geometry.ts';
import { sealOf } from '../../../src/workbook/seal.ts';
import type { OpenExcel } from '../../support/excel.ts';
import { filledWorkbook, openPaneOn, startFarPlan, type FarPlan } from './pane-on-excel.ts';

let far: FarPlan;
beforeAll(async () => {
  far = await startFarPlan();
});
afterAll(() => far.close());

const known = (plan: PlanConnection): Plans => ({ kind: 'known', plans: [plan] });
const posts = (): readonly string[] => far.network.takeSeen().filter((request) => request.startsWith('POST /v1/'));

test('a plan that changes its profile while the pane stands open: nothing goes before the template is updated', async () => {
  const excel = await filledWorkbook({ plan: far.formerPlan });
  let registered = far.formerPlan;
  const pane = await openPaneOn(far, excel, { readPlans: () => Promise.resolve(known(registered)) });
  await pane.goTo('submit');
  expect(pane.screen.has('heading', 'Your plan has a newer template')).toBe(false);

  registered = far.plan;
  await pane.click('Sign in and submit');
  expect(pane.screen.announced).toContain('Nothing was sent: your plan has a newer template.');
  expect(pane.screen.has('heading', 'Your plan has a newer template')).toBe(true);
  expect(posts()).toEqual([]);

  await pane.click('Update the template');
  expect(pane.screen.announced).toContain('The template is in place. 3 lines kept.');
  await pane.goTo('submit');
  await pane.click('Sign in and submit');
  expect(pane.screen.announced).toContain('3 invoices accepted.');
  expect(posts()).toHaveLength(1);
  await pane.close();
  excel.close();
});

test('a workbook with an older template is said at opening, and updated with one click', async () => {
  const excel = await filledWorkbook({ plan: far.formerPlan });
  const pane = await openPaneOn(far, excel);
  expect(pane.screen.has('heading', 'Your plan has a newer template')).toBe(true);
  await pane.goTo('submit');
  expect(pane.screen.get('button', 'Sign in and submit')).toHaveProperty('disabled', true);
  await pane.click('Update the template');
  await pane.goTo('submit');
  expect(pane.screen.get('button', 'Sign in and submit')).toHaveProperty('disabled', false);
  await pane.close();
  excel.close();
});

test('a workbook that is newer than the registry is not touched, and opens when the registry has caught up', async () => {
  const excel = await filledWorkbook(far);
  let registered = far.formerPlan;
  const mark = excel.host.journal.mark();
  const pane = await openPaneOn(far, excel, { readPlans: () => Promise.resolve(known(registered)) });
  expect(pane.screen.announced).toContain('This workbook is newer than the pane');
  expect(pane.screen.announced).toContain('Close the pane and open it again.');
  expect(pane.screen.has('tab')).toBe(false);
  expect(excel.host.journal.since(mark).writes).toEqual([]);

  registered = far.plan;
  await pane.click('Try again');
  await pane.goTo('submit');
  await pane.click('Sign in and submit');
  expect(pane.screen.announced).toContain('3 invoices accepted.');
  await pane.close();
  excel.close();
});

test('a workbook of a later layout is not touched', async () => {
  const excel = await filledWorkbook(far);
  await stampLayout(excel, '2');
  const mark = excel.host.journal.mark();
  const pane = await openPaneOn(far, excel);
  expect(pane.screen.announced).toContain('This workbook is newer than the pane');
  expect(pane.screen.has('tab')).toBe(false);
  expect(excel.host.journal.since(mark).writes).toEqual([]);
  await pane.close();
  excel.close();
});

/** Writes a layout's version into the template's description of itself, as a later version of the product would. */
async function stampLayout(excel: OpenExcel, layoutVersion: string): Promise<void> {
  const { cells } = excel.sheet('CalAIM state');
  const row = (key: StateKey): number => 1 + stateKeys.indexOf(key);
  const read = (key: StateKey): string => String(cells.value(row(key), 1));
  const { profile } = far.plan;
  const seal = await sealOf({
    planId: read('planId'),
    profileVersion: read('profileVersion'),
    layoutVersion,
    rows: read('rows'),
    payerIdentifier: profile.payerIdentifier,
    payerName: profile.name,
  });
  cells.enter(row('layoutVersion'), 1, layoutVersion);
  cells.enter(row('seal'), 1, seal);
}
