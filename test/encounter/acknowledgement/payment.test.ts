import { printCivilDate } from '../../../src/guidance/civil-date.ts';
import { readAcknowledgements } from '../../../src/encounter/acknowledgement/acknowledgement-reader.ts';
import { PaymentDecisions } from '../../../src/encounter/acknowledgement/payment-decisions.ts';
import type { Adjustment } from '../../../src/encounter/adjudication.ts';
import { paymentFile } from '../support/acknowledgements.ts';

function shown(adjustments: readonly Adjustment[], remarks: readonly string[]): string {
  return [...adjustments.map(({ group, reason, cents }) => `${group}-${reason} ${String(cents)}`), ...remarks].join(
    ' ',
  );
}

/** Everything that is read, a line each. */
function said(...segments: readonly string[]): readonly string[] {
  return [...readAcknowledgements([paymentFile(...segments)])].flatMap((item) => {
    switch (item.kind) {
      case 'problem':
        return [`${item.code} ${item.element ?? ''} @ ${String(item.segment)}`];
      case 'payment':
        return [`payment ${String(item.cents)} ${item.date === null ? '' : printCivilDate(item.date)}`];
      case 'providerAdjustment':
        return [`provider ${item.reason} ${String(item.cents)}`];
      case 'claimPayment':
        return [
          `claim ${item.claimNumber} status=${item.status} ${String(item.chargeCents)}/${String(item.paidCents)} theirs=${item.receiverNumber} npi=${String(item.billingNpi)} ${shown(item.adjustments, item.remarks)}`,
          ...item.lines.map(
            (line) =>
              `  line ${line.reference} ${[line.procedureCode, ...line.modifiers].join(':')} ${String(line.chargeCents)}/${String(line.paidCents)} x${String(line.paidUnits)} ${shown(line.adjustments, line.remarks)}`,
          ),
        ];
      default:
        return [item.kind];
    }
  });
}

/** Every decision, a line each, and what cannot be one. */
function decided(...segments: readonly string[]): readonly string[] {
  const decisions = new PaymentDecisions();
  const problems: string[] = [];
  for (const item of readAcknowledgements([paymentFile(...segments)])) {
    if (item.kind !== 'claimPayment') continue;
    for (const { code, element, segment } of decisions.take(item)) {
      problems.push(`${code} ${element ?? ''} @ ${String(segment)}`);
    }
  }
  for (const { code, element, segment } of decisions.undecided) {
    problems.push(`undecided: ${code} ${element ?? ''} @ ${String(segment)}`);
  }
  const lines = [...decisions.decisions].map(
    ({ invoiceNumber, billingNpi, line, status, date, paidCents, paidUnits, adjustments, planClaimNumber }) =>
      `${billingNpi ?? '-'} ${invoiceNumber}-${String(line)} ${status} ${printCivilDate(date)} ${String(paidCents)} x${String(paidUnits)} ${shown(adjustments, [])} ${planClaimNumber}`,
  );
  return [...problems, ...lines];
}

const head = (amount: string) => [
  `BPR*I*${amount}*C*ACH************20261120`,
  'TRN*1*1',
  'N1*PR*PLAN',
  'N1*PE*H*XX*1234567893',
  'LX*1',
];

