import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { wrongOptions } from './wrong-options.ts';

/** Wrong use of a command; the message is for the person at the keyboard. */
export class UsageError extends Error {}

/** Options of a command that takes an order: `audit verify`, `keys rotate`. @throws UsageError */
export function parseOrder<const Options extends ParseArgsOptionsConfig>(
  commandLine: readonly string[],
  options: Options,
) {
  try {
    return parseArgs({ args: [...commandLine], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(wrongOptions(error));
  }
}

/**
 * Tells why a command ended, where its error is one that is meant for the person at the keyboard.
 *
 * @param known errors of that kind, beside {@link UsageError}
 * @returns the exit code
 * @throws every other error, as it is
 */
export function tellFailure(
  command: string,
  error: unknown,
  known: readonly (abstract new (...args: never[]) => Error)[],
): number {
  if (!(error instanceof Error) || ![UsageError, ...known].some((type) => error instanceof type)) throw error;
  process.stderr.write(`calaim-invoice ${command}: ${error.message}\n`);
  return 2;
}
