import { errorCode } from '../intake/errors.ts';

/** Account and password in an address: `parseArgs` quotes what stands where nothing should. */
const credentials = /:\/\/[^/]*@/g;

/** What is wrong with a command line that `parseArgs` refused, and where help is. */
export function wrongOptions(error: unknown): string {
  const told = errorCode(error)?.startsWith('ERR_PARSE_ARGS_') === true ? (error as Error).message : '';
  return `${told.replace(credentials, '://') || 'the options cannot be read'} (see --help)`;
}
