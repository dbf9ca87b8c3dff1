import { acknowledgementFile, implementationFile, paymentFile, statusFile } from '../support/acknowledgements.ts';
import { placeOf, sent, shownStanding, standingsOf } from '../support/sent.ts';

/** Where invoices stand that do not stand as all the others do. */
function standing(usual: string, ...answers: readonly string[]): readonly string[] {
  return [...standingsOf(answers).invoices()].flatMap((invoice) => {
    const shown = shownStanding(invoice);
    return shown.length === 1 && invoice.state === usual ? [] : shown;
  });
}

const head = ['AK1*HC*31*005010X222A1', 'AK2*837*0001*005010X222A1'];
const refused = ['IK5*R*5', 'AK9*R*1*1*0'];
const everyNumber = ['4100001001', '4100001002', '4100001003', '4100001004', '4100001001'];

test('invoices that were sent, in the order of the file', () => {
  const invoices = [...standingsOf([]).invoices()];
  expect(invoices.map(({ invoiceNumber }) => invoiceNumber)).toEqual(everyNumber);
  expect(invoices.map(({ claims }) => claims.map(({ claimNumber }) => claimNumber))).toEqual([
    ['4100001001'],
    ['4100001002'],
    ['4100001003'],
    ['4100001004-1', '4100001004-2'],
    ['4100001001B'],
  ]);
  expect(invoices.every(({ state }) => state === 'sent')).toBe(true);
});

test.each<[string, string, string]>([
  ['TA1', acknowledgementFile([], ['TA1*000000031*261124*1200*A*000']), 'received'],
  ['TA1', acknowledgementFile([], ['TA1*000000031*261124*1200*R*025']), 'returned'],
  ['999', implementationFile(...head, 'IK5*A', 'AK9*A*1*1*1'), 'received'],
  ['999 of a group', implementationFile('AK1*HC*31', 'AK9*R*1*1*0*2'), 'returned'],
  ['999 without zeros', implementationFile('AK1*HC*00031', 'AK2*837*1', 'IK5*R*5', 'AK9*R*1*1*0'), 'returned'],
])('%s: every invoice is touched', (_, answer, state) => {
  const invoices = [...standingsOf([answer]).invoices()];
  expect(invoices.map((invoice) => invoice.state)).toEqual(everyNumber.map(() => state));
  // What came back says why, and that the biller has nothing to correct.
  const findings = invoices.map((invoice) => invoice.findings.map(({ fix }) => fix).join());
  expect(new Set(findings)).toEqual(new Set([state === 'returned' ? 'planRepairs' : '']));
});

