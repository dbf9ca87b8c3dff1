import { readAcknowledgements } from '../../../src/encounter/acknowledgement/acknowledgement-reader.ts';
import type { StatusInformation } from '../../../src/encounter/acknowledgement/items.ts';
import { statusFile } from '../support/acknowledgements.ts';

function shown(information: readonly StatusInformation[]): string {
  return information
    .map(({ statuses, outcome }) => {
      const each = statuses.map(({ category, code, entity }) => [category, code, entity].join(':'));
      return `${each.join(' ')} ${outcome}`;
    })
    .join('; ');
}

/** Everything that is read, a line each. */
function said(...segments: readonly string[]): readonly string[] {
  return [...readAcknowledgements([statusFile(...segments)])].flatMap((item) => {
    switch (item.kind) {
      case 'problem':
        return [`${item.code} ${item.element ?? ''} @ ${String(item.segment)}`];
      case 'batchStatus':
        return [`batch ${item.batch} provider=${String(item.billingNpi)} ${shown([item.information])}`];
      case 'claimStatus':
        return [
          `claim ${item.claimNumber} of ${item.batch} theirs=${item.receiverNumber} ${shown(item.information)}`,
          ...item.lines.map((line) => `  line ${line.reference} ${line.procedureCode} ${shown(line.information)}`),
        ];
      default:
        return [item.kind];
    }
  });
}

const source = ['BHT*0085*08*1*20261124*1200*TH', 'HL*1**20*1', 'NM1*PR*2*DHCS*****46*DHCS', 'TRN*1*77'];
const receiver = ['HL*2*1*21*1', 'NM1*41*2*PLAN*****46*PLAN', 'TRN*2*B0000000310001'];
const provider = ['HL*3*2*19*1', 'NM1*85*2*HARBOR*****XX*1234567893', 'TRN*1*0'];
const patient = ['HL*4*3*PT', 'NM1*QC*1*DOE*JANE****MI*91234567A'];
const taken = 'STC*A1:19:PR*20261124*WQ*150';

test.each<[string, readonly string[], readonly string[]]>([
  [
    'statuses at every level, claims and lines that came back',
    [
      ...[...source, ...receiver, taken, 'QTY*90*1', 'AMT*YU*150', ...provider, taken, ...patient],
      ...['TRN*2*4100000001', 'STC*A7:562:82*20261124*U*150******A6:158:IL', 'REF*1K*DHCS9', 'DTP*472*D8*20261001'],
      ...['SVC*HC:G9012:U2*100****1', 'STC*A7:454**U', 'REF*FJ*4100000001-1', 'SVC*HC:H0044*50', 'STC*A8:476**U'],
      ...['HL*5*3*PT', 'NM1*QC*1*ROE*RAY', 'TRN*2*4100000002', 'STC*A2:20*20261124*WQ*10', 'REF*1K*DHCS10'],
    ],
    [
      'batch B0000000310001 provider=null A1:19:PR accepted',
      'batch B0000000310001 provider=1234567893 A1:19:PR accepted',
      'claim 4100000001 of B0000000310001 theirs=DHCS9 A7:562:82 A6:158:IL rejected',
      '  line 4100000001-1 G9012 A7:454: rejected',
      '  line  H0044 A8:476: rejected',
      'claim 4100000002 of B0000000310001 theirs=DHCS10 A2:20: accepted',
    ],
  ],
  [
    'a receiver that refuses the whole batch: there are no claims',
    [...source, ...receiver, 'STC*A8:746:40*20261124*U*150'],
    ['batch B0000000310001 provider=null A8:746:40 rejected'],
  ],
  [
    'several statuses of a claim, the outcome of each by its action or its category',
    [...source, ...receiver, ...provider, ...patient, 'TRN*2*1', 'STC*A3:21', 'STC*A0:16', 'STC*P1:1', 'STC*Z9:9**U'],
    ['claim 1 of B0000000310001 theirs= A3:21: rejected; A0:16: accepted; P1:1: unknown; Z9:9: rejected'],
  ],
  [
    'several claims of one patient',
    [...source, ...receiver, ...provider, ...patient, 'TRN*2*1', 'STC*A2:20', 'TRN*2*2', 'STC*A2:20'],
    ['claim 1 of B0000000310001 theirs= A2:20: accepted', 'claim 2 of B0000000310001 theirs= A2:20: accepted'],
  ],
  [
    'a provider without an NPI is none that is known, and the next receiver has its own batch',
    [...source, ...receiver, 'HL*3*2*19*1', 'NM1*85*2*X*****FI*941234567', taken, 'HL*4*1*21*1', 'TRN*2*B2', taken],
    ['batch B0000000310001 provider= A1:19:PR accepted', 'batch B2 provider=null A1:19:PR accepted'],
  ],
  [
    'what is missing or out of place has its place',
    ['STC*A1:19', 'SVC*HC:G9012', 'HL*1**99*1', 'HL*2*1*PT', 'STC*A1:19', 'TRN*2*', 'HL*3*1*PT', 'TRN*2*7', 'STC*'],
    [
      'SEGMENT_UNEXPECTED  @ 4',
      'SEGMENT_UNEXPECTED  @ 5',
      'CODE_UNKNOWN HL03 @ 6',
      'SEGMENT_UNEXPECTED  @ 8',
      'ELEMENT_MISSING TRN02 @ 9',
      'OUTCOME_MISSING  @ 9',
      'claim  of  theirs= ',
      'ELEMENT_MISSING STC01 @ 12',
      'claim 7 of  theirs=  unknown',
    ],
  ],
])('277CA: %s', (_, segments, expected) => {
  expect(said(...segments)).toEqual(expected);
});

test.each([['HL*5*3*PT', 'TRN*2*2'], ['TRN*2*2']])(
  'a claim without an end is not kept: it is told once, and the next one is read (%s)',
  (...next) => {
    const endless = Array.from({ length: 40_000 }, () => 'STC*A2:20');
    const read = said(...source, ...receiver, ...provider, ...patient, 'TRN*2*1', ...endless, ...next, taken);
    expect(read.filter((line) => line.startsWith('CLAIM_TOO_LONG'))).toHaveLength(1);
    expect(read.at(-1)).toBe('claim 2 of B0000000310001 theirs= A1:19:PR accepted');
  },
);
