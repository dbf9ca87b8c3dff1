import { X12Interchange, X12SerializationOptions, type X12FunctionalGroup, type X12Transaction } from 'node-x12';
import { claims, encounters, invoices, linesOfClaim, mostHeap } from '../encounter-invoices.ts';
import type { Figure } from '../figure.ts';
import { contender, milliseconds } from '../measure.ts';

const rounds = 3;

/** Ours to node-x12. */
const writeRatio = 5;

/** Heap in use after a collection may grow by so much from a tenth of the claims to all of them. */
const flatMegabytes = 32;

/** The segments of a file, each with its name and its elements. */
type Segments = readonly (readonly [string, ...string[]])[];

function segmentsOf(text: string): Segments {
  return text
    .slice(0, -1)
    .split('~')
    .map((segment) => {
      const [name = '', ...elements] = segment.split('*');
      return [name, ...elements];
    });
}

/** The same file by node-x12, which is given every element ready: it looks nothing up and checks nothing. */
function writeByNodeX12(segments: Segments): string {
  // Components are marked as in our files: ISA16 says how.
  const marks = new X12SerializationOptions();
  marks.subElementDelimiter = ':';
  const interchange = new X12Interchange('~', '*', marks);
  let group: X12FunctionalGroup | null = null;
  let transaction: X12Transaction | null = null;
  for (const [name, ...elements] of segments) {
    switch (name) {
      case 'ISA':
        interchange.setHeader(elements);
        break;
      case 'GS':
        group = interchange.addFunctionalGroup();
        group.setHeader(elements);
        break;
      case 'ST':
        transaction = group?.addTransaction() ?? null;
        transaction?.setHeader(elements);
        break;
      case 'SE':
      case 'GE':
      case 'IEA':
        // It counts and closes them itself.
        break;
      default:
        transaction?.addSegment(name, elements);
    }
  }
  return interchange.toString();
}

/**
 * Writing 50,000 claims of four lines from the cells of invoices in memory, with everything that is looked up, compared and
 * noted on the way, beside node-x12, which only puts ready elements together; and the memory that it takes.
 */
export default async function encountersBenchmark(): Promise<readonly Figure[]> {
  const text = [...encounters(invoices(claims))].join('');
  if (writeByNodeX12(segmentsOf(text)) !== text) throw new Error('node-x12 writes another file');
  const times = await milliseconds(
    {
      write: contender(
        () => [...invoices(claims)],
        (ready) => {
          let characters = 0;
          for (const part of encounters(ready)) characters += part.length;
          if (characters !== text.length) throw new Error('Another file was written');
        },
      ),
      'node-x12': contender(
        () => segmentsOf(text),
        (segments) => {
          if (writeByNodeX12(segments).length !== text.length) throw new Error('node-x12 wrote another file');
        },
      ),
    },
    rounds,
  );
  const heapWhileWriting = (count: number) =>
    mostHeap(count, (seen) => {
      for (const part of encounters(invoices(count, seen))) if (part === '') throw new Error('A part is empty');
    });
  const growth = heapWhileWriting(claims) - heapWhileWriting(claims / 10);
  const ratio = times['node-x12'] / times.write;
  return [
    {
      name: `write ${String(claims)} claims of ${String(linesOfClaim)} lines`,
      unit: 'claims/s',
      ours: (claims / times.write) * 1000,
      peers: { 'node-x12': (claims / times['node-x12']) * 1000 },
      ratio,
      goal: `at least ${String(writeRatio)} × node-x12`,
      met: ratio >= writeRatio,
    },
    {
      name: 'most heap while writing, ten times as many claims',
      unit: 'MB',
      ours: growth,
      peers: {},
      ratio: null,
      goal: `at most ${String(flatMegabytes)} MB more`,
      met: growth <= flatMegabytes,
    },
  ];
}
