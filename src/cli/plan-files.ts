import { readFile } from 'node:fs/promises';
import type { parseArgs } from 'node:util';
import { memberIdSchema, plansSchema } from '../intake/identity/member-forms.ts';
import { otherKeys } from '../intake/keys.ts';
import { loadPlanFile, PlanFileRefused, removePlanFile } from '../intake/plan-files/load-plan-file.ts';
import { readPlanFile } from '../intake/plan-files/read-plan-file.ts';
import { StateError } from '../intake/state-directory.ts';
import { DatabaseAddressError } from '../intake/store/database-address.ts';
import { confirmKeys } from '../intake/store/key-proof.ts';
import { PlanFiles, sweepPlanFiles, type PlanFileOwner } from '../intake/store/plan-files.ts';
import type { Keyring } from '../intake/store/seal.ts';
import { StoreError } from '../intake/store/store-error.ts';
import type { Store } from '../intake/store/store.ts';
import { maximumBodyBytes } from '../submission/contract.ts';
import { planFileHeaders, planFileKinds, type PlanFileKind } from '../submission/plan-files.ts';
import { withEndpointStore } from './endpoint-store.ts';
import { parseOrder, tellFailure, UsageError } from './orders.ts';

const help = `Usage: calaim-invoice plan-files ORDER [options]

Loads what the plan knows, with which the endpoint compares every submission: its providers, its members, its
authorizations. Each list is optional. It works on the endpoint's database, while the endpoint runs or not.

  load FILE.csv     --kind KIND --plan ID [--delegate ID]: in the place of the list of that kind that was there
  list              --plan ID: which lists are loaded, when, by whom, and how many rows; never what stands in them
  remove            --kind KIND --plan ID [--delegate ID]: nothing is compared with it any more

  --kind KIND       roster            columns ${columnsOf('roster')}
                    eligibility       columns ${columnsOf('eligibility')}
                    authorizations    columns ${columnsOf('authorizations')}
  --plan ID         the plan whose list it is
  --delegate ID     the delegate whose list it is, for the providers that it looks after
  --state FOLDER    database and keys (CALAIM_INVOICE_STATE, or the usual folder for state)
  --database URL    its PostgreSQL database instead (CALAIM_INVOICE_DATABASE)
  --help

Columns may stand in any order; others are passed over. Dates are MM/DD/YYYY. A list is taken as a whole or not at all.
The list of members serves "encounters write --members", too.
Exit codes: 0 done, 1 the list has faults, each named, 2 wrong usage, or it could not be done.
`;

function columnsOf(kind: PlanFileKind): string {
  return Object.values(planFileHeaders[kind]).join(', ');
}

const options = {
  kind: { type: 'string' },
  plan: { type: 'string' },
  delegate: { type: 'string' },
  state: { type: 'string' },
  database: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Whoever has the state folder, for the audit. */
const actor = { subject: 'command line', organisation: null };

interface Order {
  readonly store: Store;
  readonly planFiles: PlanFiles;
  readonly keyring: Keyring;
  readonly clock: () => Date;
  readonly values: Values;
  /** Files that the command line names. */
  readonly named: readonly string[];
}

const orders: Readonly<Record<string, (order: Order) => Promise<readonly string[]>>> = {
  load: async (order) => {
    const [path, ...others] = order.named;
    if (path === undefined || others.length > 0) throw new UsageError('name one file to load (see --help)');
    const kind = kindOf(order.values);
    const owner = ownerOf(order.values);
    const parts = { ...order, read: (task: Parameters<typeof readPlanFile>[0]) => Promise.resolve(readPlanFile(task)) };
    const { rows } = await loadPlanFile(parts, owner, kind, await bytesOf(path), actor);
    await sweepPlanFiles(order.store, order.clock());
    return [`${kind}: ${String(rows)} row${rows === 1 ? '' : 's'} loaded`];
  },
  list: async ({ planFiles, values }) => {
    const { planId } = ownerOf(values);
    const files = await planFiles.list({ of: 'plan', plans: [planId] }, planId);
    return files.map(({ kind, delegateId, rows, loadedAt, loadedBy }) =>
      [kind, delegateId ?? '', `${String(rows)} rows`, loadedAt, loadedBy].join('\t'),
    );
  },
  remove: async ({ planFiles, clock, store, values }) => {
    if (!(await removePlanFile({ planFiles, clock }, ownerOf(values), kindOf(values), actor))) {
      throw new UsageError('no such list is loaded');
    }
    await sweepPlanFiles(store, clock());
    return [];
  },
};

/**
 * `calaim-invoice plan-files`: what the plan knows, from the computer that has the endpoint's state.
 *
 * @param commandLine what stands after `plan-files`
 * @returns the exit code
 */
export async function planFilesCommand(commandLine: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parseOrder(commandLine, options);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    const [name = '', ...named] = positionals;
    const order = Object.hasOwn(orders, name) ? orders[name] : undefined;
    if (order === undefined || (name !== 'load' && named.length > 0)) {
      throw new UsageError('say what to do (see --help)');
    }
    const lines = await withStore(values, (parts) => order({ ...parts, values, named }));
    process.stdout.write(lines.map((line) => `${line}\n`).join(''));
    return 0;
  } catch (error) {
    if (!(error instanceof PlanFileRefused)) {
      return tellFailure('plan-files', error, [StateError, DatabaseAddressError, StoreError]);
    }
    const faults = error.faults.map(({ row, header, message }) => `row ${String(row)}, ${header}: ${message}\n`);
    process.stderr.write(`calaim-invoice plan-files: nothing was taken\n${faults.join('')}`);
    return 1;
  }
}

function withStore<T>(
  values: Values,
  work: (parts: Pick<Order, 'store' | 'planFiles' | 'keyring' | 'clock'>) => Promise<T>,
): Promise<T> {
  return withEndpointStore(values, async ({ stateDirectory, store, keyring }) => {
    // What is sealed under other keys than the database's own could never be opened.
    if (!(await confirmKeys(store, keyring))) throw new StateError(otherKeys(stateDirectory));
    return work({ store, planFiles: new PlanFiles(store), keyring, clock: () => new Date() });
  });
}

function kindOf({ kind }: Values): PlanFileKind {
  const known = planFileKinds.find((each) => each === kind);
  if (known === undefined) throw new UsageError(`--kind is one of ${planFileKinds.join(', ')} (see --help)`);
  return known;
}

function ownerOf({ plan, delegate }: Values): PlanFileOwner {
  if (plan === undefined) throw new UsageError('--plan is missing (see --help)');
  if (!plansSchema.safeParse([plan]).success) throw new UsageError('--plan is no id of a plan (see --help)');
  if (delegate !== undefined && !memberIdSchema.safeParse(delegate).success) {
    throw new UsageError('--delegate is no id of an organization (see --help)');
  }
  return { planId: plan, delegateId: delegate ?? null };
}

async function bytesOf(path: string): Promise<Uint8Array> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch {
    throw new UsageError(`${path} cannot be read`);
  }
  if (bytes.byteLength > maximumBodyBytes) throw new UsageError(`${path} has more than 16 MB, the most of a list`);
  return bytes;
}
