import type { ReadLimits } from './limits.ts';
import { refuse } from './refused.ts';

/** A part as the archive's directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: 0 | 8;
  readonly crc: number;
  readonly compressedSize: number;
  /** Inflated bytes, as declared: never more are read. */
  readonly size: number;
  /** Where the compressed bytes begin. */
  readonly start: number;
}

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50 } as const;
const localLength = 30;
const centralLength = 46;
const endLength = 22;

/**
 * The parts of a ZIP archive by its central directory (PKWARE APPNOTE 4.3), which is what Excel goes by, each held
 * against its local header. Refused are archives over several disks, encryption, methods other than stored and
 * deflated, doubled names, names that lead out, and parts that lie over each other.
 *
 * @returns by name; the names of parts do not count case (ECMA-376 part 2, 6.2.2.3), so they are in lower case
 * @throws WorkbookRefused
 */
export function zipDirectory(bytes: Uint8Array, limits: ReadLimits): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  const [disk, startDisk, here, all] = [4, 6, 8, 10].map((offset) => view.getUint16(end + offset, true));
  const length = view.getUint32(end + 12, true);
  const directory = view.getUint32(end + 16, true);
  if (disk !== 0 || startDisk !== 0 || here !== all || directory + length > end) refuse('damaged');
  const count = here ?? 0;
  if (count > limits.parts) refuse('tooLarge');
  const entries = new Map<string, ZipEntry>();
  const spans: { readonly from: number; readonly to: number }[] = [];
  let at = directory;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + centralLength > end || view.getUint32(at, true) !== signatures.central) refuse('damaged');
    const { entry, from, next } = entryAt(bytes, view, at, directory);
    if (next > end) refuse('damaged');
    total += entry.size;
    if (entry.size > limits.partBytes || total > limits.totalBytes) refuse('tooLarge');
    const name = entry.name.toLowerCase();
    if (!isSafeName(entry.name) || entries.has(name)) refuse('unsafeNames');
    entries.set(name, entry);
    spans.push({ from, to: entry.start + entry.compressedSize });
    at = next;
  }
  spans.sort((one, other) => one.from - other.from);
  spans.forEach(({ to }, index) => {
    if (to > (spans[index + 1]?.from ?? directory)) refuse('damaged');
  });
  return entries;
}

/** Where the end record stands: the last one whose comment runs to the end of the file. */
function endOfDirectory(view: DataView): number {
  const longestComment = 65_535;
  const last = view.byteLength - endLength;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    if (view.getUint32(at, true) === signatures.end && view.getUint16(at + 20, true) === last - at) return at;
  }
  return refuse('cutOff');
}

function entryAt(
  bytes: Uint8Array,
  view: DataView,
  at: number,
  directory: number,
): { readonly entry: ZipEntry; readonly from: number; readonly next: number } {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
  const nameStart = at + centralLength;
  const extraStart = nameStart + (nameLength ?? 0);
  const next = extraStart + (extraLength ?? 0) + (commentLength ?? 0);
  const from = view.getUint32(at + 42, true);
  // Bit 0: encrypted. Bit 5: patch data. Bit 13: a masked directory.
  if ((flags & 0x2021) !== 0 || (method !== 0 && method !== 8) || next > bytes.length) refuse('damaged');
  if (from + localLength > directory || view.getUint32(from, true) !== signatures.local) refuse('damaged');
  if (extraStart - nameStart > longestName) refuse('unsafeNames');
  const name = bytes.subarray(nameStart, extraStart);
  const localName = bytes.subarray(from + localLength, from + localLength + view.getUint16(from + 26, true));
  if (name.length !== localName.length || name.some((byte, index) => byte !== localName[index])) refuse('damaged');
  const sizes = sizesOf(view, at, extraStart, extraStart + (extraLength ?? 0));
  const start = from + localLength + localName.length + view.getUint16(from + 28, true);
  if (start + sizes.compressedSize > directory) refuse('damaged');
  if (method === 0 && sizes.compressedSize !== sizes.size) refuse('damaged');
  return {
    entry: { name: new TextDecoder().decode(name), method, crc: view.getUint32(at + 16, true), ...sizes, start },
    from,
    next,
  };
}

/** Writers that do not know a part's size beforehand write it as 64 bits, into the extra field 1. */
function sizesOf(view: DataView, at: number, from: number, to: number): Pick<ZipEntry, 'size' | 'compressedSize'> {
  const elsewhere = 0xffffffff;
  let compressedSize = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  if (size !== elsewhere && compressedSize !== elsewhere) return { size, compressedSize };
  for (let field = from; field + 4 <= to; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue;
    let place = field + 4;
    const read = (): number => {
      if (place + 8 > to) refuse('damaged');
      const value = Number(view.getBigUint64(place, true));
      place += 8;
      return value;
    };
    if (size === elsewhere) size = read();
    if (compressedSize === elsewhere) compressedSize = read();
    return { size, compressedSize };
  }
  return refuse('damaged');
}

/** Longest name of a part; those of Office have 60 characters at most. */
const longestName = 1_024;

// eslint-disable-next-line no-control-regex -- these characters are the subject
const oddCharacters = /[\u0000-\u001f\\:\ufffd]/;

function isSafeName(name: string): boolean {
  const climbs = name.split('/').some((part) => part === '..' || part === '.');
  return name !== '' && !name.startsWith('/') && !climbs && !oddCharacters.test(name);
}
