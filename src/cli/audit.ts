import { verifyAudit } from '../intake/audit/verify.ts';
import { listEmergencyAccesses } from '../intake/emergency-access.ts';
import { keysFile, keysOf } from '../intake/keys.ts';
import { defaultStateDirectory, StateError } from '../intake/state-directory.ts';
import { DatabaseAddressError } from '../intake/store/database-address.ts';
import { EmergencyAccesses } from '../intake/store/emergency-accesses.ts';
import { Keyring, SealError } from '../intake/store/seal.ts';
import { StoreError } from '../intake/store/store-error.ts';
import { connectStore } from '../intake/store/store.ts';
import { databaseAddress } from './database-option.ts';
import { parseOrder, tellFailure, UsageError } from './orders.ts';

const help = `Usage: calaim-invoice audit verify [--state FOLDER | --database URL]
       calaim-invoice audit emergency [--state FOLDER] [--database URL]

verify checks that nothing was changed, taken out or put in later in the audit of the endpoint's submissions, of its
organizations and their people, and of the lists of its plans: every entry's hash covers the one before, and each submission is what its audit says. The endpoint may go on meanwhile.

emergency lists who opened submissions in an emergency, the latest first: when, until when, plan, submission, who, role,
organization, reason, how often it was read, and the reason in words, which only the endpoint's ${keysFile} opens.

  --state FOLDER   where the endpoint keeps its keys and its database (CALAIM_INVOICE_STATE, or the usual folder for state)
  --database URL   its PostgreSQL database instead (CALAIM_INVOICE_DATABASE)
  --help

A submission, organization or plan whose audit does not hold is named by its id, with the entry at which that shows.
Exit codes: 0 all of it holds, 1 some does not, 2 wrong usage, or the database cannot be read.
`;

const options = {
  state: { type: 'string' },
  database: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * `calaim-invoice audit`: the audit chains of a whole database, and who opened what in an emergency.
 *
 * @param commandLine what stands after `audit`
 * @returns the exit code
 */
export async function auditCommand(commandLine: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseOrder(commandLine, options);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const stateDirectory = values.state ?? defaultStateDirectory();
    switch (positionals.join(' ')) {
      case 'verify':
        return await verify(stateDirectory, values.database);
      case 'emergency':
        return await listEmergencies(stateDirectory, values.database);
      default:
        throw new UsageError('say "audit verify" or "audit emergency" (see --help)');
    }
  } catch (error) {
    return tellFailure('audit', error, [DatabaseAddressError, StoreError, StateError, SealError]);
  }
}

async function listEmergencies(stateDirectory: string, database: string | undefined): Promise<number> {
  const store = await connectStore(stateDirectory, databaseAddress(database));
  try {
    const keys = await keysOf(stateDirectory);
    if (keys === null) throw new UsageError(`there is no ${keysFile} in ${stateDirectory}`);
    const parts = { emergencyAccesses: new EmergencyAccesses(store), keyring: new Keyring(keys) };
    for (const access of (await listEmergencyAccesses(parts, null)).accesses) {
      const { openedAt, until, planId, submissionId, openedBy, role, organisation, reason, reads, words } = access;
      // A line for each, whatever was typed.
      const told = words === null ? '(purged)' : words.replaceAll(/[\s\p{C}]+/gu, ' ');
      const fields = [openedAt, until, planId, submissionId, openedBy, role, organisation, reason, String(reads), told];
      process.stdout.write(`${fields.join('\t')}\n`);
    }
    return 0;
  } finally {
    await store.destroy();
  }
}

async function verify(stateDirectory: string, database: string | undefined): Promise<number> {
  const store = await connectStore(stateDirectory, databaseAddress(database));
  try {
    let broken = 0;
    const counts = await verifyAudit(store, ({ id, sequence }) => {
      broken += 1;
      process.stdout.write(`${id}: the audit does not hold at entry ${String(sequence)}\n`);
    });
    const { submissions, organisations, plans } = counts;
    const looked = [
      counted(submissions, 'submission'),
      ...(organisations === 0 ? [] : [counted(organisations, 'organization')]),
      ...(plans === 0 ? [] : [counted(plans, 'plan')]),
    ].join(' and ');
    process.stdout.write(`${looked}, ${broken === 0 ? 'the audit of all holds' : `${String(broken)} broken`}\n`);
    return broken === 0 ? 0 : 1;
  } finally {
    await store.destroy();
  }
}

function counted(count: number, what: string): string {
  return `${String(count)} ${what}${count === 1 ? '' : 's'}`;
}
