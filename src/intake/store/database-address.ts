import { inspect } from 'node:util';

/** An address that is none of a database. The message holds nothing of it. */
export class DatabaseAddressError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'DatabaseAddressError';
  }
}

/**
 * Address of a PostgreSQL database. It may hold a password: it turns to text without one, wherever that happens.
 */
export class DatabaseAddress {
  readonly #text: string;
  readonly #place: string;

  private constructor(text: string, place: string) {
    this.#text = text;
    this.#place = place;
  }

  /**
   * @param text `postgres://USER:PASSWORD@HOST:PORT/NAME?sslmode=verify-full`, as libpq takes it; `?host=FOLDER` for the
   *   socket in a folder
   * @throws DatabaseAddressError
   */
  static parse(text: string): DatabaseAddress {
    // libpq takes an account without a host; the URL standard does not.
    const standard = text.replace('@/', '@localhost/');
    const url = URL.canParse(standard) ? new URL(standard) : null;
    if (url === null || !/^postgres(ql)?:$/.test(url.protocol)) {
      throw new DatabaseAddressError('the address of the database has the form postgres://USER@HOST/NAME');
    }
    if (url.pathname.length < 2) {
      throw new DatabaseAddressError('the address of the database ends with the name of a database (…/NAME)');
    }
    return new DatabaseAddress(text, `${url.searchParams.get('host') ?? url.host}${url.pathname}`);
  }

  /** The address with its password, for the engine's client alone. */
  secret(): string {
    return this.#text;
  }

  /** Host and name, for a person: no account, no password, no option. */
  toString(): string {
    return `postgres://${this.#place}`;
  }

  toJSON(): string {
    return this.toString();
  }

  [inspect.custom](): string {
    return this.toString();
  }
}
