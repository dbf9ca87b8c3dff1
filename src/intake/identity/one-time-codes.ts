import { Secret, TOTP } from 'otpauth';

/** Seconds for which a code holds (RFC 6238). */
const period = 30;
/** Steps before and after the present one that count: clocks of phones differ. */
const tolerance = 1;
/** Bytes: RFC 4226 recommends the length of the hash, SHA-1. */
const secretLength = 20;

/** A fresh secret of an authenticator app, in base 32. */
export function newCodeSecret(): string {
  return new Secret({ size: secretLength }).base32;
}

/** The address by which an authenticator app takes a secret in (`otpauth://totp/…`). */
export function secretAddress(secret: string, issuer: string, account: string): string {
  return totpOf(secret, issuer, account).toString();
}

/**
 * The time step of a code, or null where it is of none about now. A step that was used before must not count again:
 * the caller keeps the latest (RFC 6238, section 5.2).
 */
export function stepOfCode(secret: string, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token, timestamp, window: tolerance });
  return delta === null ? null : Math.floor(timestamp / 1000 / period) + delta;
}

function totpOf(secret: string, issuer = '', label = ''): TOTP {
  return new TOTP({ secret: Secret.fromBase32(secret), issuer, label, algorithm: 'SHA1', digits: 6, period });
}
