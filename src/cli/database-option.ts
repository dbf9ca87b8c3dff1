import { DatabaseAddress } from '../intake/store/database-address.ts';

/**
 * The database of `--database` or of the environment; undefined for the embedded one.
 *
 * @throws DatabaseAddressError
 */
export function databaseAddress(
  option: string | undefined,
  environment: NodeJS.ProcessEnv = process.env,
): DatabaseAddress | undefined {
  const text = option ?? environment['CALAIM_INVOICE_DATABASE'];
  return text === undefined || text === '' ? undefined : DatabaseAddress.parse(text);
}
