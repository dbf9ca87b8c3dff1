import { columns } from '../../src/guidance/columns.ts';
import { headerRows } from '../../src/workbook/invoice-columns.ts';
import { changedPlan } from '../support/changed-plan.ts';
import { openExcel } from '../support/excel.ts';
import { sampleContents } from '../support/sample-contents.ts';

const lines = [
  ['T2033 U6 · Recuperative Care (Medical Respite)', '09/30/2026', '195.00'],
  ['T2033 U6 · Recuperative Care (Medical Respite)', '10/01/2026', '200.00'],
  ['T2033 U6 · Recuperative Care (Medical Respite)', '12/31/2026', '200.00'],
  ['T2033 U6 · Recuperative Care (Medical Respite)', '02/29/2028', '210.50'],
  ['T2033 U6 · Recuperative Care (Medical Respite)', '', ''],
  ['T2033', '01/01/2027', '210.50'],
  ['G9012 U2 · ECM visit, lay staff', '', '80.00'],
  ['G9012 U2 · ECM visit, lay staff', '10/01/2026', '80.00'],
  ['H0043 U6 · Housing Transition Navigation Services', '12/31/2026', '150.00'],
  ['H0043 U6 · Housing Navigation, monthly', '01/01/2027', '400.00'],
  ['S5165 U6 · Environmental Accessibility Adaptations (Home Modifications)', '10/01/2026', ''],
  ['H2015 U6 · Peer Mentoring', '10/01/2026', '45.00'],
] as const;

test.each([1900, 1904] as const)(
  'dated rates, own and renamed services: formulas and deriver agree in the %i date system',
  async (dateSystem) => {
    const profile = await changedPlan();
    const { setup, members, entries } = sampleContents(profile);
    const [entry] = entries;
    if (entry === undefined) throw new Error('no entries');
    const excel = await openExcel({ book: { dateSystem } });
    const read = await excel.run(async () => {
      await excel.workbook.install(profile, 100);
      await excel.workbook.writeSetup(setup);
      await excel.workbook.writeMembers(members);
      await excel.workbook.appendLines(
        lines.map(([procedureCode, serviceStartDate], index) => ({
          ...entry,
          procedureCode,
          procedureCodeModifier3: '',
          procedureCodeModifier4: '',
          serviceStartDate,
          serviceEndDate: null,
          serviceUnitCount: '1',
          serviceUnitCost: null,
          invoiceNumber: String(4_100_001_001 + index),
        })),
      );
      return excel.workbook.read(profile);
    });
    expect(read.lines.map(({ text }) => text.serviceUnitCost)).toEqual(lines.map(([, , cost]) => cost));
    const invoice = excel.sheet('Invoice');
    for (const [index, { text }] of read.lines.entries()) {
      for (const [column, { key, element }] of columns.entries()) {
        if (['procedureCode', 'placeOfService', 'diagnosisCode'].includes(element.format)) continue;
        const shown = invoice.cells
          .text(headerRows + index, column)
          .replaceAll(element.format === 'money' ? ',' : '\0', '');
        expect({ index, key, text: shown }).toEqual({ index, key, text: text[key] });
      }
    }
    expect(await excel.run(() => excel.workbook.damages(profile))).toEqual([]);
    excel.close();
  },
);
