import fc from 'fast-check';
import { readAcknowledgements } from '../../src/encounter/acknowledgement/acknowledgement-reader.ts';
import { SentFileReader } from '../../src/encounter/acknowledgement/sent-file.ts';
import type { Invoice } from '../../src/encounter/invoice.ts';
import { heldWords, noteWords } from '../../src/encounter/note-words.ts';
import type { X12Problem } from '../../src/encounter/x12/position.ts';
import { problemSentence } from '../../src/encounter/x12/problem-words.ts';
import { columns } from '../../src/guidance/columns.ts';
import { line } from '../guidance/sample-lines.ts';
import { proofCount } from '../support/proofs.ts';
import { paymentFile, statusFile } from './support/acknowledgements.ts';
import { sent } from './support/sent.ts';
import { write } from './support/files.ts';

const canary = 'QUETZALCOATL';
const member = [`NM1*QC*1*${canary}*${canary}****MI*${canary}`];
const files = [
  sent.text.replaceAll('DOE', canary),
  statusFile('HL*1*0*21', 'TRN*2*B1', 'HL*2*1*PT', ...member, `TRN*2*${canary}`, 'STC*A7:249**U'),
  paymentFile('BPR*I*1*C*ACH************20261120', `CLP*${canary}*1*1*1`, ...member, `SVC*HC:${canary}*1*1`),
];

function problemsOf(text: string): readonly X12Problem[] {
  const reader = new SentFileReader();
  const read = [...reader.read(text), ...reader.end(), ...readAcknowledgements([text])];
  return read.filter((item): item is X12Problem => 'kind' in item && item.kind === 'problem');
}

test('what is wrong with a file that was cut, torn and mended is told without a word of its members', () => {
  let told = 0;
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.nat(), fc.nat(40), fc.string({ maxLength: 3 }), (text, at, out, put) => {
      const place = at % text.length;
      const problems = problemsOf(text.slice(0, place) + put + text.slice(place + out));
      told += problems.length;
      expect(JSON.stringify(problems) + problems.map(problemSentence).join('')).not.toContain(canary);
    }),
    { numRuns: proofCount(300, 10_000), seed: 7 },
  );
  expect(told).toBeGreaterThan(300);
});

test('what the writer reports of a cell that no rule accepts has its column and never its value', () => {
  for (const { key } of columns) {
    const invoice: Invoice = {
      ...{ lines: [line({ [key]: `${canary}~${canary}*` })], submission: { kind: 'original' }, adjudication: null },
    };
    const { report } = write([invoice]);
    const said = report.map((entry) => {
      if (entry.kind === 'claim') return '';
      return entry.kind === 'held' ? heldWords[entry.code] : noteWords[entry.code];
    });
    expect(JSON.stringify(report) + said.join('')).not.toContain(canary);
  }
});
