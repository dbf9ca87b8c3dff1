import type { PlanProfile } from '../../src/plan/profile.ts';
import { areaOf } from '../../src/workbench/model/area.ts';
import { Person } from '../../src/workbench/person/person.ts';
import { headerRows, invoiceColumn } from '../../src/workbook/invoice-columns.ts';
import { filledExcel, type OpenExcel } from '../support/excel.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { sampleContents } from '../support/sample-contents.ts';

const row = headerRows;
const column = (key: Parameters<typeof invoiceColumn>[0]) => invoiceColumn(key).index;

let profile: PlanProfile;
beforeAll(async () => {
  profile = await samplePlan();
});

async function open(): Promise<OpenExcel> {
  return filledExcel(profile, 200);
}

/** Copies cells of a sheet of the person's own, locked and without lists, over cells of the Invoice sheet. */
function pasteForeign(
  excel: OpenExcel,
  key: Parameters<typeof invoiceColumn>[0],
  values: readonly (string | number)[],
) {
  const own = excel.sheet('Sheet1');
  values.forEach((value, index) => {
    own.cells.enter(index, 0, value);
  });
  const person = new Person(excel.book);
  person.goTo(own);
  person.select(areaOf(0, 0, values.length - 1, 0));
  person.copy();
  person.goTo(excel.sheet('Invoice'));
  person.select(areaOf(row, column(key)));
  return person.paste();
}

test('an untouched template has no damage', async () => {
  const excel = await open();
  expect(await excel.run(() => excel.workbook.damages(profile))).toEqual([]);
  expect(await excel.run(() => excel.workbook.repair(profile))).toEqual({ kind: 'nothingToDo' });
  excel.close();
});

test('a paste that wipes a list, locks cells and loses the text format is found and mended, the data kept', async () => {
  const excel = await open();
  expect(pasteForeign(excel, 'placeOfService', ['12 · Home', '11 · Office'])).toMatchObject({ kind: 'done' });
  expect(pasteForeign(excel, 'invoiceNumber', [4100001001, 4100001002])).toMatchObject({ kind: 'done' });
  const before = await excel.run(() => excel.workbook.read(profile));
  const damages = await excel.run(() => excel.workbook.damages(profile));
  expect(damages).toEqual(
    expect.arrayContaining([
      { kind: 'locked', column: 'Place of Service (POS)' },
      { kind: 'listMissing', column: 'Place of Service (POS)' },
      { kind: 'formatLost', column: 'Place of Service (POS)' },
      { kind: 'locked', column: 'Invoice Number' },
      { kind: 'formatLost', column: 'Invoice Number' },
    ]),
  );

  const outcome = await excel.run(() => excel.workbook.repair(profile));
  expect(outcome).toMatchObject({ kind: 'repaired', rebuilt: false });
  expect(await excel.run(() => excel.workbook.damages(profile))).toEqual([]);
  expect(await excel.run(() => excel.workbook.read(profile))).toEqual(before);
  const invoice = excel.sheet('Invoice');
  expect(invoice.protection.isOn).toBe(true);
  expect(invoice.cells.value(row, column('invoiceNumber'))).toBe('4100001001');
  expect(invoice.validations.list(row, column('placeOfService'))).toContain('12 · Home');
  const person = new Person(excel.book);
  person.select(areaOf(row, column('placeOfService')));
  expect(person.type('99 · Other Place of Service')).toMatchObject({ kind: 'done' });
  expect(person.type('Mars')).toMatchObject({ kind: 'refused' });
  excel.close();
});

test('formulas that were overwritten while the protection was off are put back', async () => {
  const excel = await open();
  const invoice = excel.sheet('Invoice');
  invoice.protection.unprotect();
  invoice.cells.enter(row + 3, column('serviceChargeAmount'), 1);
  invoice.cells.setFormat(areaOf(row, column('memberFirstName')), { locked: false });
  const damages = await excel.run(() => excel.workbook.damages(profile));
  expect(damages.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['unprotected', 'formulaLost', 'unlocked']));
  await excel.run(() => excel.workbook.repair(profile));
  expect(await excel.run(() => excel.workbook.damages(profile))).toEqual([]);
  expect(invoice.cells.formula(row + 3, column('serviceChargeAmount'))).toContain('ROUND');
  excel.close();
});

