/** Tables for four bytes at a time. */
const tables = makeTables();

function makeTables(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const one = Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  const next = (table: Uint32Array) => table.map((value) => (value >>> 8) ^ (one[value & 255] ?? 0));
  const two = next(one);
  const three = next(two);
  return [one, two, three, next(three)];
}

/**
 * The CRC-32 of ZIP, piece by piece: an amount in which one bit has tipped over on a stick is still an amount.
 *
 * @param before what the pieces before came to, 0 at the beginning
 */
export function crc32(bytes: Uint8Array, before: number): number {
  const [one, two, three, four] = tables;
  let crc = ~before;
  const whole = bytes.length - (bytes.length % 4);
  /* eslint-disable @typescript-eslint/no-non-null-assertion -- every index is below the length of its table */
  for (let at = 0; at < whole; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc = four[crc & 255]! ^ three[(crc >>> 8) & 255]! ^ two[(crc >>> 16) & 255]! ^ one[crc >>> 24]!;
  }
  for (let at = whole; at < bytes.length; at += 1) crc = one[(crc ^ bytes[at]!) & 255]! ^ (crc >>> 8);
  /* eslint-enable @typescript-eslint/no-non-null-assertion */
  return ~crc >>> 0;
}
