/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import { openPane } from '../support/open-pane.ts';
import { plan } from '../support/plan.ts';
import { Screen } from '../support/screen.tsx';

test('install, set up a provider, one member', async () => {
  const pane = openPane(plan);
  const screen = await Screen.show(pane);
  await screen.after(() => pane.commands.open());
  expect(screen.has('heading', 'Start an invoice workbook')).toBe(true);
  await screen.click('button', 'Add the invoice sheets');
  expect(pane.workbook.template?.planId).toBe('sample-health-plan');
  console.log(screen.text);
  console.log(screen.announced);
});
