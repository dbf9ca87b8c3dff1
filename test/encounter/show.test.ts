import { LoopView } from '../../src/encounter/show.ts';
import { acknowledgementFile, implementationFile, paymentFile, statusFile } from './support/acknowledgements.ts';

/** Headings of loops, and what is said of a segment that is looked for. */
function shown(text: string): { readonly headings: readonly string[]; readonly text: string } {
  const view = new LoopView();
  const lines = [...view.read(text), ...view.end()];
  const headings = lines.filter((line, index) => lines[index - 1] === '' && line !== '');
  return { headings, text: lines.join('\n') };
}

test('a 999: what is answered, errors, outcomes', () => {
  const { headings, text } = shown(
    implementationFile(
      'AK1*HC*31',
      'AK2*837*0001',
      'IK3*SV1*24*2400*8',
      'IK4*1:2*234*7',
      'IK4*2*782*1',
      'IK5*R*5',
      'AK9*R*1*1*0',
    ),
  );
  expect(headings).toEqual([
    'Head',
    '2000  Transaction set',
    '2100  Segment in error',
    '2110  Element in error',
    '2110  Element in error',
    '2000  Transaction set: outcome',
    'Functional group: outcome',
    'Foot',
  ]);
  expect(text).toMatch(/\n {2}IK5\*R\*5 +Outcome of the transaction set\n/);
});

test('a TA1 stands outside of every transaction set', () => {
  expect(shown(acknowledgementFile([], ['TA1*000000031*261124*1200*A*000'])).text).toMatch(
    /\nTA1\*000000031\S+ +Acknowledgement of an interchange\n/,
  );
});

test('a 277CA: levels, claims, lines', () => {
  const { headings, text } = shown(
    statusFile(
      ...['HL*1**20*1', 'NM1*PR*2*X', 'HL*2*1*21*1', 'TRN*2*B', 'HL*3*2*19*1', 'NM1*85*2*H'],
      ...['HL*4*3*PT', 'NM1*QC*1*X', 'TRN*2*1', 'STC*A2:20', 'REF*1K*9', 'SVC*HC:X', 'REF*FJ*1'],
    ),
  );
  expect(headings).toEqual([
    'Head',
    '2000A  Who answers',
    '2100A  Name',
    '2000B  Who sent',
    '2200B  Status',
    '2000C  Billing provider',
    '2100C  Name',
    '2000D  Patient',
    '2100D  Name',
    '2200D  Status',
    '2220D  Service line',
    'Foot',
  ]);
  expect(text).toMatch(/REF\*1K\*9 +Receiver's number of the claim\n/);
});

test('an 835: payer, payee, claims, lines', () => {
  const { headings, text } = shown(
    paymentFile(
      'BPR*I*1',
      'N1*PR*X',
      'N1*PE*Y',
      'LX*1',
      'CLP*1*1*1*1',
      'SVC*HC:X*1*1',
      'CAS*CO*45*1',
      'CLP*2*1*1*1',
      'PLB*1*1*WO*1',
    ),
  );
  expect(headings).toEqual([
    'Head',
    '1000A  Payer',
    '1000B  Payee',
    '2000  Claims',
    '2100  Claim',
    '2110  Service line',
    '2100  Claim',
    'Amounts that belong to no claim',
    'Foot',
  ]);
  expect(text).toMatch(/CLP\*2\S+ +Claim: number, status, charge, paid, number of the payer\n/);
});

test.each([
  ['005010X222A1', ['2300  Claim', '2310B  Rendering provider', '2310C  Place where the service was given']],
  [
    '005010X223A2',
    [
      '2300  Claim',
      '2310A  Attending provider',
      '2310D  Rendering provider',
      '2310E  Place where the service was given',
    ],
  ],
])('an 837 %s: providers of a claim by its own guide, also where only the group names it', (guide, expected) => {
  const attending = guide === '005010X223A2' ? ['NM1*71*1*X'] : [];
  const text = acknowledgementFile([
    { type: '837', segments: ['CLM*1', ...attending, 'NM1*82*1*X', 'NM1*77*2*Y'] },
  ]).replaceAll('005010X222A1', guide);
  expect(shown(text).headings).toEqual(['Head', ...expected, 'Foot']);
  expect(shown(text.replace(`*0001*${guide}`, '*0001')).headings).toEqual(['Head', ...expected, 'Foot']);
});
