import { mappingsArea } from '../workbook/geometry.ts';
import type { ColumnMapping } from '../workbook/import/column-mapping.ts';
import { parseMapping, printMapping } from '../workbook/import/kept-mappings.ts';
import { asConstant, rangeOf } from './cells.ts';
import { sheetOf } from './locate.ts';

/** Reads where the columns of earlier lists went. What somebody altered by hand is passed over. */
export async function readImportMappings(context: Excel.RequestContext): Promise<readonly ColumnMapping[]> {
  const cells = rangeOf(sheetOf(context, 'state'), mappingsArea).load({ values: true });
  await context.sync();
  return (cells.values as unknown[][]).flatMap(([text]) => parseMapping(String(text)) ?? []);
}

/** Writes them back, the latest first; what has no room is forgotten. */
export async function writeImportMappings(
  context: Excel.RequestContext,
  mappings: readonly ColumnMapping[],
): Promise<void> {
  rangeOf(sheetOf(context, 'state'), mappingsArea).values = Array.from({ length: mappingsArea.rows }, (_, index) => {
    const mapping = mappings[index];
    return [mapping === undefined ? '' : asConstant(printMapping(mapping), true)];
  });
  await context.sync();
}
