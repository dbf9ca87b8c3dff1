import { crc32, deflateSync } from 'node:zlib';

/** Colour of one point: red, green, blue and alpha, 0 to 255 each. */
export type Pixel = readonly [red: number, green: number, blue: number, alpha: number];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const checksum = Buffer.alloc(4);
  checksum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, checksum]);
}

/**
 * A square PNG picture, 8 bits a channel with alpha (PNG specification, colour type 6).
 *
 * @param size Width and height in points.
 * @param pixel Colour of the point in a column and row.
 */
export function encodePng(size: number, pixel: (column: number, row: number) => Pixel): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: size }, (_, row) => [
    0, // this row is not filtered
    ...Array.from({ length: size }, (_, column) => pixel(column, row)).flat(),
  ]);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
