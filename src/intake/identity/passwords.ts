import { randomBytes, scrypt, timingSafeEqual, type ScryptOptions } from 'node:crypto';

/** OWASP's scrypt setting for 32 MB of memory: N = 2^15, r = 8, p = 3. */
const cost = { N: 2 ** 15, r: 8, p: 3 } as const;
/** Characters that a password has at least. */
export const shortestPassword = 12;

const hashForm = /^scrypt\$(\d{1,2})\$(\d{1,2})\$(\d{1,2})\$([\w-]{16,64})\$([\w-]{43})$/;

/**
 * Hash of a password or a client secret, as it stands in a directory: `scrypt$15$8$3$salt$hash`, cost as the exponent
 * of two, then block size and parallelisation.
 */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(password, salt, cost);
  return ['scrypt', Math.log2(cost.N), cost.r, cost.p, salt.toString('base64url'), hash.toString('base64url')].join(
    '$',
  );
}

/** Whether text is a hash that {@link verifyPassword} can read. */
export function isPasswordHash(text: string): boolean {
  return hashForm.test(text);
}

/**
 * Whether a password belongs to a hash. With no hash it takes as long and says no, so that an unknown account cannot
 * be told from a wrong password by the clock.
 */
export async function verifyPassword(password: string, hash: string | null): Promise<boolean> {
  const match = hashForm.exec(hash ?? '');
  if (match === null) {
    await derive(password, Buffer.alloc(16), cost);
    return false;
  }
  const [, exponent, r, p, salt, expected] = match;
  const options = { N: 2 ** Number(exponent), r: Number(r), p: Number(p) };
  const actual = await derive(password, Buffer.from(salt ?? '', 'base64url'), options);
  return timingSafeEqual(actual, Buffer.from(expected ?? '', 'base64url'));
}

/** The same characters typed on another keyboard may be other code points: NFKC makes them one. */
function derive(password: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  const memory = 256 * (options.N ?? cost.N) * (options.r ?? cost.r);
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, 32, { ...options, maxmem: memory }, (error, key) => {
      if (error === null) resolve(key);
      else reject(error);
    });
  });
}
