import type { PlanProfile } from '../../src/plan/profile.ts';
import { headerRows, invoiceColumn } from '../../src/workbook/invoice-columns.ts';
import type { ColumnKey } from '../../src/guidance/columns.ts';
import { filledExcel, markAll, type OpenExcel } from '../support/excel.ts';
import { samplePlan } from '../support/sample-plan.ts';

let profile: PlanProfile;
beforeAll(async () => {
  profile = await samplePlan();
});

/** A person's entry in a cell of a line. */
function type(excel: OpenExcel, row: number, column: ColumnKey, value: string): void {
  excel.sheet('Invoice').enter(row - 1, invoiceColumn(column).index, value);
}

async function watched(): Promise<{ readonly excel: OpenExcel; readonly next: () => Promise<void> }> {
  const excel = await filledExcel(profile, 200);
  let told = (): void => undefined;
  await excel.run(async () => {
    await excel.workbook.watch(() => {
      told();
    });
    await excel.workbook.readEdited(profile);
  });
  return { excel, next: () => new Promise((resolve) => (told = resolve)) };
}
