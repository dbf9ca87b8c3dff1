import { readAcknowledgements } from '../../encounter/acknowledgement/acknowledgement-reader.ts';
import { PaymentDecisions } from '../../encounter/acknowledgement/payment-decisions.ts';
import { adjudicationSource, type AdjudicatedLine, type AdjudicationSource } from '../../encounter/adjudication.ts';
import { readAdjudications } from '../../encounter/adjudication-table.ts';
import { adjudicationWords } from '../../encounter/adjudication-words.ts';
import type { Invoice } from '../../encounter/invoice.ts';
import { isX12 } from '../../encounter/x12/is-x12.ts';
import type { X12Problem } from '../../encounter/x12/position.ts';
import { problemSentence } from '../../encounter/x12/problem-words.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { readTable } from '../../xlsx/delimited-table.ts';
import { EncountersError } from './encounters-error.ts';
import { readNamed } from './read-named.ts';

/** Problems that are told at once; the others are counted. */
const told = 20;

/** A decision that the file holds, and where. */
interface Decided {
  readonly decision: AdjudicatedLine;
  /** Segment of the 835; null in a list. */
  readonly segment: number | null;
}

/** Something in the file of which nothing is written, and why. */
export interface DecisionNotTaken {
  /** `''` where it names no invoice as we number them. */
  readonly invoiceNumber: string;
  readonly words: string;
}

/** What the plan decided, from one file. */
export class AdjudicationsFile {
  readonly source: AdjudicationSource;
  readonly #decided: readonly Decided[];
  readonly #passedOver: readonly DecisionNotTaken[];

  constructor(decided: readonly Decided[], passedOver: readonly DecisionNotTaken[]) {
    this.source = adjudicationSource(decided.map(({ decision }) => decision));
    this.#decided = decided;
    this.#passedOver = passedOver;
  }

  /** What of the file is taken for none of the invoices: none of it is left unsaid. */
  notTaken(invoices: readonly Invoice[]): readonly DecisionNotTaken[] {
    const known = new Set<string>();
    for (const { lines } of invoices) {
      const { billingProviderNpi, invoiceNumber } = lines[0];
      for (let line = 1; line <= lines.length; line += 1) {
        known.add(`${billingProviderNpi} ${invoiceNumber} ${String(line)}`);
        known.add(` ${invoiceNumber} ${String(line)}`);
      }
    }
    const others = this.#decided.filter(
      ({ decision }) => !known.has(`${decision.billingNpi ?? ''} ${decision.invoiceNumber} ${String(decision.line)}`),
    );
    return [
      ...this.#passedOver,
      ...others.map(({ decision: { invoiceNumber, line }, segment }) => {
        const place = segment === null ? '' : ` (segment ${String(segment)})`;
        return { invoiceNumber, words: `A decision on line ${String(line)}, which the input does not have.${place}` };
      }),
    ];
  }
}

/**
 * Reads what the plan decided from a CSV file or an 835.
 *
 * @param path null where none is named: then nothing is decided
 * @throws EncountersError with the place of each problem: row and header, or segment
 */
export async function readAdjudicationsFile(path: string | null): Promise<AdjudicationsFile> {
  if (path === null) return new AdjudicationsFile([], []);
  const text = decodeText(await readNamed(path));
  if (isX12(text)) return decisionsOfPayments(text, path);
  const table = readTable(text);
  if (table === null) throw new EncountersError(`${path} is no list: a quotation mark in it never closes.`);
  const outcome = readAdjudications(table);
  if (outcome.kind === 'decisions') {
    return new AdjudicationsFile(
      outcome.decisions.map((decision) => ({ decision, segment: null })),
      [],
    );
  }
  throw unusable(
    path,
    outcome.problems.map(({ row, header, code }) => `row ${String(row)}, ${header}: ${adjudicationWords[code]}`),
  );
}

/** The decisions of an 835; none where it is malformed or does not add up. */
function decisionsOfPayments(text: string, path: string): AdjudicationsFile {
  const decisions = new PaymentDecisions();
  const malformed: X12Problem[] = [];
  const passedOver: X12Problem[] = [];
  let payments = 0;
  for (const item of readAcknowledgements([text])) {
    if (item.kind === 'problem') malformed.push(item);
    else if (item.kind === 'claimPayment') {
      payments += 1;
      passedOver.push(...decisions.take(item));
    }
  }
  if (malformed.length > 0) throw unusable(path, [...malformed, ...passedOver].map(problemSentence));
  if (payments === 0) throw new EncountersError(`${path} holds no decision on a claim: that would be an 835.`);
  const decided: Decided[] = [];
  const notTaken = [...passedOver, ...decisions.undecided].map((problem) => {
    return { invoiceNumber: '', words: problemSentence(problem) };
  });
  for (const { status, segment, ...decision } of decisions.decisions) {
    if (status !== 'contested') decided.push({ decision: { ...decision, status }, segment });
    else {
      const { invoiceNumber, line } = decision;
      notTaken.push({ invoiceNumber, words: `Line ${String(line)} is contested. (segment ${String(segment)})` });
    }
  }
  return new AdjudicationsFile(decided, notTaken);
}

function unusable(path: string, problems: readonly string[]): EncountersError {
  const lines = problems.slice(0, told);
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`and ${String(more)} more`);
  return new EncountersError(`${path} cannot be used.\n  ${lines.join('\n  ')}`);
}
