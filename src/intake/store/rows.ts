import { CompiledQuery, type Insertable, type Transaction } from 'kysely';
import type { Tables } from './schema.ts';

/** Rows in one statement, below every engine's limit of parameters. */
const rowsPerStatement = 500;

/** A list in pieces that one statement can take. */
export function inPieces<Row>(rows: readonly Row[]): readonly (readonly Row[])[] {
  const pieces: (readonly Row[])[] = [];
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    pieces.push(rows.slice(start, start + rowsPerStatement));
  }
  return pieces;
}

/** Numbers of rows for which a statement is kept: with powers of two few statements do for any number. */
const mostRows = 64;

/** Texts of insertions by the adapter of an engine, then by table, columns and number of rows. */
const insertions = new WeakMap<object, Map<string, string>>();

/**
 * Inserts rows that all have the same columns, in their order. The text of a statement is worked out once and not for
 * each list: for a few hundred rows that takes as long as the database needs to store them.
 */
export async function insertRows<Name extends keyof Tables>(
  transaction: Transaction<Tables>,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = Object.keys(first) as (keyof Insertable<Tables[Name]>)[];
  for (let done = 0; done < rows.length;) {
    const count = largestPower(Math.min(mostRows, rows.length - done));
    const piece = rows.slice(done, done + count);
    const parameters = piece.flatMap((row) => columns.map((column) => row[column]));
    await transaction.executeQuery(CompiledQuery.raw(textOf(transaction, table, piece), parameters));
    done += count;
  }
}

function textOf<Name extends keyof Tables>(
  transaction: Transaction<Tables>,
  table: Name,
  rows: readonly Insertable<Tables[Name]>[],
): string {
  const { adapter } = transaction.getExecutor();
  const known = insertions.get(adapter) ?? new Map<string, string>();
  insertions.set(adapter, known);
  const name = `${table} ${Object.keys(rows[0] ?? {}).join()} ${String(rows.length)}`;
  const text = known.get(name) ?? transaction.insertInto(table).values(rows).compile().sql;
  known.set(name, text);
  return text;
}

function largestPower(most: number): number {
  return 2 ** Math.floor(Math.log2(most));
}