test.each<[string, readonly string[], readonly string[]]>([
  [
    'claims, lines, adjustments, remarks',
    [
      ...head('87.5'),
      ...['CLP*4100000001*1*150*87.5**HM*PLAN77*27*1', 'NM1*QC*1*DOE*JANE', 'MOA***N30', 'DTM*232*20261001'],
      ...['SVC*HC:G9012:U2*100*87.5**2', 'DTM*472*20261001', 'CAS*CO*45*10.5*1*144*2', 'REF*6R*4100000001-1'],
      ...[
        'SVC*HC:G9012*50*0***HC:H0044:U2:GQ',
        'DTM*472*20261002',
        'CAS*CO*197*50',
        'REF*6R*4100000001-2',
        'LQ*HE*N563',
      ],
    ],
    [
      'payment 8750 11/20/2026',
      'claim 4100000001 status=1 15000/8750 theirs=PLAN77 npi=1234567893 N30',
      '  line 4100000001-1 G9012:U2 10000/8750 x2 CO-45 1050 CO-144 200',
      '  line 4100000001-2 H0044:U2:GQ 5000/0 xnull CO-197 5000 N563',
    ],
  ],
  [
    'a reversal and its correction, and what belongs to no claim',
    [
      ...head('8'),
      ...['CLP*1*22*-10*-10**HM*P', 'SVC*HC:G9012*-10*-10', 'REF*6R*1-1'],
      ...['CLP*1*1*10*8**HM*P', 'SVC*HC:G9012*10*8', 'CAS*PI*45*2', 'PLB*1234567893*20261231*WO:X*-10'],
    ],
    [
      'payment 800 11/20/2026',
      'claim 1 status=22 -1000/-1000 theirs=P npi=1234567893 ',
      '  line 1-1 G9012 -1000/-1000 xnull ',
      'claim 1 status=1 1000/800 theirs=P npi=1234567893 ',
      '  line  G9012 1000/800 xnull PI-45 200',
      'provider WO -1000',
    ],
  ],
  [
    'amounts that do not add up: line, claim, payment',
    [...head('7'), 'CLP*1*1*10*8**HM*P', 'SVC*HC:G9012*10*8', 'CAS*CO*45*1', 'CAS*OA*23*2'],
    [
      'payment 700 11/20/2026',
      'OUT_OF_BALANCE SVC03 @ 10',
      'OUT_OF_BALANCE CLP04 @ 9',
      'claim 1 status=1 1000/800 theirs=P npi=1234567893 ',
      '  line  G9012 1000/800 xnull CO-45 100 OA-23 200',
      'OUT_OF_BALANCE BPR02 @ 4',
    ],
  ],
  [
    'what is malformed or out of place has its place, and is added up no more',
    [
      ...['CLP**', 'SVC*HC:G9012*x*8', 'DTM*472*20261301', 'CAS*ZZ*45*1', 'CAS*CO*45*1.234'],
      ...['BPR*I*1,000*C', 'SVC*HC:G9012*1*1', 'CAS*CO*45*1'],
    ],
    [
      'SEGMENT_UNEXPECTED  @ 4',
      'ELEMENT_MISSING CLP01 @ 4',
      'ELEMENT_MISSING CLP02 @ 4',
      'AMOUNT_FORMAT CLP03 @ 4',
      'AMOUNT_FORMAT CLP04 @ 4',
      'AMOUNT_FORMAT SVC02 @ 5',
      'DATE_FORMAT DTM02 @ 6',
      'CODE_UNKNOWN CAS01 @ 7',
      'AMOUNT_FORMAT CAS03 @ 8',
      'AMOUNT_FORMAT BPR02 @ 9',
      'DATE_FORMAT BPR16 @ 9',
      'payment 0 ',
      'claim  status= 0/0 theirs= npi=null ',
      '  line  G9012 0/800 xnull CO-45 0',
      '  line  G9012 100/100 xnull CO-45 100',
    ],
  ],
  [
    'lines and adjustments without a claim',
    ['SVC*HC:G9012*1*1', 'CAS*CO*45*1'],
    ['SEGMENT_UNEXPECTED  @ 4', 'SEGMENT_UNEXPECTED  @ 5'],
  ],
])('835: %s', (_, segments, expected) => {
  expect(said(...segments)).toEqual(expected);
});

const claim = (status: string, paid: string, number = 'P7') => `CLP*4100000001*${status}*10*${paid}**HM*${number}`;
const line = (paid: string, adjustment: string | null, place = 1) => [
  `SVC*HC:G9012:U2*10*${paid}**1`,
  ...(adjustment === null ? [] : [adjustment]),
  `REF*6R*4100000001-${String(place)}`,
];

