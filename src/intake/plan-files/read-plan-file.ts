import { createHmac } from 'node:crypto';
import type { DecisionFault } from '../../submission/adjudications.ts';
import { mostPlanFileRows, planFileHeaders, type PlanFileKind } from '../../submission/plan-files.ts';
import { listRows } from '../../workbook/import/list-rows.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { readTable } from '../../xlsx/delimited-table.ts';
import { authorizationsReader } from './read-authorizations.ts';
import { eligibilityReader } from './read-eligibility.ts';
import { rosterReader } from './read-roster.ts';
import { faultAt, RowFault, type PlanFileReader } from './rows.ts';

/** A list to be read, in a thread. */
export interface PlanFileTask {
  readonly kind: 'planFile';
  readonly of: PlanFileKind;
  readonly body: Uint8Array;
  /** Key of the hashes by which the list's entries are found. */
  readonly lookUpKey: Uint8Array;
}

/** An entry of a list on its way to the store: a keyed hash, and its content as JSON. */
export interface PlanFileEntry {
  readonly lookUp: string;
  readonly content: string;
}

/** What became of a list. */
export type PlanFileReading =
  | {
      readonly kind: 'read';
      readonly rows: number;
      /** JSON of up to 500 entries ({@link PlanFileEntry}) each: bytes go between threads at no cost. */
      readonly pieces: readonly Uint8Array[];
    }
  | { readonly kind: 'faults'; readonly faults: readonly DecisionFault[] };

/** Faults that are told: who has a wrong export need not read all of it. */
const mostFaults = 20;

/** Entries that are stored by one statement. */
const pieceLength = 500;

const longestCell = 200;

/** Rows of one NPI, member or authorization. */
const mostAlike = 1_000;

/** Reads a list of the plan: all of it, or what is wrong with it, one fault a row and 20 at most. */
export function readPlanFile({ of, body, lookUpKey }: PlanFileTask): PlanFileReading {
  switch (of) {
    case 'roster':
      return read(of, body, lookUpKey, rosterReader);
    case 'eligibility':
      return read(of, body, lookUpKey, eligibilityReader);
    case 'authorizations':
      return read(of, body, lookUpKey, authorizationsReader);
  }
}

/** By what an entry of a list is found: 128 bits of a keyed hash, of which each list has its own key. */
export function lookUpHash(lookUpKey: Uint8Array, value: string): string {
  return createHmac('sha256', lookUpKey).update(value).digest('hex').slice(0, 32);
}

function read<Kind extends PlanFileKind, Entry>(
  of: Kind,
  body: Uint8Array,
  lookUpKey: Uint8Array,
  reader: PlanFileReader<Kind, Entry>,
): PlanFileReading {
  const headers: Readonly<Record<string, string>> = planFileHeaders[of];
  const [firstHeader = ''] = Object.values(headers);
  const refused = (row: number, header: string, code: RowFault['code']): PlanFileReading => ({
    kind: 'faults',
    faults: [faultAt(row, header, code)],
  });
  const text = decodeText(body);
  if (lineEnds(text) > mostLines) return refused(mostPlanFileRows + 2, firstHeader, 'TOO_MANY_ROWS');
  // No text has such a character: it is a workbook, or something else that is no list.
  const table = text.includes('\u0000') ? null : readTable(text);
  if (table === null) return refused(1, firstHeader, 'NOT_A_LIST');
  const repeated = repeatedHeader(table[0] ?? [], Object.values(headers));
  if (repeated !== undefined) return refused(1, repeated, 'HEADER_REPEATED');
  const list = listRows(table, headers, new Set<string>(reader.optional));
  if (list.kind === 'columnsMissing') return refused(1, headers[list.columns[0] ?? ''] ?? '', 'HEADER_MISSING');
  if (list.rows.length === 0) return refused(2, firstHeader, 'NO_ROWS');
  if (list.rows.length > mostPlanFileRows) return refused(mostPlanFileRows + 2, firstHeader, 'TOO_MANY_ROWS');

  const entries = new Map<string, { readonly rows: number; readonly entry: Entry }>();
  const faults: DecisionFault[] = [];
  for (const { row, cell } of list.rows) {
    try {
      const long = Object.keys(headers).find((column) => cell(column).length > longestCell);
      if (long !== undefined) throw new RowFault(headers[long] ?? '', 'CELL_LONG');
      const { lookUp, entry } = reader.add(cell, (value) => entries.get(value)?.entry);
      const rows = (entries.get(lookUp)?.rows ?? 0) + 1;
      if (rows > mostAlike) throw new RowFault(firstHeader, 'TOO_MANY_ALIKE');
      entries.set(lookUp, { rows, entry });
    } catch (error) {
      if (!(error instanceof RowFault)) throw error;
      faults.push(faultAt(row, error.header, error.code));
      if (faults.length === mostFaults) break;
    }
  }
  if (faults.length > 0) return { kind: 'faults', faults };
  return { kind: 'read', rows: list.rows.length, pieces: piecesOf(entries, lookUpKey) };
}

/** Lines beyond which a text is not even parsed: cells may hold some, and blank lines do no harm. */
const mostLines = 2 * mostPlanFileRows;

function lineEnds(text: string): number {
  let count = 0;
  for (let place = text.indexOf('\n'); place >= 0; place = text.indexOf('\n', place + 1)) count += 1;
  return count;
}

/** A header of ours that stands twice: which of the columns is meant is not known. */
function repeatedHeader(head: readonly string[], headers: readonly string[]): string | undefined {
  const present = head.map((each) => each.trim().toLowerCase());
  return headers.find((header) => present.filter((each) => each === header.toLowerCase()).length > 1);
}

function piecesOf(
  entries: ReadonlyMap<string, { readonly entry: unknown }>,
  lookUpKey: Uint8Array,
): readonly Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let piece: PlanFileEntry[] = [];
  const end = () => {
    if (piece.length > 0) pieces.push(new TextEncoder().encode(JSON.stringify(piece)));
    piece = [];
  };
  // By their hashes, so that the order in the store says nothing of the order in the list.
  const hashed = [...entries].map(([value, { entry }]): PlanFileEntry => {
    return { lookUp: lookUpHash(lookUpKey, value), content: JSON.stringify(entry) };
  });
  for (const entry of hashed.sort((left, right) => (left.lookUp < right.lookUp ? -1 : 1))) {
    piece.push(entry);
    if (piece.length === pieceLength) end();
  }
  end();
  return pieces;
}
