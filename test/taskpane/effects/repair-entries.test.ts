import type { LineEntry } from '../../../src/workbook/model.ts';
import { fillWithSample, openPane, type OpenPane } from '../support/open-pane.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { plan } from '../support/plan.ts';

async function opened(): Promise<OpenPane> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile, 'harbor-care-2026-10-dirty');
  const pane = openPane(plan, {}, workbook);
  await pane.commands.open();
  await pane.commands.check();
  workbook.calls.length = 0;
  return pane;
}

const content = ({ workbook: { members, rows, setup } }: OpenPane) => ({
  members,
  setup,
  entries: rows.map((row) => row?.entry ?? null),
});

/** The first line on which a repair is offered. */
function firstRepaired(pane: OpenPane): { readonly row: number; readonly column: keyof LineEntry } {
  const at = pane.state().repairs.preview?.repairs.find((repair) => repair.at.sheet === 'invoice')?.at;
  if (at?.sheet !== 'invoice') throw new Error('no repair on a line');
  return at;
}

test('a preview writes nothing; all repairs are one write, after which there is none left to make', async () => {
  const pane = await opened();
  const before = content(pane);
  await pane.commands.previewRepairs('everywhere');
  expect(pane.workbook.calls).toEqual(['read']);
  expect(content(pane)).toEqual(before);
  const count = pane.state().repairs.preview?.repairs.length ?? 0;
  expect(count).toBeGreaterThan(0);
  await pane.commands.makeRepairs();
  expect(pane.workbook.calls).toEqual(['read', 'changeCells', 'read']);
  expect(pane.state()).toMatchObject({
    repairs: { preview: null },
    message: { kind: 'repairsMade', made: count, left: 0 },
  });
  await pane.commands.previewRepairs('everywhere');
  expect(pane.state()).toMatchObject({ repairs: { preview: null }, message: { kind: 'noRepairs' } });
});

test('one click takes all of them back', async () => {
  const pane = await opened();
  const before = content(pane);
  await pane.commands.previewRepairs('everywhere');
  await pane.commands.makeRepairs();
  expect(content(pane)).not.toEqual(before);
  await pane.commands.takeRepairsBack();
  expect(content(pane)).toEqual(before);
  expect(pane.state()).toMatchObject({ repairs: { made: null }, message: { kind: 'repairsTakenBack', left: 0 } });
});

test('a cell that was changed since the preview is left alone, and that is said', async () => {
  const pane = await opened();
  await pane.commands.previewRepairs('everywhere');
  const { row, column } = firstRepaired(pane);
  const count = pane.state().repairs.preview?.repairs.length ?? 0;
  pane.workbook.type(row, { [column]: 'mine' });
  await pane.commands.makeRepairs();
  expect(pane.workbook.rows[row - 3]?.entry[column]).toBe('mine');
  expect(pane.state().message).toEqual({ kind: 'repairsMade', made: count - 1, left: 1 });
});

test('what was changed after a repair is not taken back', async () => {
  const pane = await opened();
  await pane.commands.previewRepairs('everywhere');
  const { row, column } = firstRepaired(pane);
  await pane.commands.makeRepairs();
  pane.workbook.type(row, { [column]: 'mine' });
  await pane.commands.takeRepairsBack();
  expect(pane.workbook.rows[row - 3]?.entry[column]).toBe('mine');
  expect(pane.state().message).toMatchObject({ kind: 'repairsTakenBack', left: 1 });
});

test('kinds that are not wanted are left out', async () => {
  const pane = await opened();
  await pane.commands.previewRepairs('everywhere');
  const repairs = pane.state().repairs.preview?.repairs ?? [];
  const [first] = repairs;
  if (first === undefined) throw new Error('no repair');
  const others = repairs.filter(({ code }) => code !== first.code).length;
  pane.store.dispatch({ type: 'repairKindChosen', code: first.code, wanted: false });
  await pane.commands.makeRepairs();
  expect(pane.state().message).toEqual({ kind: 'repairsMade', made: others, left: 0 });
});

test('one repair alone', async () => {
  const pane = await opened();
  await pane.commands.previewRepairs('everywhere');
  const { row, column } = firstRepaired(pane);
  pane.store.dispatch({ type: 'repairsDropped' });
  await pane.commands.previewRepairs({ sheet: 'invoice', row, column });
  await pane.commands.makeRepairs();
  await pane.commands.previewRepairs({ sheet: 'invoice', row, column });
  expect(pane.state().message).toEqual({ kind: 'noRepairs' });
  await pane.commands.previewRepairs('everywhere');
  expect(pane.state().repairs.preview?.repairs.length).toBeGreaterThan(0);
});

test('an Excel that does not take them keeps the preview', async () => {
  const pane = await opened();
  await pane.commands.previewRepairs('everywhere');
  pane.workbook.failNext('changeCells', 'cellEdit');
  await pane.commands.makeRepairs();
  expect(pane.state().repairs.preview).not.toBeNull();
  expect(pane.state().message).toEqual({ kind: 'excel', trouble: 'cellEdit' });
});
