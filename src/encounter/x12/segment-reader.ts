import type { Position, X12Problem, X12ProblemCode } from './position.ts';

/** The marks of an interchange, taken from its ISA. */
export interface Delimiters {
  readonly element: string;
  readonly component: string;
  /** Null before version 00402, which knew no repetitions. */
  readonly repetition: string | null;
  readonly terminator: string;
}

/** One segment as it stands in the file. */
export interface Segment extends Position {
  readonly kind: 'segment';
  readonly name: string;
  /** `elements[0]` is the segment's first element (`CLM01`); left out at the end where the file leaves them out. */
  readonly elements: readonly string[];
  readonly delimiters: Delimiters;
}

/** No segment of the guides that we read comes near it; without a limit a file without terminators would be one. */
const longestSegment = 100_000;

/** Characters of an ISA with its terminator. */
const isaLength = 106;
const isaElements = 16;

const segmentName = /^[A-Z][A-Z0-9]{1,2}$/;
const isaStart = /^ISA[^A-Za-z0-9]/;
const letterI = 73;

/**
 * Reads segments from a file that comes in parts of any size. Marks are taken from each ISA, line ends behind a
 * terminator and a byte order mark are passed over. What is malformed comes back as a problem with its place, and
 * reading goes on behind it.
 */
export class SegmentReader {
  #rest = '';
  /** Place of the rest's first character in the file. */
  #offset = 0;
  #segments = 0;
  #delimiters: Delimiters | null = null;
  #seenInterchange = false;
  /** Inside text without a meaning, of which one problem has been told. */
  #astray = false;

  /** Takes the next part, and gives what has become whole. */
  read(part: string): readonly (Segment | X12Problem)[] {
    this.#rest += part;
    return this.#scan(false);
  }

  /** Gives what was left at the end of the file. */
  end(): readonly (Segment | X12Problem)[] {
    const found = this.#scan(true);
    if (this.#rest !== '' && !this.#astray) {
      found.push(
        this.#problem(this.#delimiters === null ? 'TEXT_OUTSIDE_INTERCHANGE' : 'SEGMENT_CUT_OFF', this.#offset),
      );
    }
    if (!this.#seenInterchange) found.push(this.#problem('NO_INTERCHANGE', 0));
    this.#rest = '';
    return found;
  }

  // Lists and no generators: a file has a million segments, and handing on each by itself takes as long as reading it.
  #scan(last: boolean): (Segment | X12Problem)[] {
    const found: (Segment | X12Problem)[] = [];
    let from = 0;
    const text = this.#rest;
    for (;;) {
      from = skipBlanks(text, from);
      const atInterchange = text.charCodeAt(from) === letterI && isaStart.test(text.slice(from, from + 4));
      if (atInterchange || this.#delimiters === null) {
        if (from >= text.length || (!last && !atInterchange && text.length - from < 4)) break;
        if (!atInterchange) {
          if (!this.#astray) found.push(this.#problem('TEXT_OUTSIDE_INTERCHANGE', this.#offset + from));
          this.#astray = true;
          from = nextInterchange(text, from, last);
          continue;
        }
        const head = readHead(text, from);
        if (head === 'unfinished') {
          if (!last && text.length - from < longestSegment) break;
          found.push(this.#problem('ISA_BROKEN', this.#offset + from));
          this.#astray = true;
          from = nextInterchange(text, from + 4, last);
          continue;
        }
        this.#astray = false;
        this.#seenInterchange = true;
        this.#delimiters = head.delimiters;
        this.#segments += 1;
        if (head.end - from !== isaLength) found.push(this.#problem('ISA_LENGTH', this.#offset + from));
        if (areDoubtful(head.delimiters)) found.push(this.#problem('ISA_DELIMITERS', this.#offset + from));
        found.push(this.#segment(text.slice(from, head.end - 1), from, head.delimiters));
        from = head.end;
        continue;
      }
      const delimiters: Delimiters = this.#delimiters;
      const end = text.indexOf(delimiters.terminator, from);
      if (end < 0) {
        if (text.length - from > longestSegment) {
          found.push(this.#problem('SEGMENT_TOO_LONG', this.#offset + from));
          this.#delimiters = null;
          this.#astray = true;
          continue;
        }
        break;
      }
      this.#segments += 1;
      const segment = this.#segment(text.slice(from, end), from, delimiters);
      from = end + 1;
      if (segmentName.test(segment.name)) found.push(segment);
      else found.push(this.#problem('SEGMENT_NAME', segment.offset));
      if (segment.name === 'IEA') this.#delimiters = null;
    }
    this.#rest = text.slice(from);
    this.#offset += from;
    return found;
  }

  #segment(text: string, from: number, delimiters: Delimiters): Segment {
    const [name = '', ...elements] = text.split(delimiters.element);
    return {
      kind: 'segment',
      name: name.trim(),
      elements,
      delimiters,
      offset: this.#offset + from,
      segment: this.#segments,
    };
  }

  #problem(code: X12ProblemCode, offset: number): X12Problem {
    return { kind: 'problem', code, offset, segment: Math.max(1, this.#segments) };
  }
}

/** Reads the segments of a whole file. */
export function* readSegments(parts: Iterable<string>): Generator<Segment | X12Problem> {
  const reader = new SegmentReader();
  for (const part of parts) yield* reader.read(part);
  yield* reader.end();
}

function skipBlanks(text: string, from: number): number {
  let place = from;
  for (;;) {
    const code = text.charCodeAt(place);
    // Line ends, spaces and a byte order mark; NaN behind the end.
    if (code === 10 || code === 13 || code === 32 || code === 9 || code === 0xfeff || code === 0) place += 1;
    else return place;
  }
}

/** Where the next interchange may begin; what may be the beginning of `ISA` at the end is kept. */
function nextInterchange(text: string, from: number, last: boolean): number {
  const place = text.indexOf('ISA', from);
  if (place >= 0) return place === from ? place + 1 : place;
  return last ? text.length : Math.max(from, text.length - 2);
}

/** The marks of an ISA, and the place behind its terminator. */
function readHead(
  text: string,
  from: number,
): { readonly delimiters: Delimiters; readonly end: number } | 'unfinished' {
  const element = text.charAt(from + 3);
  let place = from + 3;
  const starts: number[] = [];
  while (place >= 0 && starts.length < isaElements) {
    starts.push(place + 1);
    place = text.indexOf(element, place + 1);
  }
  const last = starts[isaElements - 1];
  if (last === undefined || text.length < last + 2) return 'unfinished';
  const repetition = text.slice(starts[10] ?? last, (starts[11] ?? last) - 1);
  const version = text.slice(starts[11] ?? last, (starts[12] ?? last) - 1);
  const repeats = version >= '00402' && repetition.length === 1 && !/[A-Za-z0-9]/.test(repetition);
  return {
    delimiters: {
      element,
      component: text.charAt(last),
      repetition: repeats ? repetition : null,
      terminator: text.charAt(last + 1),
    },
    end: last + 2,
  };
}

function areDoubtful({ element, component, repetition, terminator }: Delimiters): boolean {
  const marks = [element, component, terminator, ...(repetition === null ? [] : [repetition])];
  return new Set(marks).size < marks.length || marks.some((mark) => /[A-Za-z0-9 ]/.test(mark));
}
