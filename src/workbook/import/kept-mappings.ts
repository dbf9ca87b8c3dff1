import * as z from 'zod';
import { mappingsArea } from '../geometry.ts';
import { doubledColumns, filledColumns, type ColumnMapping, type MappedColumn } from './column-mapping.ts';
import { columnsOf, isImportTarget, type ImportTarget } from './import-target.ts';
import { looksLikeData } from './looks-like-data.ts';
import { normalizedHeader } from './normalized-header.ts';
import { recognizedHeader } from './recognized-header.ts';
import type { SourceList } from './source-list.ts';

/**
 * Mappings that the workbook keeps, so that next month's list with the same headers is mapped at once. A kept mapping
 * holds normalised headers and targets, nothing else; a header that looks like data is kept blank.
 */

/** How many lists a workbook remembers, the latest first. */
const keptMappings = mappingsArea.rows;

/** Longest kept mapping in characters; Excel's cell holds 32,767. */
const mostCharacters = 32_000;

const version = 1;
const serialized = z.tuple([
  z.literal(version),
  z.array(z.tuple([z.string(), z.string().refine(isImportTarget).nullable()])),
]);

/** The list of normalised headers, by which a list is known again; those that look like data are blank. */
function signatureOf(headers: readonly string[]): readonly string[] {
  return headers.map((header) => (looksLikeData(header) ? '' : normalizedHeader(header)));
}

/** A mapping with headers as they are kept. */
export function keptMapping({ columns }: ColumnMapping): ColumnMapping {
  const signature = signatureOf(columns.map(({ header }) => header));
  return { columns: columns.map(({ target }, place) => ({ header: signature[place] ?? '', target })) };
}

/** A mapping as one text: `[1,[["dob","memberDateOfBirth"],["notes",null]]]`. */
export function printMapping(mapping: ColumnMapping): string {
  return JSON.stringify([version, keptMapping(mapping).columns.map(({ header, target }) => [header, target])]);
}

/** The mapping of a text, or null where it is none: of another version, altered, or with an element filled twice. */
export function parseMapping(text: string): ColumnMapping | null {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return null;
  }
  const parsed = serialized.safeParse(json);
  if (!parsed.success) return null;
  const mapping: ColumnMapping = {
    columns: parsed.data[1].map(([header, target]): MappedColumn => ({ header, target })),
  };
  return doubledColumns(mapping).length > 0 ? null : mapping;
}

/** The kept mapping of the same headers in the same order; null where there is none. */
export function keptFor(list: SourceList, kept: readonly ColumnMapping[]): ColumnMapping | null {
  const signature = JSON.stringify(signatureOf(list.headers));
  const same = kept.find(({ columns }) => JSON.stringify(columns.map(({ header }) => header)) === signature);
  if (same === undefined || isNameless(list.headers)) return null;
  return { columns: list.headers.map((header, place) => ({ header, target: same.columns[place]?.target ?? null })) };
}

/** A mapping whose undecided columns go where columns of the same header went before, the latest list first. */
export function withKeptTargets(mapping: ColumnMapping, kept: readonly ColumnMapping[]): ColumnMapping {
  const remembered = new Map<string, ImportTarget>();
  for (const { header, target } of kept.flatMap(({ columns }) => columns)) {
    if (header !== '' && target !== null && !remembered.has(header)) remembered.set(header, target);
  }
  const signature = signatureOf(mapping.columns.map(({ header }) => header));
  const filled = new Set(filledColumns(mapping));
  return {
    columns: mapping.columns.map((column, place) => {
      const target = column.target ?? remembered.get(signature[place] ?? '') ?? null;
      if (column.target !== null || columnsOf(target).some((key) => filled.has(key))) return column;
      for (const key of columnsOf(target)) filled.add(key);
      return { ...column, target };
    }),
  };
}

/**
 * The kept mappings with one more in front, in place of that of the same headers. A list without a header that we
 * know is not kept: what seems to be its headers might be a member's line.
 */
export function withMapping(kept: readonly ColumnMapping[], mapping: ColumnMapping): readonly ColumnMapping[] {
  const added = keptMapping(mapping);
  if (isNameless(mapping.columns.map(({ header }) => header))) return kept;
  if (printMapping(added).length > mostCharacters) return kept;
  const headersOf = ({ columns }: ColumnMapping) => JSON.stringify(columns.map(({ header }) => header));
  const others = kept.filter((each) => headersOf(each) !== headersOf(added));
  return [added, ...others].slice(0, keptMappings);
}

function isNameless(headers: readonly string[]): boolean {
  return headers.every((header) => recognizedHeader(header) === null);
}
