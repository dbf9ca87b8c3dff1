import { readAcknowledgements } from '../../encounter/acknowledgement/acknowledgement-reader.ts';
import { PaymentDecisions } from '../../encounter/acknowledgement/payment-decisions.ts';
import { adjudicationSource, noAdjudications, type AdjudicationSource } from '../../encounter/adjudication.ts';
import { readAdjudications } from '../../encounter/adjudication-table.ts';
import { adjudicationWords } from '../../encounter/adjudication-words.ts';
import type { X12Problem } from '../../encounter/x12/position.ts';
import { problemSentence } from '../../encounter/x12/problem-words.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { readTable } from '../../xlsx/delimited-table.ts';
import { EncountersError } from './encounters-error.ts';
import { readNamed } from './read-named.ts';

/** Problems that are told at once; the others are counted. */
const told = 20;

/**
 * Reads what the plan decided from a CSV file or an 835.
 *
 * @param path null where none is named: then nothing is decided
 * @throws EncountersError with the place of each problem: row and header, or segment
 */
export async function readAdjudicationsFile(path: string | null): Promise<AdjudicationSource> {
  if (path === null) return noAdjudications;
  const text = decodeText(await readNamed(path));
  if (/^\s*ISA[^A-Za-z0-9]/.test(text)) return adjudicationSource(decisionsOfPayments(text, path));
  const table = readTable(text);
  if (table === null) throw new EncountersError(`${path} is no list: a quotation mark in it never closes.`);
  const outcome = readAdjudications(table);
  if (outcome.kind === 'decisions') return adjudicationSource(outcome.decisions);
  throw unusable(
    path,
    outcome.problems.map(({ row, header, code }) => `row ${String(row)}, ${header}: ${adjudicationWords[code]}`),
  );
}

/** The decisions of an 835: all of them, or none where something is wrong with it. */
function decisionsOfPayments(text: string, path: string) {
  const decisions = new PaymentDecisions();
  const problems: X12Problem[] = [];
  let payments = 0;
  for (const item of readAcknowledgements([text])) {
    if (item.kind === 'problem') problems.push(item);
    else if (item.kind === 'claimPayment') {
      payments += 1;
      problems.push(...decisions.take(item));
    }
  }
  if (problems.length > 0) throw unusable(path, problems.map(problemSentence));
  if (payments === 0) throw new EncountersError(`${path} holds no decision on a claim: that would be an 835.`);
  return decisions.decisions;
}

function unusable(path: string, problems: readonly string[]): EncountersError {
  const lines = problems.slice(0, told);
  const more = problems.length - lines.length;
  if (more > 0) lines.push(`and ${String(more)} more`);
  return new EncountersError(`${path} cannot be used.\n  ${lines.join('\n  ')}`);
}