test('where Excel does not take the protection off, a fresh template takes over everything', async () => {
  const excel = await open();
  pasteForeign(excel, 'placeOfService', ['12 · Home']);
  const before = await excel.run(() => excel.workbook.read(profile));
  excel.host.faults.failUnprotect = true;
  const outcome = await excel.run(() => excel.workbook.repair(profile));
  expect(outcome).toMatchObject({ kind: 'repaired', rebuilt: true });
  expect(await excel.run(() => excel.workbook.damages(profile))).toEqual([]);
  expect(await excel.run(() => excel.workbook.read(profile))).toEqual(before);
  expect(excel.book.sheets.filter(({ name }) => name.startsWith('Invoice')).map(({ name }) => name)).toEqual([
    'Invoice',
  ]);
  excel.close();
});

test('the Members sheet is looked after as well', async () => {
  const excel = await open();
  const { members } = sampleContents(profile);
  const own = excel.sheet('Sheet1');
  own.cells.enter(0, 0, '91234567A');
  const person = new Person(excel.book);
  person.goTo(own);
  person.select(areaOf(0, 0));
  person.copy();
  person.goTo(excel.sheet('Members'));
  person.select(areaOf(row + members.length, 0));
  expect(person.paste()).toMatchObject({ kind: 'done' });
  expect(await excel.run(() => excel.workbook.damages(profile))).toEqual(
    expect.arrayContaining([{ kind: 'locked', column: 'Member Client Identification Number (CIN)' }]),
  );
  await excel.run(() => excel.workbook.repair(profile));
  expect(await excel.run(() => excel.workbook.damages(profile))).toEqual([]);
  expect((await excel.run(() => excel.workbook.read(profile))).members).toHaveLength(members.length + 1);
  excel.close();
});

describe('the protected sheet refuses a person', () => {
  test.each<[string, (person: Person) => { kind: string }]>([
    ['typing into a locked cell', (person) => person.type('x')],
    ['Delete on a locked cell', (person) => person.deleteContents()],
    ['sorting', (person) => person.sort([{ column: 0 }])],
    ['inserting a row', (person) => person.insertRows()],
    ['deleting a row', (person) => person.deleteRows()],
  ])('%s', async (_, act) => {
    const excel = await open();
    const invoice = excel.sheet('Invoice');
    const person = new Person(excel.book);
    person.goTo(invoice);
    person.select(areaOf(row, column('memberFirstName')));
    const before = invoice.cells.value(row, column('memberFirstName'));
    expect(act(person)).toMatchObject({ kind: 'refused' });
    expect(invoice.cells.value(row, column('memberFirstName'))).toBe(before);
    excel.close();
  });

  test('a paste of which one cell is locked, whole', async () => {
    const excel = await open();
    const own = excel.sheet('Sheet1');
    own.cells.write(areaOf(0, 0, 0, 1), [['91234567A', 'mrn']]);
    const person = new Person(excel.book);
    person.goTo(own);
    person.select(areaOf(0, 0, 0, 1));
    person.copy();
    person.goTo(excel.sheet('Invoice'));
    person.select(areaOf(row, column('memberCin')));
    const before = excel.sheet('Invoice').cells.value(row, column('memberCin'));
    expect(person.paste()).toMatchObject({ kind: 'refused' });
    expect(excel.sheet('Invoice').cells.value(row, column('memberCin'))).toBe(before);
    excel.close();
  });

  test('an entry that the list does not have', async () => {
    const excel = await open();
    const person = new Person(excel.book);
    person.goTo(excel.sheet('Invoice'));
    person.select(areaOf(row, column('placeOfService')));
    expect(person.type('Mars')).toMatchObject({ kind: 'refused', dialog: { title: 'Please check this entry' } });
    excel.close();
  });
});
