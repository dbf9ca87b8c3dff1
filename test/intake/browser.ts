/** A browser's cookies and redirects at an endpoint, as far as a sign-in needs them. */
export class Browser {
  readonly #origin: string;
  readonly #language: string;
  readonly #cookies = new Map<string, string>();

  constructor(origin: string, language = 'en-US,en;q=0.9') {
    this.#origin = origin;
    this.#language = language;
  }

  /** Follows redirects at the endpoint and stops where one leads elsewhere. */
  async open(address: string, init: RequestInit = {}): Promise<{ address: string; response: Response }> {
    const headers = {
      'accept-language': this.#language,
      cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    };
    const response = await fetch(address, { ...init, headers, redirect: 'manual' });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      this.#cookies.set(name, value);
    }
    const location = response.headers.get('location');
    if (location === null) return { address, response };
    const next = new URL(location, address).href;
    return next.startsWith(this.#origin) ? this.open(next) : { address: next, response };
  }

  /** Sends a form. */
  send(address: string, fields: Record<string, string>): Promise<{ address: string; response: Response }> {
    return this.open(address, { method: 'POST', body: new URLSearchParams(fields) });
  }
}
