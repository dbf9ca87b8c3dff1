import type { PlanProfile } from '../../src/plan/profile.ts';
import { listColumns } from '../../src/workbook/lists.ts';
import { filledExcel, openExcel } from '../support/excel.ts';
import { sampleContents } from '../support/sample-contents.ts';
import { samplePlan } from '../support/sample-plan.ts';

const megabyte = 1024 * 1024;
let profile: PlanProfile;
beforeAll(async () => {
  profile = await samplePlan();
});

test.each([50, 5_000])(
  '%i rows are installed in at most 8 syncs, none over 5 MB',
  async (rows) => {
    const excel = await openExcel();
    const { journal } = await excel.counted(() => excel.workbook.install(profile, rows));
    expect(journal.syncs).toBeLessThanOrEqual(8);
    expect(Math.max(journal.largestRequest, journal.largestResponse)).toBeLessThan(5 * megabyte);
    expect(await excel.run(() => excel.workbook.state())).toMatchObject({ kind: 'template', rows, untouched: true });
    excel.close();
  },
  60_000,
);

test('the number of syncs does not depend on the rows', async () => {
  const counts = [];
  for (const rows of [50, 1_000]) {
    const excel = await openExcel();
    const { journal } = await excel.counted(() => excel.workbook.install(profile, rows));
    counts.push(journal.syncs);
    excel.close();
  }
  expect(new Set(counts).size).toBe(1);
});

test('own sheets are untouched, and one with a name of ours keeps it', async () => {
  const excel = await openExcel({ book: { sheetNames: ['Budget', 'Members'] } });
  const own = excel.sheet('Members');
  own.cells.enter(0, 0, 'mine');
  await excel.run(() => excel.workbook.install(profile, 50));
  expect(excel.book.sheets.map(({ name }) => name)).toEqual([
    'Budget',
    'Members',
    'Instructions',
    'Setup',
    'Members (2)',
    'Invoice',
    'Receipts',
    'CalAIM lists',
    'CalAIM state',
  ]);
  expect(excel.sheet('Members').cells.value(0, 0)).toBe('mine');
  expect(excel.sheet('Members').protection.isOn).toBe(false);
  excel.close();
});

test('a second install changes nothing', async () => {
  const excel = await openExcel();
  await excel.run(() => excel.workbook.install(profile, 50));
  const { result, journal } = await excel.counted(() => excel.workbook.install(profile, 50));
  expect(result).toEqual({ carriedOver: 0 });
  expect(journal.writes).toEqual([]);
  expect(journal.protectionCalls).toEqual([]);
  excel.close();
});

test('a newer profile is installed beside the old template, which goes only when everything is carried over', async () => {
  const excel = await openExcel();
  const { setup, members, entries } = sampleContents(profile);
  const after = await excel.run(async () => {
    await excel.workbook.install(profile, 200);
    await excel.workbook.writeSetup(setup);
    await excel.workbook.writeMembers(members);
    await excel.workbook.appendLines(entries);
    await excel.workbook.writeSubmissionState({ attempt: 4, accepted: ['4100001001'] });
    await excel.workbook.writeImportMappings([{ columns: [{ header: 'dob', target: 'memberDateOfBirth' }] }]);
    const before = await excel.workbook.read(profile);
    const outcome = await excel.workbook.install({ ...profile, version: profile.version + 1 }, 300);
    return { before, outcome, after: await excel.workbook.read(profile), state: await excel.workbook.state() };
  });
  expect(after.outcome).toEqual({ carriedOver: entries.length });
  expect(after.state).toMatchObject({ profileVersion: profile.version + 1, rows: 300, untouched: true });
  expect(after.after.lines).toEqual(after.before.lines);
  expect(after.after.setup).toEqual(after.before.setup);
  expect(after.after.members).toEqual(after.before.members);
  expect(await excel.run(() => excel.workbook.submissionState())).toEqual({ attempt: 4, accepted: ['4100001001'] });
  expect(await excel.run(() => excel.workbook.importMappings())).toEqual([
    { columns: [{ header: 'dob', target: 'memberDateOfBirth' }] },
  ]);
  expect(excel.book.sheets.map(({ name }) => name)).toEqual([
    'Sheet1',
    'Instructions',
    'Setup',
    'Members',
    'Invoice',
    'Receipts',
    'CalAIM lists',
    'CalAIM state',
  ]);
  excel.close();
});

test('what an install that was broken off left behind is cleared away', async () => {
  const excel = await openExcel();
  await excel.run(() => excel.workbook.install(profile, 50));
  // The anchor of the State sheet comes last: without it the template is unfinished.
  excel.book.names.delete('CalAIM_State');
  const outcome = await excel.run(async () => {
    const state = await excel.workbook.state();
    await excel.workbook.install(profile, 50);
    return { state, after: await excel.workbook.state() };
  });
  expect(outcome.state).toEqual({ kind: 'none' });
  expect(outcome.after).toMatchObject({ kind: 'template', untouched: true });
  expect(excel.book.sheets.filter(({ name }) => name.startsWith('Invoice'))).toHaveLength(1);
  excel.close();
});

