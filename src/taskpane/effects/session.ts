import type { AccessToken } from '../sign-in/issuer.ts';

/** The signed-in account's token, in memory only: it ends with the pane. */
export interface Session {
  /** The token while it can be used, otherwise null. */
  token(now: Date): string | null;
  begin(token: AccessToken): void;
  end(): void;
}

/** A session in which nobody is signed in yet. */
export function createSession(): Session {
  let current: AccessToken | null = null;
  return {
    token: (now) => (current !== null && now.getTime() < current.usableUntil ? current.token : null),
    begin: (token) => {
      current = token;
    },
    end: () => {
      current = null;
    },
  };
}
