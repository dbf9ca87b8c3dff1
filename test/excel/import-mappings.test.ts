import type { PlanProfile } from '../../src/plan/profile.ts';
import type { ColumnMapping } from '../../src/workbook/import/column-mapping.ts';
import { filledExcel } from '../support/excel.ts';
import { samplePlan } from '../support/sample-plan.ts';

let profile: PlanProfile;
beforeAll(async () => {
  profile = await samplePlan();
});

const mappingOf = (header: string): ColumnMapping => ({
  columns: [
    { header: 'cin', target: 'memberCin' },
    { header, target: null },
  ],
});

test('mappings are read and written in one request each, and fewer take the place of more', async () => {
  const excel = await filledExcel(profile, 50, []);
  expect(await excel.run(() => excel.workbook.importMappings())).toEqual([]);
  const written = ['a', 'b', 'c'].map(mappingOf);
  const writing = await excel.counted(() => excel.workbook.writeImportMappings(written));
  expect(writing.journal.syncs).toBe(1);
  expect(writing.journal.lockedWrites).toEqual([]);
  expect(writing.journal.protectionCalls).toEqual([]);
  const reading = await excel.counted(() => excel.workbook.importMappings());
  expect(reading).toMatchObject({ result: written, journal: { syncs: 1, writes: [] } });
  await excel.run(() => excel.workbook.writeImportMappings([mappingOf('d')]));
  expect(await excel.run(() => excel.workbook.importMappings())).toEqual([mappingOf('d')]);
  excel.close();
});

test('what somebody altered by hand is passed over', async () => {
  const excel = await filledExcel(profile, 50, []);
  await excel.run(() => excel.workbook.writeImportMappings([mappingOf('a'), mappingOf('b')]));
  excel.sheet('CalAIM state').cells.enter(1, 5, 'something else');
  expect(await excel.run(() => excel.workbook.importMappings())).toEqual([mappingOf('b')]);
  excel.close();
});