test.each<[string, readonly string[], readonly string[]]>([
  [
    'an element of a claim is a cell of its invoice',
    [`IK3*CLM*${String(placeOf('CLM*4100001002'))}*2300*8`, 'IK4*5:1*1331*7'],
    ['4100001002 returned', '  error line=null placeOfService PLACE_OF_SERVICE_UNKNOWN 7 correctElement'],
  ],
  [
    'an element of a service line, with its line',
    [`IK3*SV1*${String(placeOf('SV1*HC:H0044'))}*2400*8`, 'IK4*1:3*1339*7'],
    ['4100001001 returned', '  error line=2 procedureCodeModifier1 SERVICE_MODIFIERS 7 correctElement'],
  ],
  [
    'a code that is not in its list: our rule on the form of the cell does not say so',
    [`IK3*SV1*${String(placeOf('SV1*HC:H0044'))}*2400*8`, 'IK4*1:2*234*7', 'IK4*1:2*234*I12', 'IK4*1:2*234*4'],
    [
      '4100001001 returned',
      '  error line=2 procedureCode - 7 correctElement',
      '  error line=2 procedureCode PROCEDURE_CODE_FORMAT I12 correctElement',
      '  error line=2 procedureCode - 4 correctElement',
    ],
  ],
  [
    'diagnoses: in no list, of no form',
    [`IK3*HI*${String(placeOf('CLM*4100001002') + 2)}*2300*8`, 'IK4*1:2*1271*7', 'IK4*1:2*1271*I12'],
    [
      '4100001002 returned',
      '  error line=null diagnosisCode1 DIAGNOSIS_UNKNOWN 7 correctElement',
      '  error line=null diagnosisCode1 DIAGNOSIS_FORMAT I12 correctElement',
    ],
  ],
  [
    'a line of the second claim is the line of the invoice; its first claim came back with the set',
    [`IK3*DTP*${String(placeOf('DTP*472*D8*20250220'))}*2400*8`, 'IK4*3*1251*8'],
    ['  error line=51 serviceStartDate DATE_FORMAT 8 correctElement'],
  ],
  [
    'an element of a member is of every invoice of the member',
    [`IK3*N4*${String(placeOf('N4*FRESNO'))}*2010BA*8`, 'IK4*3*116*I12'],
    [
      '4100001001 returned',
      '  error line=null memberZip ZIP_FORMAT I12 correctElement',
      '4100001002 returned',
      '  error line=null memberZip ZIP_FORMAT I12 correctElement',
    ],
  ],
  [
    'an element of a provider is of every invoice of the provider',
    [`IK3*REF*${String(placeOf('REF*EI', 2))}*2010AA*8`, 'IK4*2*127*I12'],
    ['4100001001 returned', '  error line=null billingProviderTin TIN_FORMAT I12 correctElement'],
  ],
  [
    'what the plan sets is no cell',
    [`IK3*SBR*${String(placeOf('SBR*P', 2))}*2320*8`, 'IK4*9*1032*7'],
    ['4100001002 returned', '  error line=null null - 7 planRepairs'],
  ],
  [
    'the context says the claim, and a place where another segment stands no cell',
    ['IK3*NM1*3*2010BA*8', 'CTX*CLM01:4100001003', 'IK4*9*67*1'],
    ['4100001003 returned', '  error line=null null - 1 planRepairs'],
  ],
  [
    'a segment that is missing, and a code that is not known',
    [`IK3*REF*${String(placeOf('CLM*4100001002') + 1)}*2300*ZZ`],
    ['4100001002 returned', '  error line=null null - ZZ askPlan'],
  ],
])('999: %s', (_, faults, expected) => {
  // The whole set came back; the invoices without a fault of their own have the set's.
  const shown = standing('', implementationFile(...head, ...faults, ...refused));
  const others = shown.filter((text) => text.endsWith('- 5 planRepairs'));
  expect(others.length).toBeGreaterThan(0);
  const own = shown.filter(
    (text, index) => !text.endsWith('- 5 planRepairs') && !(shown[index + 1] ?? '').endsWith('- 5 planRepairs'),
  );
  expect(own).toEqual(expected);
});

test('999: errors of a set that was accepted all the same are warnings', () => {
  const faults = [`IK3*N3*${String(placeOf('N3*22 OLIVE', 2))}*2010BA*8`, 'IK4*1*166*6'];
  expect(standing('received', implementationFile(...head, ...faults, 'IK5*E*5', 'AK9*E*1*1*1'))).toEqual([
    '4100001003 received',
    '  warning line=null memberAddress TEXT_CHARACTERS 6 correctElement',
    '4100001004 received',
    '  warning line=null memberAddress TEXT_CHARACTERS 6 correctElement',
  ]);
});

const batch = 'B0000000310001';
const levels = ['HL*1**20*1', 'TRN*1*1', 'HL*2*1*21*1', `TRN*2*${batch}`, 'STC*A1:19*20261124*WQ'];
const provider = ['HL*3*2*19*1', 'NM1*85*2*H*****XX*1234567893'];

