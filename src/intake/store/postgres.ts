import {
  PostgresDialect,
  type Dialect,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { errorCode } from '../errors.ts';
import type { DatabaseAddress } from './database-address.ts';
import { StoreError } from './store-error.ts';

/** What a pool of connections is given, milliseconds. */
interface Patience {
  /** For one statement. A server that went away without a word would else be waited for until TCP gives up. */
  readonly statement: number;
}

const connections = 10;
const connectTime = 5_000;

/** What a session that died amid a transaction may hold, after which the server lets go of it. */
const idleInTransaction = '60s';

/**
 * Settings that a receipt depends on, whatever the server's own are: a commit returns only when it is on the disk. A
 * stricter setting than `on` (`remote_apply`) stays.
 */
const sessionSettings = `
  select set_config('idle_in_transaction_session_timeout', '${idleInTransaction}', false);
  select set_config('synchronous_commit', 'on', false) where current_setting('synchronous_commit') = 'off'`;

/** kysely's PostgreSQL dialect on pg. What fails is a {@link StoreError}. */
export function postgresDialect(address: DatabaseAddress, patience: Patience): Dialect {
  return new PostgresDialect({ pool: () => Promise.resolve(poolOf(address, patience)) });
}

function poolOf(address: DatabaseAddress, { statement }: Patience): PostgresPool {
  const pool = new pg.Pool({
    connectionString: address.secret(),
    application_name: 'calaim-invoice',
    max: connections,
    connectionTimeoutMillis: connectTime,
    query_timeout: statement,
    keepAlive: true,
    types: { getTypeParser },
  });
  // A connection that breaks is told to who uses it, or found by who takes it next. Without a listener Node would end.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: {},
    end: () => pool.end(),
    connect: async () => {
      const client = await translated(() => pool.connect());
      const adapted = known.get(client) ?? (await prepared(client));
      known.set(client, adapted);
      return adapted;
    },
  };
}

/** A new connection with our settings, as kysely uses it. */
async function prepared(client: pg.PoolClient): Promise<PostgresPoolClient> {
  try {
    await translated(() => client.query(sessionSettings));
  } catch (error) {
    client.release(true);
    throw error;
  }
  // After a fault that is not the server's answer nobody knows what the connection still has to say.
  let lost = false;
  async function query<R>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<R>> {
    try {
      return (await client.query(sql, [...parameters])) as unknown as PostgresQueryResult<R>;
    } catch (error) {
      lost ||= !(error instanceof pg.DatabaseError);
      throw storeErrorOf(error);
    }
  }
  return {
    query: query as PostgresPoolClient['query'],
    release: (destroy) => {
      client.release(destroy === true || lost);
    },
  };
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw storeErrorOf(error);
  }
}

/** pg gives `bigint` as text. Cents and milliseconds are whole numbers below 2^53. */
function getTypeParser(...[type, format]: Parameters<typeof pg.types.getTypeParser>) {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-return -- pg's own parsers have no types
  return type === pg.types.builtins.INT8 && format !== 'binary' ? wholeNumber : pg.types.getTypeParser(type, format);
}

function wholeNumber(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number)) throw new RangeError('A stored number is beyond what this product counts');
  return number;
}

/** Another transaction went first: serialization failure, deadlock. */
const conflicts = new Set(['40001', '40P01']);

/**
 * Classes of SQLSTATE in which the server cannot take anything now: connection exception, insufficient resources,
 * operator intervention (shutdown, start), system error; and a server that takes no writes,
 * or a database that takes no connections.
 */
const unavailable = /^(?:08|53|57|58)|^(?:25006|55000)$/;

/** What the person who starts the endpoint can mend. */
const installationFaults: Readonly<Record<string, string>> = {
  '28000': 'the database does not let this account in',
  '28P01': 'the database does not let this account in: its name or password is wrong',
  '3D000': 'there is no database of this name on the server',
  '42501': 'the account may not do in the database what the endpoint needs; let it own the database',
};

function storeErrorOf(error: unknown): StoreError {
  const code = errorCode(error);
  if (!(error instanceof pg.DatabaseError)) {
    return new StoreError('unavailable', code ?? 'CONNECTION_LOST', 'the database cannot be reached');
  }
  const state = code ?? 'XX000';
  if (conflicts.has(state)) return new StoreError('conflict', state, 'the database is in use by others');
  if (unavailable.test(state)) return new StoreError('unavailable', state, 'the database takes no requests now');
  return new StoreError('failed', state, installationFaults[state] ?? 'the database refused a request');
}
