import { readFileSync } from 'node:fs';
import { reportOfSubmission } from '../../src/intake/error-report.ts';
import { checkEnvelope } from '../../src/intake/work/check-envelope.ts';
import { planFacts } from '../../src/plan/facts.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { prepareEnvelope } from '../../src/submission/prepare-envelope.ts';
import { civilDate } from '../../src/guidance/civil-date.ts';
import { lineDeriver } from '../../src/workbook/derive-line.ts';
import { sourceDifferences } from '../../src/workbook/imported-lines.ts';
import { isRowKey } from '../../src/workbook/row-key.ts';
import { parseCsv } from '../../src/xlsx/csv.ts';
import type { ErrorReport } from '../../src/xlsx/errors/error-report.ts';
import { sampleContents } from './sample-contents.ts';
import { sampleMonth } from './samples.ts';

/** A fault of the dirty sample month. */
export interface SampleFault {
  readonly row: number;
  readonly element: number;
  readonly column: string;
  readonly now: string;
}

/** The faults that the dirty month was given. */
export const sampleFaults = JSON.parse(
  readFileSync(new URL('../../plans/sample/harbor-care-2026-10-dirty.expected.json', import.meta.url), 'utf8'),
) as readonly SampleFault[];

/** A row key that is the same in every run. */
export function fixedKey(index: number): string {
  return `row-${String(index).padStart(4, '0')}-abcdefghijklm`;
}

/** The dirty sample month, sent and checked as the endpoint does it. */
export function dirtyReport(profile: PlanProfile): ErrorReport {
  const read = parseCsv(sampleMonth('harbor-care-2026-10-dirty'));
  if (read.kind !== 'lines') throw new Error('the sample does not read');
  const { setup, members, entries } = sampleContents(profile, 'harbor-care-2026-10-dirty');
  const offered = planFacts(profile).services;
  const derived = lineDeriver({ profile, offered, setup, members }).lines(entries);
  const today = civilDate(2026, 11, 24);
  if (today === null) throw new Error('no day');
  const prepared = prepareEnvelope({
    profile,
    setup,
    lines: read.lines.map((text, index) => {
      const rowKey = fixedKey(index);
      const shown = derived[index];
      if (!isRowKey(rowKey) || shown === undefined) throw new Error('no line');
      return { rowKey, text, differences: sourceDifferences(text, shown, offered) };
    }),
    diagnosisLists: [],
    attempt: 1,
    productVersion: '0.1.0',
    today,
  });
  if (prepared.kind !== 'prepared') throw new Error(prepared.reason);
  const receivedAt = '2026-11-24T10:09:00.000-08:00';
  const { result } = checkEnvelope({
    body: new TextEncoder().encode(JSON.stringify(prepared.envelope)),
    profile,
    diagnosisLists: [],
    receivedAt,
    checkedAt: receivedAt,
    timeZone: 'America/Los_Angeles',
    earlier: { accepted: [], inForce: [], services: [] },
    knowledge: null,
    authorizationHashKey: new Uint8Array(32),
  });
  return reportOfSubmission({
    profile,
    submissionId: '019aaaaa-0000-7000-8000-000000000001',
    receivedAt,
    receipt: 'header.payload.signature',
    part2Program: false,
    envelope: prepared.envelope,
    result,
    sourceRows: read.rows,
  });
}
