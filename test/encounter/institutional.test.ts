import { addDays, printCivilDate } from '../../src/guidance/civil-date.ts';
import type { LineText } from '../../src/guidance/columns.ts';
import { guideOf } from '../../src/encounter/guide.ts';
import type { Invoice } from '../../src/encounter/invoice.ts';
import { encounterSettingsSchema } from '../../src/encounter/settings.ts';
import { encounterTarget, type Usage } from '../../src/encounter/target.ts';
import { day, line } from '../guidance/sample-lines.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { decision, settingsOfInstitution, target, wholeInstitution, wholeSettings, write } from './support/files.ts';
import { brokenRules } from './support/rules-of-837.ts';

const npi = '1234567893';

function invoiceOf(first: LineText, ...rest: readonly LineText[]): Invoice {
  return { lines: [first, ...rest], submission: { kind: 'original' }, adjudication: null };
}

function writeInstitutional(invoice: Invoice, institutional: object = wholeInstitution, usage: Usage = 'T') {
  const file = { target: target(settingsOfInstitution(npi, institutional), usage), guide: 'institutional' as const };
  return write([invoice], file);
}

function starting(segments: readonly string[], ...starts: readonly string[]): readonly string[] {
  return segments.filter((segment) => starts.some((start) => segment.startsWith(start)));
}

test("an institution's invoice is an 837I, with its own claim and line segments", () => {
  const { text, segments, report } = writeInstitutional({
    ...invoiceOf(
      line({
        memberHomelessnessIndicator: '1',
        diagnosisCode2: 'I10',
        diagnosisCode3: 'E11.9',
        authorizationNumber: 'AU-1',
      }),
      line({ procedureCodeModifier1: 'U8', diagnosisCode1: 'Z59.02', authorizationNumber: 'AU-1' }),
      line({ procedureCode: 'H0043', procedureCodeModifier1: 'U6', authorizationNumber: 'AU-1' }),
    ),
    adjudication: new Map([1, 2, 3].map((place) => [place, decision({ planClaimNumber: 'PL-1' })])),
  });
  expect(brokenRules(text)).toEqual([]);
  expect(
    segments.slice(
      segments.findIndex((segment) => segment.startsWith('CLM')),
      -3,
    ),
  ).toEqual([
    'CLM*4100001001*480***89:A:1**A*Y*Y',
    'DTP*434*RD8*20261014-20261014',
    'CL1*9*1*30',
    'REF*G1*AU-1',
    'REF*EA*MRN1',
    'HI*ABK:Z602',
    'HI*ABF:I10*ABF:E119*ABF:Z5902',
    'HI*BG:17',
    'NM1*71*1*RUIZ*ADA****XX*1245319599',
    'NM1*77*2*HARBOR CARE MAIN CLINIC*****XX*1558598797',
    'N3*971 BROADWAY',
    'N4*OAKLAND*CA*946019998',
    'SBR*P*18*******HM',
    'AMT*D*480',
    'OI***Y***Y',
    'NM1*IL*1*DOE*ROSA****MI*91234567A',
    'NM1*PR*2*SAMPLE HEALTH PLAN*****PI*PLANID',
    'REF*F8*PL-1',
    'LX*1',
    'SV2*0911*HC:G9012:U2*160*UN*2',
    'DTP*472*D8*20261014',
    'REF*6R*4100001001-1',
    'SVD*PLANID*160*HC:G9012:U2*0911*2',
    'DTP*573*D8*20261123',
    'LX*2',
    'SV2*0910*HC:G9012:U8*160*UN*2',
    'DTP*472*D8*20261014',
    'REF*6R*4100001001-2',
    'SVD*PLANID*160*HC:G9012:U8*0910*2',
    'DTP*573*D8*20261123',
    'LX*3',
    'SV2*0900*HC:H0043:U6*160*UN*2',
    'DTP*472*D8*20261014',
    'REF*6R*4100001001-3',
    'SVD*PLANID*160*HC:H0043:U6*0900*2',
    'DTP*573*D8*20261123',
  ]);
  expect(report.map((entry) => (entry.kind === 'claim' ? 'claim' : entry.code))).toEqual([
    'RENDERING_PROVIDER_NOT_A_PERSON',
    'PROVIDER_ZIP_EXTENDED',
    'MEMBER_SEX_ASSUMED',
    'MEMBER_STATE_ASSUMED',
    'claim',
  ]);
});

test.each<[string, Partial<LineText>, readonly string[]]>([
  [
    'a person',
    { renderingProviderLastName: 'Ng', renderingProviderFirstName: 'Kim' },
    ['NM1*82*1*NG*KIM****XX*1558598797', 'NM1*77*2*HARBOR CARE COLLECTIVE'],
  ],
  [
    'the attending provider',
    { renderingProviderLastName: 'Ruiz', renderingProviderNpi: '1245319599' },
    ['NM1*77*2*HARBOR CARE COLLECTIVE'],
  ],
  [
    'a site, and the service was elsewhere',
    { placeOfService: '12' },
    ['NM1*77*2*HARBOR CARE MAIN CLINIC*****XX*1558598797'],
  ],
  [
    'the billing provider, at its own address',
    { renderingProviderNpi: npi, renderingProviderAddress: '400 Harbor Way' },
    [],
  ],
])('who gave the service is %s', (_, change, expected) => {
  const { segments, text } = writeInstitutional(invoiceOf(line(change)));
  expect(starting(segments, 'NM1*82', 'NM1*77')).toEqual(expected);
  expect(brokenRules(text)).toEqual([]);
});

