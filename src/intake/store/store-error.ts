/**
 * What a failure of the database means to who asked:
 *
 * - `conflict`: another transaction went first; the same again may succeed.
 * - `unavailable`: nobody knows what became of the request: the connection is gone, or the engine can take nothing now.
 * - `failed`: anything else, which is an error of ours or of the installation.
 */
export type StoreFault = 'conflict' | 'unavailable' | 'failed';

/**
 * A failure of the database. It is made where the engine's own error arrives and takes nothing over but its code: the
 * engine's message and detail may quote a row, a statement or the address with its password.
 */
export class StoreError extends Error {
  readonly fault: StoreFault;
  /** SQLSTATE, SQLite's result code (`SQLITE_5`), or the code of the network's error. */
  readonly code: string;

  /** @param message for the person who runs the endpoint, in our own words. */
  constructor(fault: StoreFault, code: string, message: string) {
    super(message);
    this.name = 'StoreError';
    this.fault = fault;
    this.code = code;
  }
}