test('lines survive the loss of the State sheet: their sheets stay, no longer ours, beside a new template', async () => {
  const { entries } = sampleContents(profile);
  const excel = await filledExcel(profile, 200);
  excel.book.deleteSheet(excel.sheet('CalAIM state'));
  await excel.run(() => excel.workbook.install(profile, 50));
  expect(excel.sheet('Invoice').cells.value(2, 20)).toBe(entries[0]?.memberCin);
  expect(await excel.run(() => excel.workbook.read(profile))).toMatchObject({ lines: [], members: [] });
  expect(excel.book.sheet('Invoice (2)')).toBeDefined();
  excel.close();
});

test('more lines than rows: a larger template takes over everything, and an update keeps its rows', async () => {
  const excel = await openExcel();
  const { setup, members, entries } = sampleContents(profile);
  const outcome = await excel.run(async () => {
    await excel.workbook.install(profile, 100);
    await excel.workbook.writeSetup(setup);
    await excel.workbook.writeMembers(members);
    await excel.workbook.appendLines(entries.slice(0, 90));
    const before = await excel.workbook.read(profile);
    const enough = await excel.workbook.makeRoom(profile, 10, 0);
    const larger = await excel.workbook.makeRoom(profile, entries.length - 90, 0);
    await excel.workbook.appendLines(entries.slice(90));
    await excel.workbook.install({ ...profile, rows: 100, version: profile.version + 1 });
    return { before, enough, larger, after: await excel.workbook.read(profile), state: await excel.workbook.state() };
  });
  expect(outcome).toMatchObject({ enough: false, larger: true, state: { rows: 200, untouched: true } });
  expect(outcome.before).toMatchObject({ freeRows: 10, room: 4_910 });
  const entered = ({ lines }: typeof outcome.before) => lines.map(({ row, entry }) => ({ row, entry }));
  expect(entered(outcome.after).slice(0, 90)).toEqual(entered(outcome.before));
  expect(outcome.after.lines).toHaveLength(entries.length);
  await expect(excel.run(() => excel.workbook.makeRoom(profile, 5_000, 0))).rejects.toMatchObject({ trouble: 'full' });
  excel.close();
});

test('an altered number of rows loses no line', async () => {
  const { entries } = sampleContents(profile);
  const excel = await filledExcel(profile, 200);
  excel.sheet('CalAIM state').cells.enter(4, 1, 'many');
  const after = await excel.run(async () => {
    const state = await excel.workbook.state();
    await excel.workbook.install(profile, 200);
    return { state, repaired: await excel.workbook.state(), contents: await excel.workbook.read(profile) };
  });
  expect(after.state).toMatchObject({ untouched: false, rows: 5_000 });
  expect(after.repaired).toMatchObject({ untouched: true, rows: 200 });
  expect(after.contents.lines).toHaveLength(entries.length);
  excel.close();
});

test('a template that is put back has rows for every line, however many the profile prepares', async () => {
  const { entries } = sampleContents(profile);
  const excel = await filledExcel(profile, 200);
  excel.sheet('CalAIM state').cells.enter(2, 1, '99');
  const after = await excel.run(async () => {
    await excel.workbook.install({ ...profile, rows: 100 });
    return { state: await excel.workbook.state(), contents: await excel.workbook.read(profile) };
  });
  expect(after.state).toMatchObject({ untouched: true, rows: 200 });
  expect(after.contents.lines).toHaveLength(entries.length);
  excel.close();
});

test('a workbook of another plan is left alone', async () => {
  const excel = await openExcel();
  await excel.run(() => excel.workbook.install(profile, 50));
  await expect(excel.run(() => excel.workbook.install({ ...profile, id: 'other-plan' }, 50))).rejects.toMatchObject({
    trouble: 'otherPlan',
  });
  excel.close();
});

test('stored plan data that were altered are noticed', async () => {
  for (const [sheet, row, column] of [
    ['CalAIM state', 1, 1],
    ['CalAIM state', 2, 1],
    ['CalAIM lists', 1, listColumns.indexOf('payerIdentifier')],
  ] as const) {
    const excel = await openExcel();
    await excel.run(() => excel.workbook.install(profile, 50));
    excel.sheet(sheet).cells.enter(row, column, 'other');
    expect(await excel.run(() => excel.workbook.state())).toMatchObject({ untouched: false });
    excel.close();
  }
});

test('the template says what it protects', async () => {
  const excel = await openExcel();
  await excel.run(() => excel.workbook.install(profile, 50));
  expect(excel.book.sheets.map(({ name, visibility, protection }) => [name, visibility, protection.isOn])).toEqual([
    ['Sheet1', 'visible', false],
    ['Instructions', 'visible', true],
    ['Setup', 'visible', true],
    ['Members', 'visible', true],
    ['Invoice', 'visible', true],
    ['Receipts', 'visible', true],
    ['CalAIM lists', 'hidden', true],
    ['CalAIM state', 'veryHidden', false],
  ]);
  expect(excel.sheet('Invoice').layout.freeze).toEqual({ rows: 2, columns: 24 });
  expect(excel.sheet('Invoice').layout.isColumnHidden(0)).toBe(true);
  expect(excel.sheet('Invoice').layout.isColumnHidden(12)).toBe(false);
  excel.close();
});
