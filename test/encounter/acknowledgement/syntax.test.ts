import { readAcknowledgements } from '../../../src/encounter/acknowledgement/acknowledgement-reader.ts';
import { placeWords } from '../../../src/encounter/acknowledgement/place-words.ts';
import { problemSentence } from '../../../src/encounter/x12/problem-words.ts';
import { acknowledgementFile, implementationFile } from '../support/acknowledgements.ts';

/** Everything that is read, a line each. */
function said(text: string): readonly string[] {
  return [...readAcknowledgements([text])].map((item) => {
    switch (item.kind) {
      case 'problem':
        return `${item.code} ${item.element ?? ''} @ ${String(item.segment)}`;
      case 'interchange':
        return `interchange ${item.interchange} ${item.outcome} ${item.note}`;
      case 'group':
        return `group ${item.group} ${item.outcome} ${item.errors.join()}`;
      case 'transaction':
        return `transaction ${item.group}/${item.transaction} ${item.outcome} ${item.errors.join()}`;
      case 'syntax':
        return `${item.code} ${item.segmentName}@${String(item.place)} loop=${item.loop} claim=${item.claimNumber} ${String(item.element)}/${String(item.component)}`;
      default:
        return item.kind;
    }
  });
}

const head = ['AK1*HC*31*005010X222A1', 'AK2*837*0001*005010X222A1'];
const foot = ['IK5*R*5', 'AK9*R*1*1*0'];
const outcome = ['transaction 31/0001 rejected 5', 'group 31 rejected '];

test.each<[string, readonly string[], readonly string[]]>([
  ['accepted', [...head, 'IK5*A', 'AK9*A*1*1*1'], ['transaction 31/0001 accepted ', 'group 31 accepted ']],
  [
    'errors noted',
    [...head, 'IK5*E*I5', 'AK9*E*1*1*1'],
    ['transaction 31/0001 acceptedWithErrors I5', 'group 31 acceptedWithErrors '],
  ],
  [
    'partly: one set of two, the group counts for both',
    [...head, 'IK5*A', 'AK2*837*0002', 'IK5*R*7', 'AK9*P*2*2*1'],
    ['transaction 31/0001 accepted ', 'transaction 31/0002 rejected 7', 'group 31 partlyAccepted '],
  ],
  ['a group rejected as it stands', ['AK1*HC*31', 'AK9*R*1*1*0*4'], ['group 31 rejected 4']],
  [
    'a segment error without an element',
    [...head, 'IK3*REF*20*2300*3', ...foot],
    ['3 REF@20 loop=2300 claim= null/null', ...outcome],
  ],
  [
    'elements in error: each of them, and not the segment once more',
    [...head, 'IK3*SV1*24*2400*8', 'IK4*1:2*234*7*BOGUS', 'IK4*4*380*6', ...foot],
    ['7 SV1@24 loop=2400 claim= 1/2', '6 SV1@24 loop=2400 claim= 4/null', ...outcome],
  ],
  [
    'another error of the segment stands beside those of its elements',
    [...head, 'IK3*SV1*24*2400*I9', 'IK4*1:2*234*7', ...foot],
    ['I9 SV1@24 loop=2400 claim= null/null', '7 SV1@24 loop=2400 claim= 1/2', ...outcome],
  ],
  [
    'the claim that the context names, for segment and elements',
    [...head, 'IK3*SV1*24*2400*I9', 'CTX*SITUATIONAL TRIGGER*CLM', 'CTX*CLM01:4100000001', 'IK4*2*782*1', ...foot],
    ['I9 SV1@24 loop=2400 claim=4100000001 null/null', '1 SV1@24 loop=2400 claim=4100000001 2/null', ...outcome],
  ],
  [
    'the claim that stands behind the element',
    [...head, 'IK3*NM1*12**8', 'IK4*9*67*7', 'CTX*CLM01:4100000001', ...foot],
    ['7 NM1@12 loop= claim=4100000001 9/null', ...outcome],
  ],
  [
    'what is missing or out of place has its place',
    ['AK2*837*', 'IK4*1*1*1', 'IK3*X*y**', 'IK5*Q', 'AK9*A', 'AK1*HC', 'XYZ*1'],
    [
      'SEGMENT_UNEXPECTED  @ 4',
      'ELEMENT_MISSING AK202 @ 4',
      'SEGMENT_UNEXPECTED  @ 5',
      'NUMBER_FORMAT IK302 @ 6',
      'ELEMENT_MISSING IK304 @ 6',
      ' X@0 loop= claim= null/null',
      'CODE_UNKNOWN IK501 @ 7',
      'transaction / unknown ',
      'SEGMENT_UNEXPECTED  @ 8',
      'ELEMENT_MISSING AK102 @ 9',
      'SEGMENT_UNEXPECTED  @ 10',
      'OUTCOME_MISSING  @ 10',
    ],
  ],
])('999: %s', (_, segments, expected) => {
  expect(said(implementationFile(...segments))).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ['TA1*000000031*261124*1200*A*000', ['interchange 000000031 accepted 000']],
  ['TA1*000000031*261124*1200*E*024', ['interchange 000000031 acceptedWithErrors 024']],
  ['TA1*000000031*261124*1200*R*025', ['interchange 000000031 rejected 025']],
  ['TA1**261124*1200*Z*', ['ELEMENT_MISSING TA101 @ 2', 'CODE_UNKNOWN TA104 @ 2', 'interchange  unknown ']],
])('%s', (segment, expected) => {
  expect(said(acknowledgementFile([], [segment]))).toEqual(expected);
});

