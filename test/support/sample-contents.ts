import { planFacts } from '../../src/plan/facts.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { importedLines } from '../../src/workbook/imported-lines.ts';
import type { LineEntry, ProviderSetup } from '../../src/workbook/model.ts';
import { parseCsv } from '../../src/xlsx/csv.ts';
import { sampleMonth } from './samples.ts';

/** The sample month spread over Setup, Members and lines. */
export function sampleContents(profile: PlanProfile, name: Parameters<typeof sampleMonth>[0] = 'harbor-care-2026-10') {
  const read = parseCsv(sampleMonth(name));
  if (read.kind !== 'lines') throw new Error('the sample does not read');
  const imported = importedLines(read.lines, planFacts(profile).services, profile.extraModifiers);
  const setup: ProviderSetup = {
    billing: imported.billing,
    sites: imported.sites,
    invoiceDate: '11/02/2026',
    attested: true,
    purpose: 'new',
    concerns: [],
  };
  return { lines: read.lines, setup, members: imported.members, entries: imported.entries };
}

/** As many lines as wanted: the sample's, again and again, under other invoice numbers. */
export function manyEntries(entries: readonly LineEntry[], count: number): readonly LineEntry[] {
  return Array.from({ length: count }, (_, index) => {
    const entry = entries[index % entries.length];
    if (entry === undefined) throw new Error('no entries');
    const round = Math.floor(index / entries.length);
    return { ...entry, invoiceNumber: String(Number(entry.invoiceNumber) + round * 1_000) };
  });
}
