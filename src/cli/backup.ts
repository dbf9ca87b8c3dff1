import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { keysOf, keysFile, otherKeys } from '../intake/keys.ts';
import { defaultStateDirectory, StateError } from '../intake/state-directory.ts';
import { backUp, BackupError, restore, type BackupContents } from '../intake/store/backup.ts';
import { isProofOf } from '../intake/store/key-proof.ts';
import { Keyring } from '../intake/store/seal.ts';
import { databaseAddress } from './database-option.ts';
import { wrongOptions } from './wrong-options.ts';

const backupHelp = `Usage: calaim-invoice backup --to FILE [--state FOLDER]

Copies the endpoint's built-in database to a file, as it stands at one instant, while the endpoint goes on. What is
encrypted stays so, and the keys are not in it: back up ${keysFile} apart from it.

  --to FILE        where the copy goes; there must be no such file
  --state FOLDER   where the endpoint keeps its database (CALAIM_INVOICE_STATE, or the usual folder for state)
  --help

A PostgreSQL database is backed up with its own tools (pg_dump).
Exit codes: 0 backed up, 2 wrong usage, or it could not be done.
`;

const restoreHelp = `Usage: calaim-invoice restore --from FILE [--state FOLDER]

Makes the endpoint's built-in database from a backup. Put ${keysFile} of that database into the folder first, and stop the
endpoint that used it; a folder that has a database is left as it is.

  --from FILE      a backup that "calaim-invoice backup" made
  --state FOLDER   where the database goes (CALAIM_INVOICE_STATE, or the usual folder for state)
  --help

Exit codes: 0 restored, 2 wrong usage, or it could not be done.
`;

/** Wrong use of a command; the message is for the person at the keyboard. */
class UsageError extends Error {}

/** `calaim-invoice backup`: the embedded database to a file. @returns the exit code */
export function backupCommand(commandLine: readonly string[]): Promise<number> {
  return run('backup', 'to', backupHelp, commandLine, backUpTo);
}

/** `calaim-invoice restore`: the embedded database from a backup. @returns the exit code */
export function restoreCommand(commandLine: readonly string[]): Promise<number> {
  return run('restore', 'from', restoreHelp, commandLine, restoreFrom);
}

async function run(
  command: string,
  option: string,
  help: string,
  commandLine: readonly string[],
  work: (file: string, stateDirectory: string) => Promise<string>,
): Promise<number> {
  try {
    const values = parse(commandLine, option);
    if (values['help'] === true) {
      process.stdout.write(help);
      return 0;
    }
    const file = values[option];
    if (typeof file !== 'string' || file === '') throw new UsageError(`--${option} is missing (see --help)`);
    const state = values['state'];
    const stateDirectory = typeof state === 'string' ? state : defaultStateDirectory();
    process.stdout.write(`${await work(resolve(file), stateDirectory)}\n`);
    return 0;
  } catch (error) {
    const known = [UsageError, BackupError, StateError];
    if (!(error instanceof Error) || !known.some((type) => error instanceof type)) throw error;
    process.stderr.write(`calaim-invoice ${command}: ${error.message}\n`);
    return 2;
  }
}

function parse(commandLine: readonly string[], option: string): Readonly<Record<string, string | boolean | undefined>> {
  try {
    const options = {
      [option]: { type: 'string' },
      state: { type: 'string' },
      help: { type: 'boolean', default: false },
    } as const;
    return parseArgs({ args: [...commandLine], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(wrongOptions(error));
  }
}

async function backUpTo(file: string, stateDirectory: string): Promise<string> {
  if (databaseAddress(undefined) !== undefined) {
    throw new UsageError('the endpoint is on PostgreSQL (CALAIM_INVOICE_DATABASE): back that up with its own tools');
  }
  return `${file}: ${told(await backUp(stateDirectory, file))}`;
}

async function restoreFrom(file: string, stateDirectory: string): Promise<string> {
  const keys = await keysOf(stateDirectory);
  const contents = await restore(file, stateDirectory, ({ keyProof }) => {
    if (keys !== null && keyProof !== null && !isProofOf(new Keyring(keys), keyProof)) {
      throw new BackupError(otherKeys(stateDirectory));
    }
  });
  const next = keys !== null ? '' : `; now put its ${keysFile} into ${stateDirectory}, before the endpoint starts`;
  return `${stateDirectory}: ${told(contents)}${next}`;
}

function told({ submissions, latest }: BackupContents): string {
  const count = `${String(submissions)} ${submissions === 1 ? 'submission' : 'submissions'}`;
  return latest === null ? count : `${count}, the latest received ${latest}`;
}
