import { Workbench } from '../../../../src/workbench/browser/session/workbench.ts';
import { areaOf } from '../../../../src/workbench/model/area.ts';
import type { ValidationAlert } from '../../../../src/workbench/model/validation.ts';
import type { DialogButton } from '../../../../src/workbench/person/outcome.ts';

function open(style?: ValidationAlert['style']) {
  const workbench = new Workbench('Book1.xlsx', 1900);
  const sheet = workbench.book.activeSheet;
  if (style !== undefined) {
    sheet.validations.set(areaOf(0, 0), {
      rule: { type: 'List', source: 'Yes,No', inCellDropDown: true },
      ignoreBlanks: true,
      prompt: { show: true, title: '', message: '' },
      alert: { show: true, style, title: '', message: 'Yes or no.' },
    });
  }
  const press = (button: DialogButton): void => {
    const pending = workbench.messages.current;
    if (pending?.kind === 'dialog') pending.answer(button);
  };
  const { book, person, entry, deeds, messages } = workbench;
  return { book, person, entry, deeds, messages, sheet, press, value: () => sheet.cells.value(0, 0) };
}

test('an entry lasts from its first key to its end, and the workbook is in cell-edit mode meanwhile', async () => {
  const { entry, book, value } = open();
  expect(entry.begin('1', 'cell')).toBe(true);
  entry.setText('12');
  expect(book.cellEdit?.text).toBe('12');
  expect(entry.current).toMatchObject({ text: '12', isOverwriting: true, place: 'cell' });
  expect(await entry.commit()).toBe(true);
  expect([entry.current, book.cellEdit, value()]).toEqual([null, undefined, 12]);
});

test('F2 begins with the content; Escape leaves it', () => {
  const { entry, sheet, value } = open();
  sheet.cells.enter(0, 0, '=1+1');
  entry.begin(null, 'bar');
  expect(entry.current).toMatchObject({ text: '=1+1', isOverwriting: false, place: 'bar' });
  entry.setText('lost');
  entry.cancel();
  expect([entry.current, value()]).toEqual([null, 2]);
});

test('a locked cell does not begin, and Excel says why', () => {
  const { entry, sheet, messages } = open();
  sheet.protection.protect();
  expect(entry.begin('x', 'cell')).toBe(false);
  expect(entry.current).toBeNull();
  expect(messages.current).toMatchObject({ kind: 'dialog', dialog: { buttons: ['OK'] } });
});

test.each<[ValidationAlert['style'], DialogButton, boolean, string | null]>([
  ['Stop', 'Retry', false, null],
  ['Stop', 'Cancel', true, null],
  ['Warning', 'Yes', true, 'Maybe'],
  ['Warning', 'No', false, null],
  ['Warning', 'Cancel', true, null],
  ['Information', 'OK', true, 'Maybe'],
  ['Information', 'Cancel', true, null],
])('an entry against the rule, %s: %s ends it: %s', async (style, button, isOver, value) => {
  const { entry, press, sheet } = open(style);
  entry.begin('Maybe', 'cell');
  const committed = entry.commit();
  press(button);
  expect(await committed).toBe(isOver);
  expect(sheet.cells.value(0, 0)).toBe(value);
  expect(entry.current?.text).toBe(isOver ? undefined : 'Maybe');
});

test('while Excel asks, the entry can neither be entered again nor given up', async () => {
  const { entry, press } = open('Warning');
  entry.begin('Maybe', 'cell');
  const committed = entry.commit();
  entry.cancel();
  expect(await entry.commit()).toBe(false);
  expect(entry.current?.text).toBe('Maybe');
  press('Yes');
  expect(await committed).toBe(true);
});

test('another deed ends the entry first', async () => {
  const { entry, deeds, sheet, press } = open('Stop');
  entry.begin('Maybe', 'cell');
  const cleared = deeds.clear();
  press('Retry');
  await cleared;
  expect(entry.current?.text).toBe('Maybe');
  entry.setText('No');
  await deeds.undo();
  expect(entry.current).toBeNull();
  expect(sheet.cells.value(0, 0)).toBeNull();
});

test('beginning to type ends what was copied', async () => {
  const { entry, deeds, person } = open();
  await deeds.copy();
  expect(person.clipboard).toBeDefined();
  entry.begin('x', 'cell');
  expect(person.clipboard).toBeUndefined();
});
