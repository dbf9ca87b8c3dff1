/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import { english } from '../../../src/taskpane/words/english.ts';
import { spanish } from '../../../src/taskpane/words/spanish.ts';
import { sampleMonth } from '../../support/samples.ts';
import { fillWithSample, openPane, type OpenPane } from '../support/open-pane.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { plan } from '../support/plan.ts';
import { Screen } from '../support/screen.tsx';

async function onStep(step: 'fill' | 'setUp', words?: typeof spanish): Promise<{ pane: OpenPane; screen: Screen }> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  const pane = openPane(plan, {}, workbook);
  await pane.commands.open();
  pane.store.dispatch({ type: 'stepChosen', step });
  return { pane, screen: await Screen.show(pane, words) };
}

const authorizations =
  'CIN,Last Name,First Name,DOB,Dx,Authorization Number,Start Date,Units\n98906828H41234,Vega,Ana,3/4/1980,Z59.01,AUTH-77,10/1/2026,4\n';

test('a list is previewed by kind of repair and of finding; a kind that is not wanted is left out', async () => {
  const { pane, screen } = await onStep('fill');
  pane.workbook.rows = pane.workbook.rows.map(() => null);
  await screen.click('button', 'Import a list');
  expect(document.activeElement?.textContent).toBe('Import a list');
  await screen.type(/paste rows/, sampleMonth('harbor-care-2026-10-dirty'));
  await screen.click('button', 'Preview');
  const kind = /^Take the CIN from the card number · \d+ repairs?$/;
  expect(screen.field(kind)).toHaveProperty('checked', true);
  expect(screen.text).toMatch(/File row \d+ · Member Client Identification Number \(CIN\): now \S+, then \S+/);
  const summaries = [...screen.root.querySelectorAll('summary')].map(({ textContent }) => textContent);
  expect(summaries).toEqual(expect.arrayContaining([expect.stringMatching(/^Error: .* · \d+$/)]));
  const errors = () => Number(/(\d+) errors?,/.exec(screen.announced)?.[1]);
  const before = errors();
  await screen.click('checkbox', kind);
  expect(errors()).toBeGreaterThan(before);
  await screen.close();
});

test('members are imported on Set up, and lines only where a person says so', async () => {
  const { pane, screen } = await onStep('setUp');
  await screen.click('tab', /^Members/);
  await screen.click('button', 'Import members');
  await screen.type(/paste rows/, authorizations);
  await screen.click('button', 'Preview');
  expect(screen.announced).toContain('1 member.');
  expect(screen.field(/^Start a line for each row, too/)).toHaveProperty('checked', false);
  await screen.click('button', 'Add 1 member');
  expect(screen.announced).toContain('1 member added or brought up to date.');
  expect(pane.workbook.members.some(({ memberCin }) => memberCin === '98906828H')).toBe(true);
  expect(pane.workbook.rows[172]).toBeNull();
  expect(screen.has('button', 'Import members')).toBe(true);
  await screen.close();
});

test('the lines of an authorization file, in Spanish', async () => {
  const { pane, screen } = await onStep('setUp', spanish);
  await screen.click('tab', /^Miembros/);
  await screen.click('button', 'Importar miembros');
  await screen.type(/pegue filas/, authorizations);
  await screen.click('button', 'Vista previa');
  await screen.click('checkbox', /^Empezar también una línea/);
  await screen.click('button', 'Agregar 1 línea');
  expect(pane.workbook.rows[172]?.entry).toMatchObject({ memberCin: '98906828H', authorizationNumber: 'AUTH-77' });
  await screen.close();
});

test('a file that is none of ours is refused in words', async () => {
  const { screen, pane } = await onStep('fill');
  await screen.click('button', 'Import a list');
  // jsdom's files do not give their bytes.
  const file = new Blob([]);
  file.arrayBuffer = () => Promise.resolve(new TextEncoder().encode('%PDF-1.7\n1 0 obj\n').buffer);
  await screen.after(() => pane.commands.readList(file));
  expect(screen.announced).toBe(
    'This is a PDF, whatever it is called. Open the workbook or CSV file that it was made from, or paste its rows.',
  );
  await screen.close();
});

test.each([
  ['English', english],
  ['Spanish', spanish],
])('in %s a list that is refused is to be opened, pasted or saved: it is not sent anywhere', (_, words) => {
  for (const text of Object.values(words.import.refusals)) {
    expect(text).toMatch(/[.]$/);
    expect(text).not.toMatch(/\b(send|submit|envíe|envíelas)\b|template|plantilla/i);
  }
});
