import { hash } from 'node:crypto';
import type { JWTPayload } from 'jose';

/**
 * Seconds for which a token is not verified again. A key that an issuer withdraws is believed for so much longer; who
 * the holder is, and whether still one, is asked at each request.
 */
const trust = 60;

/** Tokens that are remembered, the latest; each is some hundred bytes. */
const mostTokens = 10_000;

interface VerifiedToken {
  readonly payload: JWTPayload;
  /** Milliseconds since 1970 after which it is verified again. */
  readonly until: number;
}

/** Access tokens whose signature and claims were verified a moment ago, by their hash: none can be read out of it. */
export class VerifiedTokens {
  readonly #tokens = new Map<string, VerifiedToken>();
  readonly #now: () => number;

  /** @param now milliseconds since 1970 */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** The claims of a token: those that were verified within the last minute, else those that are verified now. */
  async claimsOf(token: string, verify: () => Promise<JWTPayload>): Promise<JWTPayload> {
    const name = hash('sha256', token, 'base64');
    const known = this.#tokens.get(name);
    if (known !== undefined && this.#now() < known.until) return known.payload;
    const payload = await verify();
    this.#tokens.delete(name);
    this.#tokens.set(name, { payload, until: Math.min(this.#now() + trust * 1000, (payload.exp ?? 0) * 1000) });
    const [oldest] = this.#tokens.keys();
    if (this.#tokens.size > mostTokens && oldest !== undefined) this.#tokens.delete(oldest);
    return payload;
  }
}
