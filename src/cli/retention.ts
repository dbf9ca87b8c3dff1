import type { parseArgs } from 'node:util';
import { defaultStateDirectory, StateError } from '../intake/state-directory.ts';
import { DatabaseAddressError } from '../intake/store/database-address.ts';
import {
  fewestYears,
  legalHolds,
  mostYears,
  placeHold,
  purge,
  releaseHold,
  retentionPolicies,
  setRetentionPolicy,
} from '../intake/store/retention.ts';
import { StoreError } from '../intake/store/store-error.ts';
import { connectStore, type Store } from '../intake/store/store.ts';
import { databaseAddress } from './database-option.ts';
import { parseOrder, tellFailure, UsageError } from './orders.ts';

const help = `Usage: calaim-invoice retention ORDER [options]

Says for how long a plan keeps what it received, and what must be kept for longer.

  policy            --plan ID --years N: what the plan received longer ago is purged (${String(fewestYears)} to ${String(mostYears)} years; contracts of
                    Medi-Cal managed care ask for 10); --years never: nothing is, as without a policy
  hold              --plan ID [--organization ID] [--submission ID] --reason TEXT: keeps all of the plan, of one
                    sender, or one submission, whatever the policy; prints the id of the hold
  release           --hold ID
  list              policies and holds
  purge             now, what policies say; a running endpoint does the same by itself

  --reason TEXT     the matter, for instance the number of a case; it names no member
  --state FOLDER    where the endpoint keeps its database (CALAIM_INVOICE_STATE, or the usual folder for state)
  --database URL    its PostgreSQL database instead (CALAIM_INVOICE_DATABASE)
  --help

Purged are what was sent, what was found and why something was not paid. Numbers, amounts, the receipt and the audit
stay. Backups hold what they held: let them end too.
Exit codes: 0 done, 2 wrong usage, or it could not be done.
`;

const options = {
  plan: { type: 'string' },
  years: { type: 'string' },
  organization: { type: 'string' },
  submission: { type: 'string' },
  reason: { type: 'string' },
  hold: { type: 'string' },
  state: { type: 'string' },
  database: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Who did it, for the audit. */
const actor = 'command line';

const orders: Readonly<Record<string, (store: Store, values: Values, now: Date) => Promise<readonly string[]>>> = {
  policy: async (store, values) => {
    await setRetentionPolicy(store, needed(values, 'plan'), yearsOf(needed(values, 'years')));
    return [];
  },
  hold: async (store, values, now) => {
    const matter = {
      planId: needed(values, 'plan'),
      organisationId: values.organization ?? null,
      submissionId: values.submission ?? null,
      reason: needed(values, 'reason'),
    };
    return [await placeHold(store, matter, actor, now)];
  },
  release: async (store, values, now) => {
    if (!(await releaseHold(store, needed(values, 'hold'), actor, now))) {
      throw new UsageError('there is no such hold, or it was released before');
    }
    return [];
  },
  list: async (store) => [
    ...(await retentionPolicies(store)).map(({ planId, years }) => `policy\t${planId}\t${String(years)} years`),
    ...(await legalHolds(store)).map((hold) =>
      [
        hold.releasedAt === null ? 'hold' : 'released',
        ...[hold.id, hold.planId, hold.organisationId ?? '', hold.submissionId ?? '', hold.placedAt, hold.reason],
      ].join('\t'),
    ),
  ],
  purge: async (store, _values, now) => [`purged: ${String(await purge(store, actor, now))}`],
};

/**
 * `calaim-invoice retention`: how long the endpoint keeps what it received.
 *
 * @param commandLine what stands after `retention`
 * @param now present instant; replaced by tests
 * @returns the exit code
 */
export async function retentionCommand(commandLine: readonly string[], now = new Date()): Promise<number> {
  try {
    const { values, positionals } = parseOrder(commandLine, options);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const name = positionals.length === 1 ? (positionals[0] ?? '') : '';
    const order = Object.hasOwn(orders, name) ? orders[name] : undefined;
    if (order === undefined) throw new UsageError('say what to do (see --help)');
    const store = await connectStore(values.state ?? defaultStateDirectory(), databaseAddress(values.database));
    try {
      const lines = await order(store, values, now);
      process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    } finally {
      await store.destroy();
    }
    return 0;
  } catch (error) {
    return tellFailure('retention', error, [StateError, DatabaseAddressError, StoreError]);
  }
}

function needed(values: Values, option: 'plan' | 'years' | 'reason' | 'hold'): string {
  const value = values[option]?.trim() ?? '';
  if (value === '') throw new UsageError(`--${option} is missing (see --help)`);
  return value;
}

function yearsOf(text: string): number | null {
  if (text === 'never') return null;
  const years = /^\d{1,2}$/.test(text) ? Number(text) : Number.NaN;
  if (years >= fewestYears && years <= mostYears) return years;
  throw new UsageError(
    `--years is a number from ${String(fewestYears)} to ${String(mostYears)}, or never (see --help)`,
  );
}
