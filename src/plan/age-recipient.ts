/** Letters of Bech32 (BIP 173), by their value. */
const letters = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';

const generator = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * Whether a text is a public key of age: an X25519 recipient (age-encryption.org/v1), `age1` and 58 letters of Bech32
 * of which the last six are a checksum. A slip of the pen is found where the plan's profile is read, and not by a
 * biller.
 */
export function isAgeRecipient(text: string): boolean {
  if (!/^age1[02-9ac-hj-np-z]{58}$/.test(text)) return false;
  const prefix = 'age';
  const expanded = [
    ...Array.from(prefix, (letter) => letter.charCodeAt(0) >> 5),
    0,
    ...Array.from(prefix, (letter) => letter.charCodeAt(0) & 31),
    ...Array.from(text.slice(prefix.length + 1), (letter) => letters.indexOf(letter)),
  ];
  return checksum(expanded) === 1;
}

function checksum(values: readonly number[]): number {
  return values.reduce((sum, value) => {
    const top = sum >>> 25;
    return generator.reduce(
      (mixed, polynomial, bit) => (((top >>> bit) & 1) === 1 ? mixed ^ polynomial : mixed),
      ((sum & 0x1ffffff) << 5) ^ value,
    );
  }, 1);
}
