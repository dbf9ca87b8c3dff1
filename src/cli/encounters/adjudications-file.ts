import { adjudicationSource, noAdjudications, type AdjudicationSource } from '../../encounter/adjudication.ts';
import { readAdjudications } from '../../encounter/adjudication-table.ts';
import { adjudicationWords } from '../../encounter/adjudication-words.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { readTable } from '../../xlsx/delimited-table.ts';
import { EncountersError } from './encounters-error.ts';
import { readNamed } from './read-named.ts';

/** Problems that are told at once; the others are counted. */
const told = 20;

/**
 * Reads what the plan decided from a CSV file.
 *
 * @param path null where none is named: then nothing is decided
 * @throws EncountersError with the row and the header of each problem
 */
export async function readAdjudicationsFile(path: string | null): Promise<AdjudicationSource> {
  if (path === null) return noAdjudications;
  const table = readTable(decodeText(await readNamed(path)));
  if (table === null) throw new EncountersError(`${path} is no list: a quotation mark in it never closes.`);
  const outcome = readAdjudications(table);
  if (outcome.kind === 'decisions') return adjudicationSource(outcome.decisions);
  const lines = outcome.problems
    .slice(0, told)
    .map(({ row, header, code }) => `row ${String(row)}, ${header}: ${adjudicationWords[code]}`);
  const more = outcome.problems.length - lines.length;
  if (more > 0) lines.push(`and ${String(more)} more`);
  throw new EncountersError(`${path} cannot be used.\n  ${lines.join('\n  ')}`);
}
