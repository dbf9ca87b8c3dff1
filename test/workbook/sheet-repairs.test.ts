import { checkLines } from '../../src/guidance/check.ts';
import { civilDate, type CivilDate } from '../../src/guidance/civil-date.ts';
import { planFacts } from '../../src/plan/facts.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { cellName, changedIn, type FilledCell } from '../../src/workbook/filled-cell.ts';
import { workbookLines } from '../../src/workbook/invoice-rows.ts';
import type { LineEntry } from '../../src/workbook/model.ts';
import { isOfForm, offeredRepairs, repairsAtCell, type SheetRepair } from '../../src/workbook/sheet-repairs.ts';
import { atOnce } from '../../src/workbook/slices.ts';
import { sampleContents } from '../support/sample-contents.ts';
import { samplePlan } from '../support/sample-plan.ts';

let profile: PlanProfile;
let sample: ReturnType<typeof sampleContents>;
let today: CivilDate;

beforeAll(async () => {
  profile = await samplePlan();
  sample = sampleContents(profile);
  const day = civilDate(2026, 11, 24);
  if (day === null) throw new Error('no day');
  today = day;
});

interface Sheets extends Pick<ReturnType<typeof sampleContents>, 'setup' | 'members'> {
  readonly entries: readonly LineEntry[];
}

function offered({ setup, members, entries }: Sheets): readonly SheetRepair[] {
  const facts = planFacts(profile);
  const rows = entries.map((entry, place) => ({ row: 3 + place, rowKey: null, entry }));
  const lines = workbookLines({ profile, setup, members }, rows);
  const findings = checkLines(
    lines.map(({ text }) => text),
    facts,
    today,
  );
  return atOnce(offeredRepairs({ dates: '1900', setup, members, lines, findings, facts }));
}

/** The sample's first line with other cells, alone on the sheet. */
function onLine(change: Partial<LineEntry>): readonly SheetRepair[] {
  const [first] = sample.entries;
  if (first === undefined) throw new Error('no line');
  return offered({ ...sample, entries: [{ ...first, ...change }] });
}

const told = (repairs: readonly SheetRepair[]): readonly string[] =>
  repairs.flatMap((repair) =>
    changedIn(repair).map(({ cell, before, after }) => `${repair.code} ${cellName(cell)}: ${before} > ${after}`),
  );

test('a month without anything malformed offers nothing', () => {
  expect(offered(sample)).toEqual([]);
});

test.each<[string, Partial<LineEntry>, readonly string[]]>([
  ['a card number', { memberCin: '99073662S41234' }, ['CARD_NUMBER invoice 3 memberCin: 99073662S41234 > 99073662S']],
  [
    'a place without its zero, as the list has it',
    { placeOfService: '4' },
    ['PLACE_CODE invoice 3 placeOfService: 4 > 04 · Homeless Shelter'],
  ],
  [
    'a date, its end date left to the default',
    { serviceStartDate: '10/3/2026', serviceEndDate: null },
    ['DATE_FORM invoice 3 serviceStartDate: 10/3/2026 > 10/03/2026'],
  ],
  [
    'code and modifier in one cell, as the list has the service',
    { procedureCode: 'G9012-U2' },
    [
      'SERVICE_APART invoice 3 procedureCode: G9012-U2 > G9012 U2 · Enhanced Care Management - In-Person, non-clinical staff',
    ],
  ],
  [
    'two diagnoses in one cell',
    { diagnosisCode1: 'z59.01, F10.20', diagnosisCode2: '' },
    [
      'DIAGNOSES_APART invoice 3 diagnosisCode1: z59.01, F10.20 > Z59.01',
      'DIAGNOSES_APART invoice 3 diagnosisCode2:  > F10.20',
    ],
  ],
])('%s', (_, change, repairs) => {
  expect(told(onLine(change))).toEqual(repairs);
});

test('what only a person may ask for is offered at its cell, and is no part of all', () => {
  const repairs = onLine({ diagnosisCode1: '', diagnosisCode2: 'Z60.2', diagnosisCode3: '', diagnosisCode4: '' });
  expect(told(repairs)).toEqual([
    'DIAGNOSES_MOVED_UP invoice 3 diagnosisCode1:  > Z60.2',
    'DIAGNOSES_MOVED_UP invoice 3 diagnosisCode2: Z60.2 > ',
  ]);
  expect(repairs.filter(isOfForm)).toEqual([]);
});

test('codes that come apart depend on the cells beside them: these are conditions', () => {
  const [repair] = onLine({ diagnosisCode1: 'z59.01, F10.20', diagnosisCode2: '' });
  expect(repair?.cells).toHaveLength(10);
});

test('what lines take from Setup is repaired there, once', () => {
  const { setup } = sample;
  const billing = { ...setup.billing, billingProviderPhone: '(510) 743-9150' };
  expect(told(offered({ ...sample, setup: { ...setup, billing } }))).toEqual([
    'DIGITS_ONLY billing billingProviderPhone: (510) 743-9150 > 5107439150',
  ]);
});

test('a number of one member stands on Members and on lines: one repair takes the others along', () => {
  const card = (cin: string) => `${cin}41234`;
  const [first] = sample.members;
  const cin = first?.memberCin ?? '';
  const entries = sample.entries.map((entry) => (entry.memberCin === cin ? { ...entry, memberCin: card(cin) } : entry));
  const members = sample.members.map((member) =>
    member.memberCin === cin ? { ...member, memberCin: card(cin) } : member,
  );
  const repairs = offered({ ...sample, members, entries });
  const lines = entries.filter(({ memberCin }) => memberCin === card(cin)).length;
  expect(repairs).toHaveLength(lines + 1);
  const row = 3 + entries.findIndex(({ memberCin }) => memberCin === card(cin));
  const at: FilledCell = { sheet: 'invoice', row, column: 'memberCin' };
  expect(repairsAtCell(repairs, at)).toHaveLength(lines + 1);
  const place = members.findIndex(({ memberCin }) => memberCin === card(cin));
  expect(repairsAtCell(repairs, { sheet: 'members', place, column: 'memberCin' })).toHaveLength(lines + 1);
});

test('no two repairs change the same cell, so that their order does not matter', () => {
  const dirty = sampleContents(profile, 'harbor-care-2026-10-dirty');
  const repairs = offered(dirty).filter(isOfForm);
  expect(repairs.length).toBeGreaterThan(3);
  const cells = repairs.flatMap((repair) => changedIn(repair).map(({ cell }) => cellName(cell)));
  expect(new Set(cells).size).toBe(cells.length);
});
