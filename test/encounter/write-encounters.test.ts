import { addDays, printCivilDate } from '../../src/guidance/civil-date.ts';
import { originalInvoices, type Invoice } from '../../src/encounter/invoice.ts';
import { defaultSettings, encounterSettingsSchema } from '../../src/encounter/settings.ts';
import { encounterTarget } from '../../src/encounter/target.ts';
import { line, day } from '../guidance/sample-lines.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { decision, target, wholeSettings, write, type Written } from './support/files.ts';
import { brokenRules } from './support/rules-of-837.ts';

const invoice: Invoice = { lines: [line()], submission: { kind: 'original' }, adjudication: null };
const adjudicated: Invoice = { ...invoice, adjudication: new Map([[1, decision()]]) };

function starting({ segments }: Written, ...starts: readonly string[]): readonly string[] {
  return segments.filter((segment) => starts.some((start) => segment.startsWith(start)));
}

function codes({ report }: Written): readonly string[] {
  return report.map((entry) => (entry.kind === 'claim' ? 'claim' : entry.code));
}

test('a test file before the decision says the plan as payer and no amounts', () => {
  const written = write([invoice]);
  expect(brokenRules(written.text)).toEqual([]);
  expect(starting(written, 'AMT', 'SVD', 'CAS', 'DTP*573')).toEqual([]);
  expect(codes(written)).toEqual([
    'NOT_ADJUDICATED',
    'PROVIDER_ZIP_EXTENDED',
    'MEMBER_SEX_ASSUMED',
    'MEMBER_STATE_ASSUMED',
    'claim',
  ]);
});

test('production waits for the decision, and refuses what does not come out even', () => {
  const production = { target: target(wholeSettings, 'P') };
  const uneven: Invoice = { ...invoice, adjudication: new Map([[1, decision({ paidCents: 1 })]]) };
  const undecided: Invoice = { ...invoice, adjudication: new Map([[2, decision()]]) };
  const beyond: Invoice = { ...invoice, adjudication: new Map([1, 2].map((place) => [place, decision()])) };
  const written = write([invoice, uneven, undecided, beyond], production);
  expect(written.text).toBe('');
  expect(codes(written)).toEqual([
    'ADJUDICATION_MISSING',
    'ADJUDICATION_UNBALANCED',
    'ADJUDICATION_MISSING',
    'ADJUDICATION_UNBALANCED',
  ]);
  expect(starting(write([adjudicated], production), 'ISA')[0]?.slice(-3)).toBe('P*:');
});

test('production refuses while a setting is blank that only the plan knows; a test file stands for it', async () => {
  const plan = await samplePlan();
  expect(encounterTarget(plan, defaultSettings, 'P')).toEqual({
    kind: 'refused',
    blank: [
      'interchange.sender',
      'interchange.receiver',
      'submitter.identifier',
      'receiver.identifier',
      'payer.identifier',
    ],
  });
  expect(encounterTarget(plan, wholeSettings, 'P').kind).toBe('target');
  expect(brokenRules(write([invoice], { target: target(defaultSettings) }).text)).toEqual([]);
});

test('what was paid, what was taken off and why stand on the line; a capitated line is paid nothing', () => {
  const written = write([
    {
      ...invoice,
      adjudication: new Map([
        [
          1,
          decision({
            paidCents: 0,
            paidUnits: '1',
            planClaimNumber: 'PL-7',
            adjustments: [{ group: 'CO', reason: '24', cents: 16_000 }],
          }),
        ],
      ]),
    },
  ]);
  expect(starting(written, 'AMT', 'REF*F8', 'SVD', 'CAS', 'DTP*573')).toEqual([
    'AMT*D*0',
    'REF*F8*PL-7',
    'SVD*PLANID*0*HC:G9012:U2**1',
    'CAS*CO*24*160',
    'DTP*573*D8*20261123',
  ]);
  expect(brokenRules(written.text)).toEqual([]);
});

test.each([
  ['replacement', '7'],
  ['void', '8'],
] as const)('a %s has frequency %s and the number of what it is about', (kind, frequency) => {
  const written = write([{ ...invoice, submission: { kind, originalReferences: ['DHCS-1'] } }]);
  expect(starting(written, 'CLM', 'REF*F8')).toEqual([
    `CLM*4100001001*160***11:B:${frequency}*Y*A*Y*Y`,
    'REF*F8*DHCS-1',
  ]);
  expect(codes(write([{ ...invoice, submission: { kind, originalReferences: [] } }]))).toEqual([
    'ORIGINAL_REFERENCE_MISSING',
  ]);
});

