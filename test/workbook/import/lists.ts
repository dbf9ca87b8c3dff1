import { mappingByHeaders } from '../../../src/workbook/import/column-mapping.ts';
import { sourceList, type SourceList } from '../../../src/workbook/import/source-list.ts';
import { readTable } from '../../../src/xlsx/delimited-table.ts';

/** The list of a text. */
export function listOf(text: string): SourceList {
  const table = readTable(text);
  const list = table === null ? 'noHeaders' : sourceList(table, 'all');
  if (typeof list === 'string') throw new Error(`No list: ${list}`);
  return list;
}

/** Targets by header, as the headers of a text tell them. */
export function targetsOf(text: string): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    mappingByHeaders(listOf(text), 'all').columns.map(({ header, target }) => [header, target]),
  );
}

/** A biller's own list, with a title above it, one name column and headers of its own. */
export const ownList = [
  'Harbor Care Collective,,,,,,,,,,,',
  'Services October 2026,,,,,,,,,,,',
  ',,,,,,,,,,,',
  'Client Name,Medi-Cal ID,DOB,Date of Service,HCPCS,Mod 1,Units,POS,Dx1,Rate,Inv #,Worker notes',
  '"Cruz, Ana",98906828H41234,10/6/1975,10/14/2026,g9012,U2,2,11,"Z59.02, F10.20",$80.00,4100009001,called twice',
  '"Le, Minh",99073662S,3/15/1971,10/15/2026,G9012,U2,1,4,Z60.2,80,4100009002,',
  '',
].join('\r\n');
