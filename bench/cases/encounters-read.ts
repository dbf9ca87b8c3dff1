import { Readable } from 'node:stream';
import { X12parser } from 'x12-parser';
import { AcknowledgementReader } from '../../src/encounter/acknowledgement/acknowledgement-reader.ts';
import { SentFileReader } from '../../src/encounter/acknowledgement/sent-file.ts';
import { EnvelopeReader } from '../../src/encounter/x12/envelope-reader.ts';
import { claims, encounters, invoices, mostHeap } from '../encounter-invoices.ts';
import type { Figure } from '../figure.ts';
import { contender, milliseconds } from '../measure.ts';

const rounds = 3;
const timesAsFast = 3;

/** Heap in use after a collection may grow by so much from a tenth of the claims to all of them. */
const flatMegabytes = 16;

/** Parts of the size in which Node reads a file. */
function* parts(text: string): Generator<string> {
  for (let from = 0; from < text.length; from += 65_536) yield text.slice(from, from + 65_536);
}

/** Every segment with its elements, its envelopes held against what is there. */
function read(text: Iterable<string>): number {
  const reader = new EnvelopeReader();
  let segments = 0;
  const take = (item: { readonly kind: string }) => {
    if (item.kind === 'problem') throw new Error('The file has a problem');
    if (item.kind === 'segment') segments += 1;
  };
  for (const part of text) for (const item of reader.read(part)) take(item);
  for (const item of reader.end()) take(item);
  return segments;
}

/** Which claims there are, and where: what answers are matched with. */
function index(text: string): number {
  const reader = new SentFileReader();
  let found = 0;
  for (const part of parts(text))
    for (const item of reader.read(part)) if ('claims' in item) found += item.claims.length;
  for (const item of reader.end()) if ('claims' in item) found += item.claims.length;
  return found;
}

/** x12-parser gives a segment as an object, and knows of no envelopes. */
async function readByPeer(text: string): Promise<number> {
  let segments = 0;
  const parser = new X12parser();
  for await (const segment of Readable.from(parts(text)).pipe(parser)) if (segment !== null) segments += 1;
  return segments;
}

/** A 277CA that accepts so many claims, all in one transaction set, as receivers send it. */
function* answers(count: number): Generator<string> {
  const isa = `ISA*00*${' '.repeat(10)}*00*${' '.repeat(10)}*ZZ*${'A'.repeat(15)}*ZZ*${'B'.repeat(15)}`;
  yield `${isa}*261124*1200*^*00501*000000001*0*T*:~GS*HN*A*B*20261124*1200*1*X*005010X214~`;
  yield 'ST*277*0001*005010X214~HL*1**20*1~HL*2*1*21*1~TRN*2*B1~STC*A1:19*20261124*WQ~HL*3*2*19*1~';
  for (let place = 0; place < count; place += 1) {
    const number = String(4_100_000_000 + place);
    yield `HL*${String(place + 4)}*3*PT~TRN*2*${number}~STC*A2:20*20261124*WQ~REF*1K*${number}~`;
  }
  yield `SE*${String(count * 4 + 7)}*0001~GE*1*1~IEA*1*000000001~`;
}

/** Reads an answer, and gives how many claims it speaks of. */
function readAnswers(text: Iterable<string>, seen: () => void): number {
  const reader = new AcknowledgementReader();
  let found = 0;
  const take = ({ kind }: { readonly kind: string }) => {
    if (kind === 'problem') throw new Error('The answer has a problem');
    if (kind === 'claimStatus') found += 1;
  };
  for (const part of text) {
    for (const item of reader.read(part)) take(item);
    seen();
  }
  for (const item of reader.end()) take(item);
  return found;
}

function growthFigure(name: string, growth: number): Figure {
  return {
    name: `${name}, ten times as many claims`,
    unit: 'MB',
    ours: growth,
    peers: {},
    ratio: null,
    goal: `at most ${String(flatMegabytes)} MB more`,
    met: growth <= flatMegabytes,
  };
}

/** Reading 50,000 claims of four lines, beside x12-parser, in text that is in memory. */
export default async function encountersReadBenchmark(): Promise<readonly Figure[]> {
  const readingHeap = (count: number) => mostHeap(count, (seen) => read(encounters(invoices(count, seen))));
  const answersHeap = (count: number) => mostHeap(count, (seen) => readAnswers(answers(count), seen));
  const growth = readingHeap(claims) - readingHeap(claims / 10);
  const growthOfAnswers = answersHeap(claims) - answersHeap(claims / 10);
  const text = [...encounters(invoices(claims))].join('');
  const segments = text.split('~').length - 1;
  // Both read the same; ours counts what stands between ST and SE.
  if ((await readByPeer(text)) !== segments) throw new Error('x12-parser reads another number of segments');
  if (index(text) !== claims) throw new Error('Claims are missing');
  const times = await milliseconds(
    {
      ours: contender(
        () => undefined,
        () => read(parts(text)),
      ),
      index: contender(
        () => undefined,
        () => index(text),
      ),
      peer: contender(
        () => undefined,
        () => readByPeer(text),
      ),
    },
    rounds,
  );
  const megabytes = text.length / 1e6;
  const speed = (milliseconds: number) => (megabytes / milliseconds) * 1000;
  const ratio = times.peer / times.ours;
  return [
    {
      name: `read ${megabytes.toFixed(0)} MB of 837P, ${claims.toLocaleString('en-US')} claims`,
      unit: 'MB/s',
      ours: speed(times.ours),
      peers: { 'x12-parser': speed(times.peer) },
      ratio,
      goal: `at least ${String(timesAsFast)} × x12-parser`,
      met: ratio >= timesAsFast,
    },
    {
      name: 'read it to claims and lines, for answers',
      unit: 'MB/s',
      ours: speed(times.index),
      peers: {},
      ratio: null,
      goal: 'none: no peer does it',
      met: true,
    },
    growthFigure('most heap while reading', growth),
    growthFigure('most heap while reading a 277CA of one transaction set', growthOfAnswers),
  ];
}
