/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import { spanish } from '../../../src/taskpane/words/spanish.ts';
import { fillWithSample, openPane, type OpenPane } from '../support/open-pane.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { plan } from '../support/plan.ts';
import { Screen } from '../support/screen.tsx';

/** A month with two slips on one line, and one on another. */
async function onCheck(words?: typeof spanish): Promise<{ pane: OpenPane; screen: Screen; cin: string }> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  const pane = openPane(plan, {}, workbook);
  await pane.commands.open();
  pane.store.dispatch({ type: 'stepChosen', step: 'check' });
  const screen = await Screen.show(pane, words);
  const cin = workbook.rows[2]?.entry.memberCin ?? '';
  await screen.after(() => {
    workbook.type(5, { memberCin: `${cin}41234`, serviceStartDate: '10/3/2026' });
    workbook.type(6, { memberCin: ' 99073662s' });
  });
  return { pane, screen, cin };
}

test('all repairs: previewed by kind with before and after, made, and taken back', async () => {
  const { pane, screen, cin } = await onCheck();
  await screen.click('button', 'Preview all repairs');
  expect(document.activeElement?.textContent).toBe('Repairs to make');
  expect(screen.all('heading').map(({ textContent }) => textContent)).toEqual(
    expect.arrayContaining(['Take the CIN from the card number · 1 repair', 'Write the date as MM/DD/YYYY · 1 repair']),
  );
  expect(screen.text).toContain(`Row 5 · Member Client Identification Number (CIN): now ${cin}41234, then ${cin}`);
  expect(pane.workbook.rows[2]?.entry.memberCin).toBe(`${cin}41234`);
  await screen.click('button', 'Make 3 repairs');
  expect(screen.announced).toContain('3 repairs made.');
  expect(document.activeElement?.textContent).toBe('Check');
  expect(pane.workbook.rows[2]?.entry).toMatchObject({ memberCin: cin, serviceStartDate: '10/03/2026' });
  await screen.click('button', 'Take 3 repairs back');
  expect(screen.announced).toContain('3 repairs taken back.');
  expect(pane.workbook.rows[2]?.entry.memberCin).toBe(`${cin}41234`);
  expect(screen.has('button', 'Take 3 repairs back')).toBe(false);
  await screen.close();
});

test('a kind is left out', async () => {
  const { pane, screen, cin } = await onCheck();
  await screen.click('button', 'Preview all repairs');
  await screen.click('checkbox', 'Make these repairs: Write the date as MM/DD/YYYY · 1 repair');
  await screen.click('button', 'Make 2 repairs');
  expect(pane.workbook.rows[2]?.entry).toMatchObject({ memberCin: cin, serviceStartDate: '10/3/2026' });
  await screen.close();
});

test('one repair, from its finding; going back writes nothing', async () => {
  const { pane, screen, cin } = await onCheck();
  const preview = 'Preview the repair of Member Client Identification Number (CIN), row 5';
  await screen.click('button', preview);
  expect(screen.has('checkbox')).toBe(false);
  await screen.click('button', 'Back');
  expect(pane.workbook.rows[2]?.entry.memberCin).toBe(`${cin}41234`);
  await screen.click('button', preview);
  await screen.click('button', 'Make 1 repair');
  expect(pane.workbook.rows[2]?.entry).toMatchObject({ memberCin: cin, serviceStartDate: '10/3/2026' });
  expect(screen.has('button', preview)).toBe(false);
  await screen.close();
});

test('in the line form: it changes the form, and saving writes the line', async () => {
  const { pane, screen, cin } = await onCheck();
  await screen.after(() => pane.commands.openLine(5));
  expect(screen.text).toContain(`Member Client Identification Number (CIN): now ${cin}41234, then ${cin}`);
  await screen.click('button', 'Repair Member Client Identification Number (CIN)');
  expect(pane.state().fill.line?.entry.memberCin).toBe(cin);
  expect(pane.workbook.rows[2]?.entry.memberCin).toBe(`${cin}41234`);
  expect(screen.has('button', 'Repair Member Client Identification Number (CIN)')).toBe(false);
  await screen.click('button', 'Save line');
  expect(pane.workbook.rows[2]?.entry.memberCin).toBe(cin);
  await screen.close();
});

test('in Spanish', async () => {
  const { screen } = await onCheck(spanish);
  await screen.click('button', 'Ver todas las reparaciones');
  await screen.click('button', 'Hacer 3 reparaciones');
  expect(screen.announced).toContain('3 reparaciones en la hoja.');
  await screen.close();
});