test('an 837I is billed by an organization, whatever person the invoice names', () => {
  const { segments } = writeInstitutional(invoiceOf(line({ billingProviderLastName: 'Ruiz' })));
  expect(starting(segments, 'NM1*85')).toEqual(['NM1*85*2*HARBOR CARE COLLECTIVE*****XX*1234567893']);
});

test('a claim has one authorization: where another begins, so does another claim', () => {
  const lines = ['A', 'A', '', 'A'].map((authorizationNumber, place) =>
    line({
      authorizationNumber,

      serviceStartDate: `10/1${String(place)}/2026`,
      serviceEndDate: `10/1${String(place)}/2026`,
    }),
  );
  const [first, ...rest] = lines;
  if (first === undefined) throw new Error('No lines');
  const { text, segments, report } = writeInstitutional(invoiceOf(first, ...rest));
  expect(brokenRules(text)).toEqual([]);
  expect(starting(segments, 'CLM', 'DTP*434', 'REF*G1', 'REF*6R')).toEqual([
    'CLM*4100001001-1*320***89:A:1**A*Y*Y',
    'DTP*434*RD8*20261010-20261011',
    'REF*G1*A',
    'REF*6R*4100001001-1',
    'REF*6R*4100001001-2',
    'CLM*4100001001-2*160***89:A:1**A*Y*Y',
    'DTP*434*RD8*20261012-20261012',
    'REF*6R*4100001001-3',
    'CLM*4100001001-3*160***89:A:1**A*Y*Y',
    'DTP*434*RD8*20261013-20261013',
    'REF*G1*A',
    'REF*6R*4100001001-4',
  ]);
  expect(report).toContainEqual(expect.objectContaining({ code: 'CLAIM_SPLIT' }));
});

test('a claim holds 999 lines', () => {
  const lines = Array.from({ length: 1000 }, (_, place) => {
    const date = printCivilDate(addDays(day(2023, 1, 1), place));
    return line({ serviceStartDate: date, serviceEndDate: date });
  });
  const [first, ...rest] = lines;
  if (first === undefined) throw new Error('No lines');
  const { text, segments } = writeInstitutional(invoiceOf(first, ...rest));
  expect(brokenRules(text)).toEqual([]);
  expect(starting(segments, 'CLM').map((segment) => segment.split('*').slice(1, 3))).toEqual([
    ['4100001001-1', '159840'],
    ['4100001001-2', '160'],
  ]);
});

test('production refuses an institution of which something is blank; a test file has it as an 837P, and says so', async () => {
  const settings = settingsOfInstitution(npi, { attending: { first: 'Ada' }, typeOfBill: '89' });
  expect(encounterTarget(await samplePlan(), settings, 'P')).toEqual({
    kind: 'refused',
    blank: [
      'providers[0].institutional.admissionType',
      'providers[0].institutional.admissionSource',
      'providers[0].institutional.patientStatus',
      'providers[0].institutional.attending.npi',
      'providers[0].institutional.attending.last',
    ],
  });
  expect(writeInstitutional(invoiceOf(line()), {}).text).toBe('');
  const professional = write([invoiceOf(line())], { target: target(settings) });
  expect(brokenRules(professional.text)).toEqual([]);
  expect(professional.report).toContainEqual(expect.objectContaining({ code: 'INSTITUTION_AS_PROFESSIONAL' }));
});

test('a service without a revenue code is held back in production, and an 837P in a test file', () => {
  const settings = { ...wholeInstitution, revenueCode: '', revenueCodes: { 'G9012-U8': '0911' } };
  const invoice = { ...invoiceOf(line()), adjudication: new Map([[1, decision()]]) };
  const held = writeInstitutional(invoice, settings, 'P');
  expect(held.text).toBe('');
  expect(held.report).toEqual([expect.objectContaining({ kind: 'held', code: 'REVENUE_CODE_MISSING' })]);
  expect(guideOf(invoice, target(settingsOfInstitution(npi, settings)))).toBe('professional');
  const named = invoiceOf(line({ procedureCodeModifier1: 'GQ', procedureCodeModifier2: 'U8' }));
  expect(guideOf(named, target(settingsOfInstitution(npi, settings)))).toBe('institutional');
});

test('a file passes over invoices of the other guide', () => {
  const settings = settingsOfInstitution(npi);
  expect(write([invoiceOf(line())], { target: target(settings) })).toMatchObject({ text: '', report: [] });
  const other = invoiceOf(line({ billingProviderNpi: '1291417776' }));
  expect(writeInstitutional(other)).toMatchObject({ text: '', report: [] });
});

test.each<[string, object]>([
  ['an inpatient type of bill', { institutional: { ...wholeInstitution, typeOfBill: '11' } }],
  ['a type of bill of one digit', { institutional: { ...wholeInstitution, typeOfBill: '8' } }],
  ['a revenue code of three digits', { institutional: { ...wholeInstitution, revenueCode: '900' } }],
  ['a service that is none', { institutional: { ...wholeInstitution, revenueCodes: { ecm: '0900' } } }],
  ['an attending provider whose NPI is wrong', { institutional: { ...wholeInstitution, attending: { npi: '1' } } }],
  ['a social security number', { institutional: wholeInstitution, taxNumber: 'socialSecurity' }],
])('settings refuse %s', (_, provider) => {
  const settings = { ...wholeSettings, providers: [{ npi, ...provider }] };
  expect(encounterSettingsSchema.safeParse(settings).success).toBe(false);
});
