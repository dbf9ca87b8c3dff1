import { Inflate } from 'fflate';
import { crc32 } from './crc32.ts';
import { refuse, WorkbookRefused } from './refused.ts';
import type { ZipEntry } from './zip-directory.ts';

/** Compressed bytes that are inflated at once: a bomb makes a thousand times as many of them, 16 MB. */
const pieceBytes = 16_384;

/** Takes a piece of a part's bytes; false ends the reading. */
export type TakeBytes = (bytes: Uint8Array) => boolean;

/**
 * Inflates a part piece by piece, counted: more than was declared is refused as it comes, less or another sum at the
 * end.
 *
 * @throws WorkbookRefused
 */
export function readPart(archive: Uint8Array, entry: ZipEntry, take: TakeBytes): void {
  const read = { length: 0, crc: 0, goesOn: true };
  const count = (bytes: Uint8Array): void => {
    if (!read.goesOn || bytes.length === 0) return;
    read.length += bytes.length;
    if (read.length > entry.size) refuse('damaged');
    read.crc = crc32(bytes, read.crc);
    read.goesOn = take(bytes);
  };
  const compressed = archive.subarray(entry.start, entry.start + entry.compressedSize);
  const push = entry.method === 0 ? count : inflating(count);
  for (let at = 0; at < compressed.length && read.goesOn; at += pieceBytes) {
    push(compressed.subarray(at, at + pieceBytes), at + pieceBytes >= compressed.length);
  }
  if (read.goesOn && (read.length !== entry.size || read.crc !== entry.crc)) refuse('damaged');
}

function inflating(count: (bytes: Uint8Array) => void): (bytes: Uint8Array, isLast: boolean) => void {
  const inflate = new Inflate(count);
  return (bytes, isLast) => {
    try {
      inflate.push(bytes, isLast);
    } catch (error) {
      // What the library says of a damaged stream.
      if (error instanceof Error && 'code' in error && !(error instanceof WorkbookRefused)) refuse('damaged');
      throw error;
    }
  };
}