test.each<[string, readonly string[], readonly string[]]>([
  ['the batch arrived', [], []],
  [
    'claims are accepted and come back, with the cell of their status and entity',
    [
      ...provider,
      ...['HL*4*3*PT', 'TRN*2*4100001001', 'STC*A2:20*20261124*WQ', 'REF*1K*T1'],
      ...['HL*5*3*PT', 'TRN*2*4100001002', 'STC*A7:562:82*20261124*U*1******A6:158:IL*A8:999:ZZ'],
      ...['HL*6*3*PT', 'TRN*2*4100001003', 'STC*A3:500:IL**U', 'STC*P9:21'],
    ],
    [
      '4100001001 accepted',
      '4100001002 returned',
      '  error line=null renderingProviderNpi - A7:562:82 checkProvider',
      '  error line=null memberDateOfBirth - A6:158:IL checkMember',
      '  error line=null null - A8:999:ZZ correctInvoice',
      '4100001003 returned',
      '  error line=null memberZip ZIP_FORMAT A3:500:IL correctElement',
      '  warning line=null null - P9:21 correctInvoice',
    ],
  ],
  [
    'service lines: by our number, else by the only one with the procedure code, else of the whole claim',
    [
      ...provider,
      ...['HL*4*3*PT', 'TRN*2*4100001001', 'STC*A3:247**U'],
      ...['SVC*HC:G9012*1', 'STC*A7:249**U', 'REF*FJ*4100001001-1', 'SVC*HC:H0044:U2*1', 'STC*A6:453**U'],
      ...['HL*5*3*PT', 'TRN*2*4100001004-2', 'SVC*HC:XXXXX*1', 'STC*A7:454**U'],
    ],
    [
      '4100001001 returned',
      '  error line=null null - A3:247 correctInvoice',
      '  error line=1 placeOfService - A7:249 correctElement',
      '  error line=2 procedureCodeModifier1 - A6:453 correctElement',
      '4100001004 returned',
      '  error line=null procedureCode - A7:454 correctElement',
    ],
  ],
  [
    'a provider of the batch that is refused: all of its invoices, and no others',
    ['HL*3*2*19*1', 'NM1*85*2*H*****XX*1835337407', 'STC*A8:496:85**U'],
    ['4100001001 returned', '  error line=null null - A8:496:85 planRepairs'],
  ],
])('277CA: %s', (_, segments, expected) => {
  expect(standing('received', statusFile(...levels, ...segments))).toEqual(expected);
});

test('277CA: a batch that is refused has no claims, and all come back', () => {
  const answer = statusFile('HL*1**20*1', 'HL*2*1*21*1', `TRN*2*${batch}`, 'STC*A8:746:40**U');
  const invoices = [...standingsOf([answer]).invoices()];
  expect(invoices.flatMap(shownStanding)).toEqual(
    everyNumber.flatMap((number) => [`${number} returned`, '  error line=null null - A8:746:40 planRepairs']),
  );
});

const money = ['BPR*I*1*C*ACH************20261120', 'LX*1'];

test.each<[string, readonly string[], readonly string[]]>([
  ['paid', ['CLP*4100001002*1*160*150**HM*T9', 'SVC*HC:G9012*160*150', 'CAS*CO*45*10'], ['4100001002 paid 15000']],
  [
    'paid in part: the line that was refused',
    [
      'CLP*4100001001*1*320*160',
      ...['SVC*HC:G9012*160*160', 'REF*6R*4100001001-1'],
      ...['SVC*HC:H0044*160*0', 'CAS*CO*29*160', 'REF*6R*4100001001-2', 'LQ*HE*N563'],
    ],
    [
      '4100001001 paid 16000',
      '  error line=2 serviceStartDate SERVICE_FILED_LATE CO-29 dispute',
      '  error line=2 authorizationNumber - N563 checkAuthorization',
    ],
  ],
  [
    'denied, by codes that are known and codes that are not',
    ['CLP*4100001003*4*160*0', 'CAS*CO*146*100**Q9*60', 'MOA***Z1'],
    [
      '4100001003 denied 0',
      '  error line=null diagnosisCode1 DIAGNOSIS_UNKNOWN CO-146 correctElement',
      '  error line=null null - CO-Q9 askPlan',
      '  error line=null null - Z1 askPlan',
    ],
  ],
  ['capitation', ['CLP*4100001002*1*160*0', 'CAS*CO*24*160'], ['4100001002 paid 0']],
  [
    'a reversal undoes a denial',
    ['CLP*4100001003*4*160*0', 'CAS*CO*97*160', 'CLP*4100001003*22*-160*0', 'CAS*CO*97*-160'],
    ['4100001003 accepted 0'],
  ],
  ['a forecast says nothing', ['CLP*4100001003*25*160*160'], []],
  [
    'an invoice of two claims stands as the worse of them',
    ['CLP*4100001004-1*1*8000*8000', 'CLP*4100001004-2*4*160*0', 'CAS*CO*18*160'],
    ['4100001004 denied 800000', '  error line=null procedureCode - CO-18 checkDuplicate'],
  ],
])('835: %s', (_, segments, expected) => {
  expect(standing('sent', paymentFile(...money, ...segments))).toEqual(expected);
});

