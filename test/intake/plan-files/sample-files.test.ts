import { readFileSync } from 'node:fs';
import {
  authorizationEntrySchema,
  eligibilityEntrySchema,
  rosterEntrySchema,
  type PlanKnowledge,
} from '../../../src/intake/plan-files/entries.ts';
import { readPlanFile, type PlanFileEntry } from '../../../src/intake/plan-files/read-plan-file.ts';
import { compareWithPlanFiles } from '../../../src/intake/work/compare-with-plan-files.ts';
import { unitsExceeded } from '../../../src/intake/work/authorized-units.ts';
import { readMembers } from '../../../src/cli/encounters/members-file.ts';
import type { PlanFileKind } from '../../../src/submission/plan-files.ts';
import { readSample, sampleNpi } from '../../submission/envelopes.ts';

const textOf = (kind: PlanFileKind) =>
  readFileSync(new URL(`../../../plans/sample/plan-files/${kind}.csv`, import.meta.url));

function entries(kind: PlanFileKind): readonly unknown[] {
  const reading = readPlanFile({ kind: 'planFile', of: kind, body: textOf(kind), lookUpKey: Buffer.alloc(32) });
  if (reading.kind === 'faults') throw new Error(JSON.stringify(reading.faults));
  return reading.pieces.flatMap((piece) =>
    (JSON.parse(Buffer.from(piece).toString()) as PlanFileEntry[]).map(({ content }): unknown => JSON.parse(content)),
  );
}

test('the sample month beside the sample lists', () => {
  const knowledge: PlanKnowledge = {
    roster: rosterEntrySchema.array().parse(entries('roster')),
    eligibility: eligibilityEntrySchema.array().parse(entries('eligibility')),
    authorizations: authorizationEntrySchema.array().parse(entries('authorizations')),
    used: [],
  };
  const lines = readSample('harbor-care-2026-10.csv').map(({ values }) => values);
  const profile = { raisedToError: [] };
  const { findings, covered } = compareWithPlanFiles(lines, knowledge, profile);
  const counting = { lines, covered, knowledge, replaced: new Set<string>(), billingNpi: sampleNpi, profile };
  const all = [...findings, ...unitsExceeded(counting, findings)];
  const counts = Object.groupBy(all, ({ code }) => code);
  expect(Object.fromEntries(Object.entries(counts).map(([code, of]) => [code, of?.length]))).toEqual({
    AUTHORIZATION_OTHER_DATES: 2,
    AUTHORIZATION_UNITS_EXCEEDED: 3,
    AUTHORIZATION_UNKNOWN: 7,
    MEMBER_NOT_ELIGIBLE_ON_DAY: 5,
    MEMBER_NOT_IN_ELIGIBILITY_FILE: 2,
  });
});

test('the sample list of members is one that 837s are written with, too', () => {
  const text = textOf('eligibility').toString('utf8');
  expect(readMembers(text).find('99073662S')).toMatchObject({ sex: 'F', address: { state: 'CA' } });
});
