import { checkLines } from '../../src/guidance/check.ts';
import { serviceLabel } from '../../src/guidance/services.ts';
import { planFacts } from '../../src/plan/facts.ts';
import { usualSheetNames } from '../../src/workbook/defined-names.ts';
import { lineDeriver } from '../../src/workbook/derive-line.ts';
import { importedLines, sourceDifferences } from '../../src/workbook/imported-lines.ts';
import { listContents } from '../../src/workbook/sheets/lists-sheet.ts';
import { workbookLayout } from '../../src/workbook/workbook-layout.ts';
import { day, line } from '../guidance/sample-lines.ts';
import { changedPlan } from '../support/changed-plan.ts';

const profile = await changedPlan();
const facts = planFacts(profile);
const labels = [
  'G9012 U2 · ECM visit, lay staff',
  'T2033 U6 · Recuperative Care (Medical Respite)',
  'H0043 U6 · Housing Transition Navigation Services',
  'H0043 U6 · Housing Navigation, monthly',
  'S5165 U6 · Environmental Accessibility Adaptations (Home Modifications)',
  'H2015 U6 · Peer Mentoring',
] as const;

interface Written {
  readonly service: string;
  readonly date: string;
  readonly cost?: string;
}

/** Derived lines of the good line with other cells. */
function derived(...changes: Written[]) {
  const source = line();
  const imported = importedLines([source], facts.services, []);
  const [entry] = imported.entries;
  if (entry === undefined) throw new Error('no entry');
  const setup = {
    billing: imported.billing,
    sites: imported.sites,
    invoiceDate: '',
    attested: true,
    purpose: 'new',
    concerns: [],
  } as const;
  const deriver = lineDeriver({ profile, offered: facts.services, setup, members: imported.members });
  return deriver.lines(
    changes.map(({ service, date, cost }, index) => ({
      ...entry,
      procedureCode: service,
      serviceStartDate: date,
      serviceEndDate: null,
      serviceUnitCount: '1',
      serviceUnitCost: cost ?? null,
      placeOfService: '12 · Home',
      invoiceDate: '02/01/2027',
      invoiceNumber: String(4_100_001_001 + index),
    })),
  );
}

const found = (...changes: Written[]) =>
  checkLines(derived(...changes), facts, day(2027, 2, 10)).map(({ code, column }) => `${code} @ ${column}`);

test('the lists have what the plan offers, in its words', () => {
  const contents = listContents(profile, facts.services);
  expect(contents.serviceLabel).toEqual(labels);
  expect(contents.serviceCode).toEqual(['G9012', 'T2033', '', '', 'S5165', 'H2015']);
  expect(contents.serviceName.slice(0, 1)).toEqual(['ECM visit, lay staff']);
});

test('rates stand under service and first day, rising, as a look-up of Excel wants them', () => {
  const { rateKey, unitRate } = listContents(profile, facts.services);
  expect(rateKey.map((key, place) => [key, unitRate[place]])).toEqual([
    [100_000_000, 80],
    [200_000_000, ''], // as long as no day is entered
    [200_000_001, 195],
    [220_261_001, 200],
    [220_270_101, 210.5],
    [300_000_000, 150],
    [400_000_000, 400],
    [500_000_000, ''], // the actual cost
    [600_000_000, 45],
  ]);
});

test('the layout’s lists are as long as what stands in them', () => {
  const layout = workbookLayout({
    profile,
    offered: facts.services,
    names: usualSheetNames,
    rows: 100,
    state: { planId: '', profileVersion: '', layoutVersion: '', rows: '', seal: '', attempt: '' },
  });
  const services = layout.names.find(({ name }) => name === 'CalAIM_Services');
  expect(services?.area.rows).toBe(labels.length);
  for (const { area, contents } of layout.sheets.find(({ role }) => role === 'lists')?.regions ?? [])
    if (contents.kind === 'values') expect(contents.values).toHaveLength(area.rows);
});

test.each([
  ['10/14/2026', '200.00'],
  ['09/30/2026', '195.00'],
  ['01/01/2027', '210.50'],
  ['', ''],
])('the default cost of a service on %j is %j', (date, cost) => {
  expect(derived({ service: labels[1], date })[0]?.serviceUnitCost).toBe(cost);
});

test('a line in the plan’s words breaks no rule, with its units as the plan counts them', () => {
  expect(
    found(
      { service: labels[0], date: '10/14/2026' },
      { service: labels[1], date: '01/14/2027' },
      { service: labels[2], date: '12/31/2026' },
      { service: labels[3], date: '01/01/2027' },
      { service: labels[5], date: '01/02/2027' },
    ),
  ).toEqual([]);
});

test('a stale rate, a service of other days, and a hidden one are told', () => {
  expect(found({ service: labels[1], date: '01/14/2027', cost: '200.00' })).toEqual([
    'UNIT_COST_NOT_RATE @ serviceUnitCost',
  ]);
  // Code and modifier mean the other service now, which has another name and rate.
  expect(found({ service: labels[2], date: '01/14/2027' })).toEqual([
    'SERVICE_NAME @ serviceName',
    'UNIT_COST_NOT_RATE @ serviceUnitCost',
  ]);
  const hidden = (service: string) => found({ service, date: '01/14/2027', cost: '80.00' });
  expect(hidden('G9008 U1 · Enhanced Care Management')).toEqual(['SERVICE_NOT_OFFERED @ procedureCode']);
  expect(hidden('G9012 U2 GQ · Enhanced Care Management')).toEqual(['SERVICE_MODIFIERS @ procedureCodeModifier2']);
  expect(hidden('G90 U2')).toEqual(['PROCEDURE_CODE_FORMAT @ procedureCode']);
});

test('the guidance’s name and earlier ones are understood on the way in; another is told', () => {
  const named = (serviceName: string) =>
    checkLines([line({ serviceName })], { ...facts, expectsPlanRates: false }, day(2026, 11, 24)).map(
      ({ code }) => code,
    );
  expect(named('Enhanced Care Management - In-Person, non-clinical staff')).toEqual([]);
  expect(named('ECM visit, lay staff')).toEqual([]);
  expect(named('Peer Mentoring')).toEqual(['SERVICE_NAME']);
});

test('in a file, a name by which the service goes is no difference to the sheet', () => {
  const [shown] = derived({ service: labels[0], date: '10/14/2026' });
  if (shown === undefined) throw new Error('no line');
  const said = (serviceName: string) => sourceDifferences({ ...shown, serviceName }, shown, facts.services);
  expect(said('ENHANCED CARE MANAGEMENT - In-Person, non-clinical staff')).toEqual([]);
  expect(said('')).toEqual([]);
  expect(said('Peer Mentoring')).toEqual(['serviceName']);
});

test('an imported line gets the label of the service of its day', () => {
  const housing = { procedureCode: 'H0043', procedureCodeModifier1: 'U6', serviceName: '' };
  const { entries } = importedLines(
    ['12/31/2026', '01/01/2027', ''].map((serviceStartDate) => line({ ...housing, serviceStartDate })),
    facts.services,
    [],
  );
  expect(entries.map(({ procedureCode }) => procedureCode)).toEqual([labels[2], labels[3], 'H0043']);
  expect(labels.map(String)).toEqual(facts.services.map(serviceLabel));
});
