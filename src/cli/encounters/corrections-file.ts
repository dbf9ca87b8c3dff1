import {
  correctionWords,
  noCorrections,
  readCorrections,
  type CorrectionSource,
} from '../../encounter/correction-table.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { readTable } from '../../xlsx/delimited-table.ts';
import { EncountersError } from './encounters-error.ts';
import { readNamed } from './read-named.ts';

/** Problems that are told at once; the others are counted. */
const told = 20;

/**
 * Reads from a CSV file which invoices replace or void what the receiver has accepted.
 *
 * @param path null where none is named: then every invoice is an original
 * @throws EncountersError with the row and the header of each problem
 */
export async function readCorrectionsFile(path: string | null): Promise<CorrectionSource> {
  if (path === null) return noCorrections;
  const table = readTable(decodeText(await readNamed(path)));
  if (table === null) throw new EncountersError(`${path} is no list: a quotation mark in it never closes.`);
  const outcome = readCorrections(table);
  if (outcome.kind === 'corrections') return outcome.source;
  const lines = outcome.problems
    .slice(0, told)
    .map(({ row, header, code }) => `row ${String(row)}, ${header}: ${correctionWords[code]}`);
  const more = outcome.problems.length - lines.length;
  if (more > 0) lines.push(`and ${String(more)} more`);
  throw new EncountersError(`${path} cannot be used.\n  ${lines.join('\n  ')}`);
}