test('answers say the same in any order', () => {
  const answers = [
    paymentFile(...money, 'CLP*4100001002*1*160*160'),
    statusFile(...levels, ...provider, 'HL*4*3*PT', 'TRN*2*4100001001', 'STC*A3:21**U'),
    implementationFile(...head, 'IK5*A', 'AK9*A*1*1*1'),
    acknowledgementFile([], ['TA1*000000031*261124*1200*A*000']),
  ];
  const shown = standing('received', ...answers);
  expect(shown).toEqual([
    '4100001001 returned',
    '  error line=null null - A3:21 correctInvoice',
    '4100001002 paid 16000',
  ]);
  expect(standing('received', ...answers.toReversed())).toEqual(shown);
});

test('an invoice that was sent again stands as its last sending, and each answer is of its own file', () => {
  const again = sent.text
    .replaceAll('000000031', '000000032')
    .replace('*31*X', '*32*X')
    .replaceAll(batch, 'B0000000320001');
  const back = implementationFile(...head, ...refused);
  const states = (...answers: readonly string[]) =>
    new Set([...standingsOf(answers, [sent.text, again]).invoices()].map(({ state }) => state));
  expect(states(back)).toEqual(new Set(['sent']));
  expect(states(back.replace('*31*', '*32*'))).toEqual(new Set(['returned']));
  const claim = (name: string) =>
    statusFile('HL*1*0*21', `TRN*2*${name}`, 'HL*2*1*PT', 'TRN*2*4100001002', 'STC*A3:21**U');
  expect(states(claim(batch))).toEqual(new Set(['sent']));
  expect(states(claim('B0000000320001'))).toEqual(new Set(['sent', 'returned']));
  expect(states(claim('UNKNOWN'))).toEqual(new Set(['sent', 'returned']));
});

test('an invoice that was sent again in fewer claims has no more than those', () => {
  const again = sent.text
    .replaceAll('000000031', '000000032')
    .replace('CLM*4100001004-1*', 'CLM*4100001004*')
    .replace('CLM*4100001004-2*', 'CLM*4100009999*')
    .replace('REF*6R*4100001004-51', 'REF*6R*4100009999-1');
  const invoices = [...standingsOf([], [sent.text, again]).invoices()];
  const claims = invoices.find(({ invoiceNumber }) => invoiceNumber === '4100001004')?.claims ?? [];
  expect(claims.map(({ claimNumber }) => claimNumber)).toEqual(['4100001004']);
});

test('what was said of nothing that was sent is told, once', () => {
  const { unmatched } = standingsOf([
    implementationFile('AK1*HC*77', 'AK2*837*0009', 'IK3*REF*2**3', 'IK5*R*5', 'AK9*R*1*1*0'),
    statusFile('HL*1*0*21', 'TRN*2*BX', 'STC*A1:19', 'HL*2*1*PT', 'TRN*2*9', 'STC*A2:20', 'TRN*2*9', 'STC*A2:20'),
    paymentFile(...money, 'CLP*8*1*1*1'),
    acknowledgementFile([], ['TA1*000000099*261124*1200*A*000']),
  ]);
  expect(unmatched.map(({ kind, reference }) => `${kind} ${reference}`)).toEqual([
    'syntax 0009',
    'transaction 0009',
    'group 77',
    'batchStatus BX',
    'claimStatus 9',
    'claimPayment 8',
    'interchange 000000099',
  ]);
});
