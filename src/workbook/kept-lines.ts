import type { LineText } from '../guidance/columns.ts';
import { invoiceAmountOf, invoiceSums, lineDeriver, type DerivationGround, type LineDeriver } from './derive-line.ts';
import type { Member, WorkbookLine } from './model.ts';
import type { SlicedWork } from './slices.ts';

/** A row in use, as it was read. A row whose cells did not change is the same object as before. */
export type UsedRow = Pick<WorkbookLine, 'row' | 'rowKey' | 'entry'>;

interface KeptLine {
  readonly source: UsedRow;
  readonly member: Member | undefined;
  /** Without element 42. */
  readonly alone: LineText;
  readonly line: WorkbookLine;
}

/** Lines with everything that is needed to derive only what changed the next time. */
export interface KeptLines {
  readonly ground: DerivationGround;
  readonly lines: readonly WorkbookLine[];
  /** Lines that were derived this time; the others are the objects of the last time. */
  readonly derived: number;
  readonly deriver: LineDeriver;
  readonly byRow: ReadonlyMap<number, KeptLine>;
}

/** Lines between two chances to wait. */
const stride = 50;

/**
 * Derives lines, and of lines that were derived before only those whose entry, member or ground are other objects.
 * What comes out the same stays the same object, down to the text that rules read: whoever checks the lines again
 * (`lineChecker`) looks at none of these.
 */
export function* deriveChanged(
  before: KeptLines | null,
  ground: DerivationGround,
  rows: readonly UsedRow[],
): SlicedWork<KeptLines> {
  const sameGround = before !== null && isSame(before.ground, ground);
  const deriver = sameGround && before.ground.members === ground.members ? before.deriver : lineDeriver(ground);
  let derived = 0;
  const sources: Omit<KeptLine, 'line'>[] = [];
  for (const [place, source] of rows.entries()) {
    if (place % stride === stride - 1) yield;
    const known = before?.byRow.get(source.row);
    const sameRoster = known?.source === source && deriver === before?.deriver;
    const member = sameRoster ? known.member : deriver.memberOf(source.entry);
    if (known !== undefined && sameGround && known.member === member && known.source.entry === source.entry) {
      sources.push({ source, member, alone: known.alone });
      continue;
    }
    derived += 1;
    const alone = deriver.alone(source.entry);
    const isEqual = known !== undefined && sameTexts(known.alone, alone);
    sources.push({ source, member, alone: isEqual ? known.alone : alone });
  }
  yield;
  const sums = invoiceSums(sources, ({ alone }) => alone);
  const byRow = new Map<number, KeptLine>();
  const lines: WorkbookLine[] = [];
  for (const [place, { source, member, alone }] of sources.entries()) {
    if (place % (stride * 10) === 0) yield;
    const line = lineOf(before?.byRow.get(source.row), source, alone, invoiceAmountOf(alone, sums));
    byRow.set(source.row, { source, member, alone, line });
    lines.push(line);
  }
  return { ground, lines, derived, deriver, byRow };
}

/** Whether two grounds derive the same, members aside: each line looks at its own. */
function isSame(left: DerivationGround, right: DerivationGround): boolean {
  return left.profile === right.profile && left.offered === right.offered && left.setup === right.setup;
}

function lineOf(known: KeptLine | undefined, source: UsedRow, alone: LineText, invoiceAmount: string): WorkbookLine {
  const text =
    known?.alone === alone && known.line.text.invoiceAmount === invoiceAmount
      ? known.line.text
      : { ...alone, invoiceAmount };
  return known?.source === source && known.line.text === text
    ? known.line
    : { row: source.row, rowKey: source.rowKey, entry: source.entry, text };
}

/** Whether two lines say the same in every element. */
export function sameTexts(left: LineText, right: LineText): boolean {
  return left === right || (Object.keys(left) as (keyof LineText)[]).every((key) => left[key] === right[key]);
}
