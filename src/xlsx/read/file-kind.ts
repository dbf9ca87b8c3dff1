import type { RefusalReason } from './refused.ts';

const startsWith = (bytes: Uint8Array, signature: readonly number[]) =>
  signature.every((byte, index) => bytes[index] === byte);

const zip = [0x50, 0x4b];
/** Compound file: an old workbook, or the envelope around an encrypted one ([MS-OFFCRYPTO] 2.3.4). */
const compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** What a file is by its first bytes, whatever it is called: a ZIP, something that is refused, or text perhaps. */
export function fileKind(bytes: Uint8Array): 'zip' | 'other' | RefusalReason {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, zip)) return 'zip';
  if (startsWith(bytes, pdf)) return 'pdf';
  if (startsWith(bytes, compound)) return holdsEncryptedPackage(bytes) ? 'passwordProtected' : 'oldExcel';
  return 'other';
}

/** Bytes that are looked at together. */
const windowBytes = 65_536;

/** Names of streams stand in the compound file as UTF-16, at even places. */
function holdsEncryptedPackage(bytes: Uint8Array): boolean {
  const name = 'EncryptedPackage';
  const decoder = new TextDecoder('utf-16le');
  for (let from = 0; from < bytes.length; from += windowBytes) {
    if (decoder.decode(bytes.subarray(from, from + windowBytes + name.length * 2)).includes(name)) return true;
  }
  return false;
}