test('a TA1 before groups, and groups before another interchange', () => {
  const both = acknowledgementFile(
    [{ type: '999', segments: ['AK1*HC*31', 'AK9*A*0*0*0'] }],
    ['TA1*000000031*261124*1200*A*000'],
  );
  const once = ['interchange 000000031 accepted 000', 'group 31 accepted '];
  expect(said(both + both.replaceAll('*', '|').replaceAll('~', "'\r\n"))).toEqual([...once, ...once]);
});

test.each<[string, string, readonly string[]]>([
  ['no answer', acknowledgementFile([{ type: '837', segments: [] }]), ['TRANSACTION_UNEXPECTED ST01 @ 3']],
  ['nothing in its envelope', acknowledgementFile([]), ['OUTCOME_MISSING  @ 1']],
  ['no X12', 'Dear provider', ['TEXT_OUTSIDE_INTERCHANGE  @ 1', 'NO_INTERCHANGE  @ 1']],
  [
    'cut off behind a set',
    implementationFile(...head, 'IK3*REF*20*2300*3', ...foot).split('IK5')[0] ?? '',
    [
      'ENVELOPE_OPEN  @ 6',
      '3 REF@20 loop=2300 claim= null/null',
      'OUTCOME_MISSING  @ 6',
      'OUTCOME_MISSING  @ 6',
      'ENVELOPE_OPEN  @ 6',
    ],
  ],
])('%s', (_, text, expected) => {
  expect(said(text)).toEqual(expected);
});

test('a place in words', () => {
  const [fault] = [...readAcknowledgements([implementationFile(...head, 'IK3*NM1*12*2010BA*8', 'IK4*9*67*7')])];
  if (fault?.kind !== 'syntax') throw new Error('no fault was read');
  expect(placeWords(fault)).toBe(
    'Transaction set 0001, loop 2010BA (Subscriber: name and address), segment 12: NM1 (Name), element 9',
  );
  expect(placeWords({ ...fault, loop: '9999', segmentName: 'QQ', claimNumber: '1', component: 2 })).toBe(
    'Transaction set 0001, claim 1, loop 9999, segment 12: QQ, element 9, component 2',
  );
});

test('a problem in words has its place, and no value of the file', () => {
  const text = implementationFile('AK1*HC*31', 'AK9*SECRET*1');
  const [problem] = [...readAcknowledgements([text])];
  if (problem?.kind !== 'problem') throw new Error('no problem was read');
  const character = String(text.indexOf('AK9*') + 1);
  expect(problemSentence(problem)).toBe(
    `A code says what came of this, and it is none that the guide has. (element AK901, segment 5, character ${character})`,
  );
});
