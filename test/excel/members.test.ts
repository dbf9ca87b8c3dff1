import type { PlanProfile } from '../../src/plan/profile.ts';
import type { Member } from '../../src/workbook/model.ts';
import { membersArea } from '../../src/workbook/geometry.ts';
import { filledExcel, type OpenExcel } from '../support/excel.ts';
import { samplePlan } from '../support/sample-plan.ts';

let profile: PlanProfile;
beforeAll(async () => {
  profile = await samplePlan();
});

const rosterOf = (excel: OpenExcel): Promise<readonly Member[]> =>
  excel.run(async () => (await excel.workbook.read(profile)).members);

/** Rows of the Members sheet in which any cell holds something, counted from the first below the headers. */
function rowsInUse(excel: OpenExcel): readonly number[] {
  const { row: top, column: left, rows, columns } = membersArea(200);
  const { cells } = excel.sheet('Members');
  const held = (row: number) =>
    Array.from({ length: columns }, (_, column) => cells.content(top + row, left + column)).some(
      (value) => value !== null && value !== '',
    );
  return Array.from({ length: rows }, (_, row) => row).filter(held);
}

const cinsOf = (members: readonly Member[]) => members.map(({ memberCin }) => memberCin);

test.each<[string, (place: number, count: number) => boolean]>([
  ['the first', (place) => place === 0],
  ['the last', (place, count) => place === count - 1],
  ['every other one', (place) => place % 2 === 1],
  ['all', () => true],
])('%s of the members are taken off the sheet; the others stay as they were, without a gap', async (_, goes) => {
  const excel = await filledExcel(profile, 200);
  const before = await rosterOf(excel);
  expect(rowsInUse(excel)).toHaveLength(before.length);
  const gone = before.filter((_member, place) => goes(place, before.length));
  const staying = before.filter((member) => !gone.includes(member));
  const { journal } = await excel.counted(() => excel.workbook.removeMembers(new Set(cinsOf(gone))));
  expect(await rosterOf(excel)).toEqual(staying);
  expect(rowsInUse(excel)).toEqual(staying.map((_member, place) => place));
  expect(journal.requests.filter(({ writes }) => writes.length > 0)).toHaveLength(1);
  expect(journal.lockedWrites).toEqual([]);
  expect(journal.protectionCalls).toEqual([]);
  excel.close();
});

test('a member that is not there takes nothing away, and nothing is written', async () => {
  const excel = await filledExcel(profile, 200);
  const before = await rosterOf(excel);
  const { journal } = await excel.counted(() => excel.workbook.removeMembers(new Set(['90000000A'])));
  expect(await rosterOf(excel)).toEqual(before);
  expect(journal.requests.filter(({ writes }) => writes.length > 0)).toEqual([]);
  excel.close();
});