test('the claim form goes to the plan, and says nothing of payments', () => {
  const settings = encounterSettingsSchema.parse({ ...wholeSettings, form: 'claim' });
  const written = write([adjudicated], { target: target(settings, 'P') });
  expect(brokenRules(written.text)).toEqual([]);
  expect(starting(written, 'BHT', 'NM1*40', 'SBR', 'NM1*PR', 'OI', 'SVD')).toEqual([
    'BHT*0019*00*B0000000010001*20261124*0328*CH',
    'NM1*40*2*SAMPLE HEALTH PLAN*****46*PLANID',
    'SBR*P*18*******MC',
    'NM1*PR*2*SAMPLE HEALTH PLAN*****PI*PLANID',
  ]);
});

const days = Array.from({ length: 103 }, (_, index) => printCivilDate(addDays(day(2026, 2, 1), index)));

test('more than 50 lines are several claims, each with its number, its sum and lines that count from 1', () => {
  const lines = days.map((each) => line({ serviceStartDate: each, serviceEndDate: each }));
  const [first, ...rest] = lines;
  if (first === undefined) throw new Error('No lines');
  const written = write([{ ...invoice, lines: [first, ...rest] }]);
  expect(brokenRules(written.text)).toEqual([]);
  expect(starting(written, 'CLM').map((segment) => segment.split('*').slice(1, 3))).toEqual([
    ['4100001001-1', '8000'],
    ['4100001001-2', '8000'],
    ['4100001001-3', '480'],
  ]);
  expect(starting(written, 'REF*6R').at(-1)).toBe('REF*6R*4100001001-103');
  expect(codes(written)).toContain('CLAIM_SPLIT');
});

test('a transaction set holds as many claims as the setting says, and loops begin anew in each', () => {
  const settings = encounterSettingsSchema.parse({ ...wholeSettings, claimsPerTransaction: 2 });
  const lines = ['4100000001', '4100000002', '4100000003'].map((invoiceNumber, place) =>
    line({
      invoiceNumber,
      serviceStartDate: `10/0${String(place + 1)}/2026`,
      serviceEndDate: `10/0${String(place + 1)}/2026`,
    }),
  );
  const written = write(originalInvoices(lines), { target: target(settings) });
  expect(brokenRules(written.text)).toEqual([]);
  expect(starting(written, 'ST', 'HL')).toEqual([
    'ST*837*0001*005010X222A1',
    'HL*1**20*1',
    'HL*2*1*22*0',
    'ST*837*0002*005010X222A1',
    'HL*1**20*1',
    'HL*2*1*22*0',
  ]);
});

test('one number of two providers is told apart by a letter', () => {
  const other = line({ billingProviderNpi: '1291417776' });
  const written = write(
    originalInvoices([line(), other]).concat({ ...invoice, lines: [line({ memberCin: '91234568B' })] }),
  );
  expect(starting(written, 'CLM').map((segment) => segment.split('*')[1])).toEqual([
    '4100001001',
    '4100001001B',
    '4100001001C',
  ]);
});

test('a service that is in the file, or went out before, is held back', () => {
  const again: Invoice = { ...invoice, lines: [line({ invoiceNumber: '4100001002' })] };
  expect(codes(write([invoice, again])).at(-1)).toBe('DUPLICATE_SERVICE');
  expect(codes(write([invoice], { isReported: (key) => key.includes('91234567A') }))).toEqual(['REPORTED_BEFORE']);
});

test.each<[string, Partial<Parameters<typeof line>[0]>, readonly string[], readonly string[]]>([
  [
    'a solo practitioner',
    { billingProviderLastName: 'Ruiz', billingProviderFirstName: 'Ada' },
    ['NM1*85'],
    ['NM1*85*1*RUIZ*ADA****XX*1234567893'],
  ],
  ['the billing provider gives the service itself', { renderingProviderNpi: '1234567893' }, ['NM1*82'], []],
  ['days of a span', { serviceEndDate: '10/31/2026' }, ['DTP'], ['DTP*472*RD8*20261014-20261031']],
  ['odd letters', { memberLastName: ' Núñez–Smith' }, ['NM1*IL'], ['NM1*IL*1*NUNEZ-SMITH*ROSA****MI*91234567A']],
  ['a service at home', { placeOfService: '12' }, ['NM1*77'], []],
  ['a service at the site', {}, ['NM1*77'], ['NM1*77*2*HARBOR CARE MAIN CLINIC*****XX*1558598797']],
  [
    'modifiers in another order',
    { procedureCodeModifier1: 'GQ', procedureCodeModifier2: 'U2' },
    ['SV1'],
    ['SV1*HC:G9012:U2:GQ*160*UN*2***1'],
  ],
  ['a phone that is too short', { billingProviderPhone: '5550100' }, ['PER*IC*HARBOR'], []],
  [
    'no cost',
    { serviceUnitCost: '0.00', serviceChargeAmount: '0.00', invoiceAmount: '0.00' },
    ['CLM'],
    ['CLM*4100001001*0***11:B:1*Y*A*Y*Y'],
  ],
  [
    'an authorization',
    { authorizationNumber: 'AU-1', controlNumber: '7' },
    ['REF*G1', 'REF*D9', 'REF*EA'],
    ['REF*G1*AU-1', 'REF*D9*7', 'REF*EA*MRN1'],
  ],
])('%s', (_, change, starts, expected) => {
  const written = write([{ ...invoice, lines: [line(change)] }]);
  // Twice where the plan is named as payer too.
  expect([...new Set(starting(written, ...starts))]).toEqual(expected);
});

