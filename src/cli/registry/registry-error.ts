import { parseArgs, type ParseArgsConfig } from 'node:util';
import { wrongOptions } from '../wrong-options.ts';

/** Wrong use of the command or an input that cannot be read; the message is for the person at the keyboard. */
export class RegistryError extends Error {}

/** Options of a command line. @throws RegistryError for a wrong one */
export function parsed<T extends NonNullable<ParseArgsConfig['options']>>(commandLine: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...commandLine], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new RegistryError(wrongOptions(error));
  }
}

/** The value of an option that has to be there. @throws RegistryError where it is not */
export function needed(value: string | undefined, option: string): string {
  if (value === undefined) throw new RegistryError(`${option} is missing (see --help)`);
  return value;
}
