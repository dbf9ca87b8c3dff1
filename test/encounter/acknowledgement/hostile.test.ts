import fc from 'fast-check';
import { AcknowledgementReader } from '../../../src/encounter/acknowledgement/acknowledgement-reader.ts';
import { returnedWords } from '../../../src/encounter/acknowledgement/returned-words.ts';
import { SentFileReader } from '../../../src/encounter/acknowledgement/sent-file.ts';
import { LoopView } from '../../../src/encounter/show.ts';
import { problemSentence } from '../../../src/encounter/x12/problem-words.ts';
import { proofCount } from '../../support/proofs.ts';
import { acknowledgementFile, implementationFile, paymentFile, statusFile } from '../support/acknowledgements.ts';
import { placeOf, sent, standingsOf } from '../support/sent.ts';

const whole = [
  acknowledgementFile([], ['TA1*000000031*261124*1200*A*000']),
  implementationFile(
    ...['AK1*HC*31', 'AK2*837*0001', `IK3*SV1*${String(placeOf('SV1'))}*2400*8`, 'CTX*CLM01:4100001001'],
    ...['IK4*1:2*234*7*X', 'IK5*R*5', 'AK9*P*1*1*0'],
  ),
  statusFile(
    ...[
      'HL*1**20*1',
      'HL*2*1*21*1',
      'TRN*2*B0000000310001',
      'STC*A1:19',
      'HL*3*2*19*1',
      'NM1*85*2*H*****XX*1234567893',
    ],
    ...[
      'HL*4*3*PT',
      'TRN*2*4100001001',
      'STC*A7:562:82**U',
      'REF*1K*T',
      'SVC*HC:G9012*1',
      'STC*A7:454**U',
      'REF*FJ*4100001001-1',
    ],
  ),
  paymentFile(
    ...['BPR*I*80*C*ACH************20261120', 'N1*PE*H*XX*1234567893', 'LX*1', 'CLP*4100001001*1*100*80**HM*T'],
    ...[
      'CAS*CO*18*0',
      'SVC*HC:G9012:U2*100*80**1',
      'DTM*472*20261014',
      'CAS*CO*45*20',
      'REF*6R*4100001001-1',
      'LQ*HE*M76',
    ],
  ),
];

/** A file with some of its characters taken out, changed, or put in. */
const spoiled = fc
  .record({
    file: fc.constantFrom(...whole, sent.text),
    wounds: fc.array(
      fc.record({
        place: fc.double({ min: 0, max: 1, noNaN: true }),
        length: fc.integer({ min: 0, max: 30 }),
        text: fc.oneof(
          fc.constantFrom(
            '',
            '~',
            '*',
            ':',
            '\r\n',
            'ISA',
            'HL*1**22~',
            'IK4*1*1*1~',
            'SVC~',
            'CLP*1~',
            'CLM*1~',
            '\ufeff',
            'LX*1~',
            'SE*1*1~',
          ),
          fc.string({ maxLength: 12, unit: 'binary' }),
        ),
      }),
      { maxLength: 6 },
    ),
    end: fc.double({ min: 0, max: 1.5, noNaN: true }),
  })
  .map(({ file, wounds, end }) => {
    let text = file;
    for (const { place, length, text: put } of wounds) {
      const from = Math.floor(place * text.length);
      text = text.slice(0, from) + put + text.slice(from + length);
    }
    return text.slice(0, Math.floor(end * text.length));
  });

test('whatever happened to a file, it is read to its end, and what is wrong has a place in it', () => {
  fc.assert(
    fc.property(spoiled, fc.integer({ min: 1, max: 200 }), (text, size) => {
      const parts = Array.from({ length: Math.ceil(text.length / size) }, (_, part) =>
        text.slice(part * size, (part + 1) * size),
      );
      const reader = new AcknowledgementReader();
      const items = [...parts.flatMap((part) => [...reader.read(part)]), ...reader.end()];
      expect(items.length).toBeGreaterThan(0);
      for (const item of items) {
        expect(item.offset).toBeLessThanOrEqual(text.length);
        if (item.kind === 'problem') expect(problemSentence(item)).toMatch(/character \d+\)$/);
      }
      const inOne = new AcknowledgementReader();
      expect([...inOne.read(text), ...inOne.end()]).toEqual(items);
    }),
    { numRuns: proofCount(300, 20_000) },
  );
});

test('whatever came back, every invoice stands somewhere, and what was found has words', () => {
  fc.assert(
    fc.property(fc.array(spoiled, { maxLength: 3 }), spoiled, (answers, file) => {
      for (const files of [[sent.text], [file]]) {
        for (const { findings } of standingsOf(answers, files).invoices()) {
          for (const finding of findings) {
            const { title, message, fix } = returnedWords(finding, 'es');
            expect(title && message && fix).not.toBe('');
          }
        }
      }
    }),
    { numRuns: proofCount(100, 5000) },
  );
});

test('whatever happened to a file, it is shown to its end', () => {
  fc.assert(
    fc.property(spoiled, (text) => {
      const view = new LoopView();
      expect([...view.read(text), ...view.end()].length).toBeGreaterThan(0);
      const reader = new SentFileReader();
      for (const item of [...reader.read(text), ...reader.end()]) expect(item).toBeDefined();
    }),
    { numRuns: proofCount(100, 5000) },
  );
});
