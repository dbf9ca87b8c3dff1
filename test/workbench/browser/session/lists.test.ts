import { Workbench } from '../../../../src/workbench/browser/session/workbench.ts';
import { areaOf } from '../../../../src/workbench/model/area.ts';
import { defaultAlert, defaultPrompt } from '../../../../src/workbench/model/validation.ts';

function open() {
  const workbench = new Workbench('Book1.xlsx', 1900);
  const sheet = workbench.book.activeSheet;
  sheet.cells.write(areaOf(0, 0, 4, 0), [['Service'], ['10'], ['Meals'], ['9'], ['meals']]);
  sheet.filter.set(areaOf(0, 0, 5, 0));
  sheet.validations.set(areaOf(1, 1), {
    rule: { type: 'List', source: 'Yes,No', inCellDropDown: true },
    ignoreBlanks: true,
    prompt: defaultPrompt,
    alert: defaultAlert,
  });
  const { lists, selection } = workbench;
  return { lists, selection, sheet };
}

test('the list of the active cell, and picking from it', async () => {
  const { lists, selection, sheet } = open();
  lists.open();
  selection.go({ row: 1, column: 1 });
  expect(lists.current).toBeNull();
  lists.open();
  expect(lists.current).toMatchObject({ kind: 'validation', entries: ['Yes', 'No'] });
  await lists.pick('No');
  expect([lists.current, sheet.cells.value(1, 1)]).toEqual([null, 'No']);
});

test('a cell without a list opens none', () => {
  const { lists, selection } = open();
  selection.go({ row: 8, column: 8 });
  lists.open();
  expect(lists.current).toBeNull();
});

test('the filter below its heading: every text once, what is chosen, and what is hidden then', async () => {
  const { lists, sheet } = open();
  lists.open();
  expect(lists.current).toMatchObject({ kind: 'filter', offset: 0, chosen: null });
  const entries = lists.current?.entries ?? [];
  expect(new Set(entries.map((entry) => entry.toLowerCase()))).toEqual(new Set(['9', '10', 'meals']));
  await lists.applyFilter(0, ['9']);
  expect([1, 2, 3, 4].map((row) => sheet.layout.isRowHidden(row))).toEqual([true, true, false, true]);
  lists.open();
  expect(lists.current).toMatchObject({ chosen: ['9'] });
  await lists.applyFilter(0, null);
  expect([1, 2, 3, 4].some((row) => sheet.layout.isRowHidden(row))).toBe(false);
});

test('moving elsewhere closes what is open', () => {
  const { lists, selection } = open();
  lists.open();
  selection.go({ row: 3, column: 3 });
  expect(lists.current).toBeNull();
});
