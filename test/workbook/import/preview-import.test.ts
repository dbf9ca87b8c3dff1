import { civilDateAt } from '../../../src/guidance/civil-date.ts';
import { formRepairCodes } from '../../../src/guidance/repair.ts';
import { planFacts } from '../../../src/plan/facts.ts';
import type { PlanProfile } from '../../../src/plan/profile.ts';
import { mappingByHeaders } from '../../../src/workbook/import/column-mapping.ts';
import { previewImport, type ImportGround } from '../../../src/workbook/import/preview-import.ts';
import { atOnce } from '../../../src/workbook/slices.ts';
import { sampleContents } from '../../support/sample-contents.ts';
import { samplePlan } from '../../support/sample-plan.ts';
import { sampleMonth } from '../../support/samples.ts';
import { listOf, ownList } from './lists.ts';

let profile: PlanProfile;
let ground: ImportGround;
const today = civilDateAt(new Date('2026-11-24T17:00:00Z'), 'America/Los_Angeles');

beforeAll(async () => {
  profile = await samplePlan();
  const { setup, members } = sampleContents(profile);
  ground = { profile, facts: planFacts(profile), today, setup, members, present: [] };
});

function preview(
  text: string,
  repairs: 'all' | 'none' = 'all',
  changes: Partial<ImportGround> = {},
  takeSetup = false,
) {
  const list = listOf(text);
  const decisions = { without: repairs === 'all' ? [] : formRepairCodes, takeSetup, takeLines: true };
  return atOnce(previewImport(list, mappingByHeaders(list, 'all'), { ...ground, ...changes }, decisions));
}

const errorsOf = ({ findings, rows }: ReturnType<typeof preview>) =>
  findings.filter(({ severity }) => severity === 'error').map(({ line, column }) => `${String(rows[line])} ${column}`);

test('a biller’s own list needs nothing that the workbook knows', () => {
  const seen = preview(ownList);
  expect(seen.undecided).toEqual(['Worker notes']);
  expect(seen.missing).toEqual([]);
  expect(seen.namesProvider).toBe(false);
  expect(seen.setup).toBeNull();
  expect(seen.repairs.map(({ line, code }) => [seen.rows[line], code])).toEqual([
    [5, 'CARD_NUMBER'],
    [5, 'DATE_FORM'],
    [5, 'UPPER_CASE'],
    [5, 'DIAGNOSES_APART'],
    [5, 'MONEY_FORM'],
    [6, 'DATE_FORM'],
    [6, 'PLACE_CODE'],
  ]);
  // The new member has no address and the roster does not know her either; Minh Le's is there.
  expect(seen.entries).toMatchObject([
    { memberCin: '98906828H', serviceEndDate: null, renderingProviderName: null, invoiceDate: null },
    { memberCin: '99073662S', placeOfService: '04 · Homeless Shelter', serviceUnitCost: '80' },
  ]);
  expect(errorsOf(seen)).toEqual([]);
  expect(errorsOf(preview(ownList, 'none'))).toEqual(
    expect.arrayContaining([
      '5 memberCin',
      '5 procedureCode',
      '5 diagnosisCode1',
      '5 serviceUnitCost',
      '6 placeOfService',
    ]),
  );
});

test('a list without a member’s address leaves the roster’s', () => {
  const seen = preview(ownList);
  const [present] = ground.members.filter(({ memberCin }) => memberCin === '98906828H');
  const [written] = seen.members;
  expect(written).toEqual({
    ...present,
    memberFirstName: 'Ana',
    memberLastName: 'Cruz',
    memberDateOfBirth: '10/06/1975',
  });
});

test('a blank homelessness indicator is an answer, another blank is none', () => {
  const [member] = ground.members;
  if (member === undefined) throw new Error('no member');
  const homeless = { ...member, memberHomelessnessIndicator: '1' };
  const seen = preview(`CIN,City,Homeless\n${member.memberCin},,\n`, 'all', { members: [homeless] });
  expect(seen.members).toEqual([{ ...member, memberHomelessnessIndicator: '' }]);
});

test('what a line needs and no column gives is named', () => {
  expect(preview('CIN,DOS,Units\n99073662S,10/15/2026,1\n').missing).toEqual([
    'procedureCode',
    'placeOfService',
    'diagnosisCode1',
    'invoiceNumber',
  ]);
});

test('the clean month: nothing to correct, nothing differs', () => {
  const seen = preview(sampleMonth('harbor-care-2026-10'));
  expect(errorsOf(seen)).toEqual([]);
  expect(seen).toMatchObject({ differences: 0, repairs: [], undecided: [], missing: [], namesProvider: true });
  expect(seen.rows.at(-1)).toBe(173);
});

test('the dirty month: repairs take their errors away, and what the workbook works out is told', () => {
  const dirty = sampleMonth('harbor-care-2026-10-dirty');
  const asItIs = preview(dirty, 'none');
  const repaired = preview(dirty);
  const gone = errorsOf(asItIs).filter((each) => !errorsOf(repaired).includes(each));
  expect(gone).toEqual(
    expect.arrayContaining(['7 memberCin', '15 procedureCode', '21 placeOfService', '25 diagnosisCode1']),
  );
  expect(errorsOf(repaired)).toEqual(
    expect.arrayContaining(['9 memberCin', '19 serviceStartDate', '35 invoiceNumber']),
  );
  expect(repaired.differences).toBeGreaterThan(0);
  expect(repaired.repairs).toEqual(asItIs.repairs);
});

test('a list that is imported twice doubles each service', () => {
  const { lines } = sampleContents(profile);
  const seen = preview(sampleMonth('harbor-care-2026-10'), 'all', { present: lines });
  expect(seen.findings.filter(({ code }) => code.includes('DUPLICATE')).length).toBeGreaterThan(0);
  expect(Math.max(...seen.findings.map(({ line }) => line))).toBeLessThan(172);
});

test('Setup is taken from the list where a person says so; what the list does not have stays', () => {
  const blank = Object.fromEntries(
    Object.keys(ground.setup.billing).map((key) => [key, '']),
  ) as typeof ground.setup.billing;
  const seen = preview(
    sampleMonth('harbor-care-2026-10'),
    'all',
    { setup: { ...ground.setup, billing: blank, sites: [] } },
    true,
  );
  expect(seen.setup?.billing).toEqual(ground.setup.billing);
  expect(seen.setup?.sites).toEqual(ground.setup.sites);
  const partly = preview(
    ownList.replace('Worker notes', 'Billing Phone').replace('called twice', '5105550199'),
    'all',
    {},
    true,
  );
  expect(partly.setup?.billing).toEqual({ ...ground.setup.billing, billingProviderPhone: '5105550199' });
});
