import { parseSheetArea } from '../../model/address.ts';
import type { Area } from '../../model/area.ts';
import type { Book } from '../../model/book.ts';
import type { Sheet } from '../../model/sheet.ts';

/** What a text typed into the name box leads to: an address, with or without a sheet, or the name of a range. */
export function placeNamed(book: Book, text: string): { readonly sheet: Sheet; readonly area: Area } | undefined {
  const named = book.names.get(text.trim());
  const place = named?.visible === true ? named.range : addressed(book, text);
  return place?.sheet.visibility === 'visible' ? place : undefined;
}

function addressed(book: Book, text: string): { readonly sheet: Sheet; readonly area: Area } | undefined {
  const address = parseSheetArea(text);
  if (address === undefined) return undefined;
  const sheet = address.sheetName === undefined ? book.activeSheet : book.sheet(address.sheetName);
  return sheet === undefined ? undefined : { sheet, area: address.area };
}
