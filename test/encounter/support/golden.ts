import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { originalInvoices } from '../../../src/encounter/invoice.ts';
import { encounterSettingsSchema } from '../../../src/encounter/settings.ts';
import { encounterTarget } from '../../../src/encounter/target.ts';
import { writeEncounters } from '../../../src/encounter/write-encounters.ts';
import { parseCsv } from '../../../src/xlsx/csv.ts';
import { day } from '../../guidance/sample-lines.ts';
import { samplePlan } from '../../support/sample-plan.ts';

const plan = join(import.meta.dirname, '..', '..', '..', 'plans', 'sample');

/** The segments of the sample plan's test file of its clean month, written on a certain day. */
export async function goldenSegments(): Promise<readonly string[]> {
  const settings = encounterSettingsSchema.parse(JSON.parse(await readFile(join(plan, 'encounters.json'), 'utf8')));
  const target = encounterTarget(await samplePlan(), settings, 'T');
  const csv = parseCsv(await readFile(join(plan, 'harbor-care-2026-10.csv'), 'utf8'));
  if (target.kind === 'refused' || csv.kind === 'refused') throw new Error('The sample cannot be read');
  const text = writeEncounters(originalInvoices(csv.lines), {
    target: target.target,
    guide: 'professional',
    controlNumber: 1,
    date: day(2026, 11, 24),
    time: '0328',
    report: () => undefined,
  });
  return [...text].join('').split('~').slice(0, -1);
}
