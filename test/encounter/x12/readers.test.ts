import fc from 'fast-check';
import { LoopView } from '../../../src/encounter/show.ts';
import { readSegments } from '../../../src/encounter/x12/segment-reader.ts';
import { readEnvelopes, type X12Item } from '../../../src/encounter/x12/envelope-reader.ts';
import { proofCount } from '../../support/proofs.ts';

const isa =
  'ISA*00*          *00*          *ZZ*DHCS           *ZZ*PLAN           *261124*1200*^*00501*000000007*0*T*:~';
const whole = `${isa}GS*FA*DHCS*PLAN*20261124*1200*9*X*005010X231A1~ST*999*0001*005010X231A1~AK1*HC*1*005010X222A1~AK9*A*1*1*1~SE*4*0001~GE*1*9~IEA*1*000000007~`;

function items(text: string, size = text.length): readonly X12Item[] {
  const parts = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
    text.slice(index * size, (index + 1) * size),
  );
  return [...readEnvelopes(parts)];
}

/** Problems where they come, and each transaction set, at its end, with the number of its segments. */
function shown(text: string): readonly string[] {
  const lines: string[] = [];
  let head = '';
  let count = 0;
  for (const item of items(text)) {
    if (item.kind === 'problem') lines.push(`${item.code} @ ${String(item.segment)}`);
    else if (item.kind === 'TA1') lines.push('TA1');
    else if (item.kind === 'foot') lines.push(`${head} ${String(count)}`);
    else if (item.kind === 'segment') count += 1;
    else {
      head = `${item.type} ${item.controlNumber} ${item.guide}`;
      count = 0;
    }
  }
  return lines;
}

const good = ['999 0001 005010X231A1 2'];

test.each<[string, string, readonly string[]]>([
  ['as it should be', whole, good],
  ['a byte order mark and CRLF', `\ufeff${whole.replaceAll('~', '~\r\n')}`, good],
  ['line ends as terminators', whole.replaceAll('~', '\n'), good],
  ['CRLF as terminators', whole.replaceAll('~', '\r\n'), good],
  ['odd marks', whole.replaceAll('*', '|').replaceAll(':', '>').replaceAll('~', "'"), good],
  [
    'several interchanges with other marks',
    whole + whole.replaceAll('*', '|').replaceAll('~', '!'),
    [...good, ...good],
  ],
  ['ST without a guide', whole.replace('*0001*005010X231A1', '*0001'), good],
  [
    'many transaction sets',
    whole.replace('GE*1', 'ST*999*0002~AK1*HC*2~SE*3*0002~GE*2'),
    [...good, '999 0002 005010X231A1 1'],
  ],
  ['TA1 before the group', whole.replace('GS*', 'TA1*000000001*261124*1200*A*000~GS*'), ['TA1', ...good]],
  ['a wrong count', whole.replace('SE*4', 'SE*5'), ['COUNT_DIFFERS @ 6', ...good]],
  ['a wrong number', whole.replace('IEA*1*000000007', 'IEA*1*000000008'), [...good, 'CONTROL_NUMBER_DIFFERS @ 8']],
  ['no SE', whole.replace('SE*4*0001~', ''), ['ENVELOPE_OPEN @ 6', '999 0001 005010X231A1 2']],
  [
    'cut off',
    whole.slice(0, whole.indexOf('AK9') + 5),
    ['SEGMENT_CUT_OFF @ 4', 'ENVELOPE_OPEN @ 4', '999 0001 005010X231A1 1', 'ENVELOPE_OPEN @ 4'],
  ],
  [
    'no segment name',
    whole.replace('AK1*', '1*'),
    ['SEGMENT_NAME @ 4', 'COUNT_DIFFERS @ 6', '999 0001 005010X231A1 1'],
  ],
  ['text before', `hello ${whole}`, ['TEXT_OUTSIDE_INTERCHANGE @ 1', ...good]],
  ['text behind', `${whole}bye`, [...good, 'TEXT_OUTSIDE_INTERCHANGE @ 8']],
  ['an ISA of another length', whole.replace('DHCS           *', 'DHCS*'), ['ISA_LENGTH @ 1', ...good]],
  ['no X12', 'Invoice Number,Amount\n1,2', ['TEXT_OUTSIDE_INTERCHANGE @ 1', 'NO_INTERCHANGE @ 1']],
  ['nothing', '', ['NO_INTERCHANGE @ 1']],
])('%s', (_, text, expected) => {
  expect(shown(text)).toEqual(expected);
});

test('the parts in which a file comes make no difference', () => {
  const text = `\ufeff${whole.replaceAll('~', '~\r\n')}${whole}`;
  for (let size = 1; size < 120; size += 1) expect(items(text, size)).toEqual(items(text));
});

test('places are those of the file', () => {
  const text = `\ufeff${whole.replaceAll('~', '~\r\n')}`;
  for (const item of readSegments([text])) {
    if (item.kind === 'segment') expect(text.slice(item.offset, item.offset + item.name.length)).toBe(item.name);
  }
});

test('whatever a file holds, it is read to its end without an exception', () => {
  const bits = fc.constantFrom(
    'ISA',
    '*',
    '~',
    ':',
    '^',
    '\r\n',
    'GS',
    'ST',
    'SE',
    'IEA',
    'AK1',
    ' ',
    'x',
    '\ufeff',
    isa,
    whole,
  );
  const noise = fc.array(fc.oneof(bits, fc.string())).map((each) => each.join(''));
  fc.assert(
    fc.property(noise, fc.integer({ min: 1, max: 50 }), (text, size) => {
      expect(items(text, size)).toEqual(items(text));
      const view = new LoopView();
      expect([...view.read(text), ...view.end()].length).toBeGreaterThan(0);
    }),
    { numRuns: proofCount(300, 20_000) },
  );
});
