import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { parseAddress } from './parse-address.ts';
import { readXlsx } from './read-xlsx.ts';

/** A workbook file in which somebody typed a text over a cell that held something. */
export function correctedFile(
  bytes: Uint8Array,
  sheet: string,
  address: string,
  text: string,
): Uint8Array<ArrayBuffer> {
  const part = readXlsx(bytes).sheets.find(({ name }) => name === sheet)?.part ?? '';
  const parts = unzipSync(bytes);
  const { column, row } = parseAddress(address);
  let found = 0;
  const xml = strFromU8(parts[part] ?? new Uint8Array()).replace(
    new RegExp(`<row r="${String(row)}"[^>]*>.*?</row>`),
    (cells) => {
      let place = -1;
      return cells.replaceAll(/<c\b([^>]*?)(?:\/>|>.*?<\/c>)/g, (cell, attributes: string) => {
        // A cell without a reference stands right of the one before.
        const own = / r="([A-Z]+\d+)"/.exec(attributes)?.[1];
        place = own === undefined ? place + 1 : parseAddress(own).column;
        if (place !== column) return cell;
        found += 1;
        const kept = [...attributes.matchAll(/ [rs]="[^"]*"/g)].join('');
        return `<c${kept} t="inlineStr"><is><t>${text}</t></is></c>`;
      });
    },
  );
  if (found === 0) throw new Error(`no cell ${address} in ${part}`);
  return new Uint8Array(zipSync({ ...parts, [part]: strToU8(xml) }));
}
