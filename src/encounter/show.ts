import { LoopFollower, qualifierTitles, segmentTitles, type Loop } from './loops.ts';
import { elementOf } from './x12/elements.ts';
import { problemSentence } from './x12/problem-words.ts';
import { SegmentReader, type Segment } from './x12/segment-reader.ts';
import type { X12Problem } from './x12/position.ts';

/** Columns of a segment before its meaning. */
const segmentColumns = 64;

/** Segments with which a loop begins once more, for another claim, line, level or error. */
const beginsLoop: ReadonlySet<string> = new Set(['CLM', 'LX', 'HL', 'SVD', 'CLP', 'SVC', 'TRN', 'AK2', 'IK3', 'IK4']);

/**
 * An X12 file for people, a line per segment: loops with their names as headings, and beside each segment what it is.
 * Whatever can be read of a damaged file is shown, with what is wrong where it is. The file comes in parts of any size.
 */
export class LoopView {
  readonly #reader = new SegmentReader();
  #follower: LoopFollower | null = null;
  /** GS08, for transaction sets that do not name their guide. */
  #guide = '';
  #heading = '';
  #problems = 0;

  /** How many things were wrong with the form of the file so far. */
  get problems(): number {
    return this.#problems;
  }

  /** Takes the next part, and gives the lines that it makes. */
  *read(part: string): Generator<string> {
    for (const item of this.#reader.read(part)) yield* this.#show(item);
  }

  /** Gives the lines that were left at the end of the file. */
  *end(): Generator<string> {
    for (const item of this.#reader.end()) yield* this.#show(item);
  }

  *#show(item: Segment | X12Problem): Generator<string> {
    if (item.kind === 'problem') {
      this.#problems += 1;
      yield `!! ${problemSentence(item)}`;
      return;
    }
    if (item.name === 'GS') this.#guide = elementOf(item, 8);
    if (item.name === 'ST') this.#follower = new LoopFollower(elementOf(item, 1), elementOf(item, 3) || this.#guide);
    const loop = this.#follower?.follow(item);
    if (loop !== undefined) yield* this.#head(loop, item);
    if (item.name === 'SE') this.#follower = null;
    if (item.name === 'ISA' || item.name === 'GS') this.#heading = '';
    const text = [item.name, ...item.elements].join(item.delimiters.element);
    const indent = loop === undefined ? '' : '  ';
    yield `${indent}${text.padEnd(segmentColumns)}  ${meaning(item)}`.trimEnd();
  }

  /** A heading where another loop begins, and where the same one begins again. */
  *#head({ id, title }: Loop, { name }: Segment): Generator<string> {
    const heading = id === '' ? title : `${id}  ${title}`;
    const begins = beginsLoop.has(name);
    if (heading === this.#heading && !begins) return;
    this.#heading = heading;
    yield '';
    yield heading;
  }
}

function meaning({ name, elements }: Segment): string {
  const qualifier = name === 'HL' ? elements[2] : elements[0];
  return qualifierTitles[`${name} ${qualifier ?? ''}`] ?? segmentTitles[name] ?? '';
}
