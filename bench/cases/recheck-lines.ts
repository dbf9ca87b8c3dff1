import { lineChecker } from '../../src/guidance/check.ts';
import type { LineText } from '../../src/guidance/columns.ts';
import type { Figure } from '../figure.ts';
import { contender, milliseconds } from '../measure.ts';
import { sampleFacts, tiledLines, today } from '../sample-lines.ts';

const lines = 5000;
const rounds = 60;

/** Checking again after one edit, beside checking everything anew. */
export default async function recheckLinesBenchmark(): Promise<readonly Figure[]> {
  const recheck = lineChecker(sampleFacts, today);
  let list = tiledLines('harbor-care-2026-10', lines);
  let edits = 0;
  recheck(list);

  /** The list with one cell edited: another cell, place and text each time. */
  function edited(): readonly LineText[] {
    edits += 1;
    const place = (edits * 1009) % list.length;
    const change = edits % 2 === 0 ? { serviceUnitCount: String(edits) } : { invoiceNumber: '4100001001' };
    list = list.map((line, each) => (each === place ? { ...line, ...change } : line));
    return list;
  }

  const times = await milliseconds(
    {
      ours: contender(edited, recheck),
      'a full check': contender(
        () => list,
        (all) => lineChecker(sampleFacts, today)(all),
      ),
    },
    rounds,
  );
  const { ours, ...peers } = times;
  return [
    {
      name: `check again after one edit in ${String(lines)} lines`,
      unit: 'ms',
      ours,
      peers,
      ratio: ours / peers['a full check'],
      goal: 'under 2 ms',
      met: ours < 2,
    },
  ];
}
