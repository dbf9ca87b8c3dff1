import { columnOf } from '../../src/guidance/columns.ts';
import { planFacts } from '../../src/plan/facts.ts';
import { lineDeriver } from '../../src/workbook/derive-line.ts';
import { importedLines, sourceDifferences } from '../../src/workbook/imported-lines.ts';
import { parseCsv } from '../../src/xlsx/csv.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { sampleMonth } from '../support/samples.ts';

async function spread(name: Parameters<typeof sampleMonth>[0]) {
  const profile = await samplePlan();
  const read = parseCsv(sampleMonth(name));
  if (read.kind !== 'lines') throw new Error('the sample does not read');
  const offered = planFacts(profile).services;
  const imported = importedLines(read.lines, offered, profile.extraModifiers);
  const setup = {
    billing: imported.billing,
    sites: imported.sites,
    invoiceDate: '',
    attested: true,
    purpose: 'new',
    concerns: [],
  } as const;
  const derived = lineDeriver({ profile, offered, setup, members: imported.members }).lines(imported.entries);
  const differences = read.lines.flatMap((line, index) => {
    const shown = derived[index];
    if (shown === undefined) throw new Error('a line is missing');
    return sourceDifferences(line, shown, offered).map((key) => [read.rows[index], columnOf(key).element.number]);
  });
  return { imported, derived, lines: read.lines, differences };
}

test('the clean month spreads over one provider, three sites and fifty members, and derives back to itself', async () => {
  const { imported, derived, lines, differences } = await spread('harbor-care-2026-10');
  expect(imported.sites).toHaveLength(3);
  expect(imported.members).toHaveLength(50);
  expect(differences).toEqual([]);
  expect(derived).toEqual(lines);
});

test('what a faulty line says otherwise than the sheet is named on its row', async () => {
  const { differences } = await spread('harbor-care-2026-10-dirty');
  expect(differences).toEqual(
    expect.arrayContaining([
      [2, 1], // another billing NPI than every other line
      [5, 6], // the phone number written with brackets
      [13, 23], // no first name
      [31, 41], // charge is not units times cost
      [33, 42], // amount is not the sum
      [41, 31], // spaces around the payer's name
    ]),
  );
});