test('authorizations that differ stand on their lines, POS on lines with another one, diagnoses by pointers', () => {
  const written = write([
    {
      ...invoice,
      lines: [
        line({ authorizationNumber: 'A1', diagnosisCode2: 'I10' }),
        line({ procedureCodeModifier1: 'U8', placeOfService: '12', diagnosisCode1: 'I10' }),
      ],
    },
  ]);
  expect(starting(written, 'HI', 'SV1', 'REF*G1')).toEqual([
    'HI*ABK:Z602*ABF:I10',
    'SV1*HC:G9012:U2*160*UN*2***1:2',
    'REF*G1*A1',
    'SV1*HC:G9012:U8*160*UN*2*12**2',
  ]);
});

test('a post office box goes to pay-to where the plan knows the street', () => {
  const settings = encounterSettingsSchema.parse({
    ...wholeSettings,
    providers: [
      {
        npi: '1234567893',
        taxNumber: 'socialSecurity',
        taxonomy: '251B00000X',
        street: { address: '1 Main St', city: 'Oakland', state: 'CA', zip: '946011200' },
      },
    ],
  });
  const lines = [line({ billingProviderAddress: 'P.O. Box 9', placeOfService: '12' })] as const;
  const written = write([{ ...invoice, lines }], { target: target(settings) });
  expect(starting(written, 'PRV', 'N3', 'REF*SY', 'NM1*87')).toEqual([
    'PRV*BI*PXC*251B00000X',
    'N3*1 MAIN ST',
    'REF*SY*941234567',
    'NM1*87*2',
    'N3*P.O. BOX 9',
    'N3*22 OLIVE ST',
  ]);
  expect(codes(write([{ ...invoice, lines }]))).toContain('BILLING_STREET_UNKNOWN');
});

test('the eligibility file says sex, state and the place of a homeless member', () => {
  const homeless = line({ memberHomelessnessIndicator: '1', memberAddress: 'HOMELESS', memberCity: '', memberZip: '' });
  const members = {
    find: () => ({ sex: 'F' as const, address: { city: 'RENO', state: 'NV', zip: '89501' } }),
  };
  const found = write([{ ...invoice, lines: [homeless] }], { members });
  expect(starting(found, 'DMG', 'N4*RENO')).toEqual(['N4*RENO*NV*89501', 'DMG*D8*19710315*F']);
  expect(codes(found)).toContain('MEMBER_PLACE_FROM_ELIGIBILITY');
  const missing = write([{ ...invoice, lines: [homeless] }]);
  expect(codes(missing)).toContain('MEMBER_PLACE_FROM_PROVIDER');
});

test.each<[Parameters<typeof line>[0], string]>([
  [{ memberLastName: '李' }, 'memberLastName'],
  [{ memberCin: '' }, 'memberCin'],
  [{ serviceChargeAmount: '$1' }, 'serviceChargeAmount'],
  [{ memberCity: '' }, 'memberCity'],
  [{ serviceEndDate: '10/13/2026' }, 'serviceEndDate'],
  [{ diagnosisCode1: '' }, 'diagnosisCode1'],
])('what no rule accepts is held back, with its cell: %j', (change, column) => {
  const written = write([{ ...invoice, lines: [line(change)] }]);
  expect(written.text).toBe('');
  expect(written.report).toEqual([expect.objectContaining({ kind: 'held', code: 'NOT_ACCEPTABLE', column })]);
});

test.each([0, 1.5, 1_000_000_000])('%d is no control number', (controlNumber) => {
  expect(() => write([invoice], { controlNumber })).toThrow(RangeError);
});