test.each<[string, readonly string[], readonly string[]]>([
  [
    'paid',
    [...head('10'), claim('1', '10'), ...line('10', null)],
    ['1234567893 4100000001-1 paid 11/20/2026 1000 x1  P7'],
  ],
  [
    'paid by capitation is not denied',
    [...head('0'), claim('1', '0'), ...line('0', 'CAS*CO*24*10')],
    ['1234567893 4100000001-1 paid 11/20/2026 0 x1 CO-24 1000 P7'],
  ],
  [
    'a line that was refused',
    [...head('0'), claim('1', '0'), ...line('0', 'CAS*CO*197*10')],
    ['1234567893 4100000001-1 denied 11/20/2026 0 x1 CO-197 1000 P7'],
  ],
  [
    'a reason that is not known refuses what it takes in full',
    [...head('0'), claim('1', '0'), ...line('0', 'CAS*OA*Q99*10')],
    ['1234567893 4100000001-1 denied 11/20/2026 0 x1 OA-Q99 1000 P7'],
  ],
  [
    'a claim that was refused',
    [...head('0'), claim('4', '0'), ...line('0', 'CAS*CO*45*10')],
    ['1234567893 4100000001-1 denied 11/20/2026 0 x1 CO-45 1000 P7'],
  ],
  [
    'what is reversed is undecided, and decided anew by the correction',
    [
      ...[...head('4'), claim('1', '10'), ...line('10', null, 1), ...line('10', null, 2)],
      ...['CLP*4100000001*22*-10*-10**HM*P7', ...line('-10', null, 1), ...line('-10', null, 2)],
      ...[claim('1', '4'), ...line('4', 'CAS*CO*45*6', 2)],
    ],
    ['undecided: LINE_REVERSED  @ 15', '1234567893 4100000001-2 paid 11/20/2026 400 x1 CO-45 600 P7'],
  ],
  [
    'a forecast decides nothing, nor does what was forwarded to another payer',
    [...head('20'), claim('25', '10'), ...line('10', null), claim('23', '10'), ...line('10', null)],
    ['undecided: CLAIM_UNDECIDED CLP02 @ 9', 'undecided: CLAIM_UNDECIDED CLP02 @ 12'],
  ],
  [
    'what is refused until documents come is contested; with another refusal beside it, or a part paid, it is not',
    [
      ...[...head('1'), claim('1', '1'), ...line('0', 'CAS*CO*252*10'), ...line('0', 'CAS*CO*45*1**226*9', 2)],
      ...[...line('0', 'CAS*CO*163*5**197*5', 3), ...line('1', 'CAS*PI*252*9', 4)],
    ],
    [
      '1234567893 4100000001-1 contested 11/20/2026 0 x1 CO-252 1000 P7',
      '1234567893 4100000001-2 contested 11/20/2026 0 x1 CO-45 100 CO-226 900 P7',
      '1234567893 4100000001-3 denied 11/20/2026 0 x1 CO-163 500 CO-197 500 P7',
      '1234567893 4100000001-4 paid 11/20/2026 100 x1 PI-252 900 P7',
    ],
  ],
  ['no lines', [...head('10'), claim('1', '10')], ['LINE_UNKNOWN CLP01 @ 9']],
  ['a line without our number', [...head('10'), claim('1', '10'), 'SVC*HC:G9012*10*10'], ['LINE_UNKNOWN REF02 @ 10']],
  [
    'an adjustment of the whole claim is of no line',
    [...head('8'), claim('1', '8'), 'CAS*CO*45*2', ...line('10', null)],
    ['CLAIM_ADJUSTED CAS01 @ 9'],
  ],
  ['less than nothing', [...head('-1'), claim('1', '-1'), ...line('-1', 'CAS*CO*45*11')], ['AMOUNT_FORMAT SVC03 @ 10']],
  [
    'a reason and a number that we could not write',
    [...head('10'), claim('1', '10', 'Ä'.repeat(60)), ...line('10', null, 1), ...line('9', 'CAS*CO*a b*1', 2)],
    ['CODE_UNKNOWN CAS02 @ 12', '1234567893 4100000001-1 paid 11/20/2026 1000 x1  '],
  ],
])('decisions: %s', (_, segments, expected) => {
  expect(decided(...segments)).toEqual(expected);
});
