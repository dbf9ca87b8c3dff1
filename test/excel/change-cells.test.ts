import type { PlanProfile } from '../../src/plan/profile.ts';
import type { CellsChange } from '../../src/workbook/filled-cell.ts';
import { invoiceColumn } from '../../src/workbook/invoice-columns.ts';
import { filledExcel, markAll, type OpenExcel } from '../support/excel.ts';
import { sampleContents } from '../support/sample-contents.ts';
import { samplePlan } from '../support/sample-plan.ts';

let profile: PlanProfile;
let excel: OpenExcel;

beforeAll(async () => {
  profile = await samplePlan();
});

beforeEach(async () => {
  const [first, second, ...rest] = sampleContents(profile).entries;
  if (first === undefined || second === undefined) throw new Error('no lines');
  const entries = [
    { ...first, memberCin: '99073662S41234', serviceStartDate: '10/3/2026', serviceEndDate: null },
    { ...second, placeOfService: '4' },
    ...rest,
  ];
  excel = await filledExcel(profile, 200, entries);
});

afterEach(() => {
  excel.close();
});

const cin: CellsChange = {
  cells: [{ cell: { sheet: 'invoice', row: 3, column: 'memberCin' }, before: '99073662S41234', after: '99073662S' }],
};
const place: CellsChange = {
  cells: [
    { cell: { sheet: 'invoice', row: 4, column: 'placeOfService' }, before: '4', after: '04 · Homeless Shelter' },
  ],
};
const day: CellsChange = {
  cells: [{ cell: { sheet: 'invoice', row: 3, column: 'serviceStartDate' }, before: '10/3/2026', after: '10/03/2026' }],
};

const lines = async () => (await excel.run(() => excel.workbook.read(profile))).lines;

test('changes are made in one write, without a locked cell, and every other cell stays', async () => {
  const before = await lines();
  const { journal } = await excel.counted(() => excel.workbook.changeCells([cin, place, day]));
  expect(journal.requests.filter(({ writes }) => writes.length > 0)).toHaveLength(1);
  expect(journal.lockedWrites).toEqual([]);
  expect(journal.protectionCalls).toEqual([]);
  const after = await lines();
  expect(after[0]?.entry).toMatchObject({ memberCin: '99073662S', serviceStartDate: '10/03/2026' });
  expect(after[1]?.entry.placeOfService).toBe('04 · Homeless Shelter');
  expect(after[1]?.text.placeOfService).toBe('04');
  expect(after.slice(2)).toEqual(before.slice(2));
});

test('a cell that was changed meanwhile is left alone, with everything that changes with it', async () => {
  const both: CellsChange = { cells: [...place.cells, ...day.cells] };
  await excel.run(() => excel.workbook.changeCells([day]));
  await excel.run(() => excel.workbook.changeCells([cin, both]));
  const [first, second] = await lines();
  expect(first?.entry.memberCin).toBe('99073662S');
  expect(second?.entry.placeOfService).toBe('4');
});

test('a default stays a formula and follows', async () => {
  const end: CellsChange = {
    cells: [{ cell: { sheet: 'invoice', row: 3, column: 'serviceEndDate' }, before: '10/3/2026', after: '10/03/2026' }],
  };
  await excel.run(() => excel.workbook.changeCells([day, end]));
  const formula = excel.sheet('Invoice').cells.formula(2, invoiceColumn('serviceEndDate').index);
  expect(formula).not.toBeNull();
  expect((await lines())[0]?.text.serviceEndDate).toBe('10/03/2026');
});

test('the mark of a changed line is wiped, its key and all other marks stay', async () => {
  await excel.run(() => markAll(excel, profile));
  const keys = (await lines()).map(({ rowKey }) => rowKey);
  await excel.run(() => excel.workbook.changeCells([cin]));
  const marks = [2, 3].map((row) => excel.sheet('Invoice').cells.value(row, invoiceColumn('mark').index));
  expect(marks[0] ?? '').toBe('');
  expect(String(marks[1])).toContain('checked');
  expect((await lines()).map(({ rowKey }) => rowKey)).toEqual(keys);
});

test('members and Setup are changed where they stand', async () => {
  const { members, setup } = await excel.run(() => excel.workbook.read(profile));
  const name = members[4]?.memberLastName ?? '';
  const site = setup.sites[0]?.renderingProviderCity ?? '';
  await excel.run(() =>
    excel.workbook.changeCells([
      {
        cells: [{ cell: { sheet: 'members', place: 4, column: 'memberLastName' }, before: name, after: 'Núñez' }],
      },
      {
        cells: [{ cell: { sheet: 'sites', place: 0, column: 'renderingProviderCity' }, before: site, after: 'Tracy' }],
      },
      {
        cells: [
          {
            cell: { sheet: 'billing', column: 'billingProviderPhone' },
            before: setup.billing.billingProviderPhone,
            after: '5107439150',
          },
        ],
      },
      { cells: [{ cell: { sheet: 'setup', column: 'invoiceDate' }, before: 'not this', after: '11/03/2026' }] },
    ]),
  );
  const after = await excel.run(() => excel.workbook.read(profile));
  expect(after.members.map(({ memberLastName }) => memberLastName)).toEqual(
    members.map(({ memberLastName }, index) => (index === 4 ? 'Núñez' : memberLastName)),
  );
  expect(after.setup.sites[0]?.renderingProviderCity).toBe('Tracy');
  expect(after.setup.billing).toEqual({ ...setup.billing, billingProviderPhone: '5107439150' });
  expect(after.setup.invoiceDate).toBe(setup.invoiceDate);
});
