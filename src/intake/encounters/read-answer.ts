import { setImmediate as nextTurn } from 'node:timers/promises';
import { AcknowledgementReader } from '../../encounter/acknowledgement/acknowledgement-reader.ts';
import type { AcknowledgementItem } from '../../encounter/acknowledgement/items.ts';
import type { X12Problem } from '../../encounter/x12/position.ts';
import { problemSentence } from '../../encounter/x12/problem-words.ts';

/** Characters that are read before others have a turn. */
const readAtOnce = 65_536;

/** Reads what came back of encounters, and lets others have a turn in between. */
export async function* readAnswerItems(text: string): AsyncGenerator<AcknowledgementItem | X12Problem> {
  const reader = new AcknowledgementReader();
  for await (const part of inTurns(text)) yield* reader.read(part);
  yield* reader.end();
}

/** A text in parts, with a turn for others after each. */
export async function* inTurns(text: string): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += readAtOnce) {
    yield text.slice(from, from + readAtOnce);
    await nextTurn();
  }
}

/** A problem as a refusal names it: its segment, its element, and why. */
export function segmentFault(problem: X12Problem) {
  const { segment: row, element: header = '', code } = problem;
  return { row, header, code, message: problemSentence(problem) };
}
