import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import {
  CompiledQuery,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
  type DatabaseConnection,
  type Dialect,
  type SqliteDatabase,
  type SqliteDialectConfig,
  type SqliteStatement,
} from 'kysely';
import { StoreError } from './store-error.ts';

/** How long another process is waited for while the file is opened, perhaps mended, and later; milliseconds. */
const openingTime = 5_000;
const waitingTime = 100;

/** Statements that are kept prepared; the endpoint has some dozens. */
const keptStatements = 200;

/**
 * kysely's SQLite dialect on Node's own engine, which needs no native build. Durable: with WAL and synchronous=FULL a
 * commit returns only after its frames are on the disk. What fails is a {@link StoreError}.
 *
 * @param path file of the database.
 */
export function nodeSqliteDialect(path: string): Dialect {
  return new NodeSqliteDialect({ database: () => Promise.resolve(openDatabase(path)) });
}

class NodeSqliteDialect extends SqliteDialect {
  readonly #config: SqliteDialectConfig;

  constructor(config: SqliteDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#config);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalAdapter();
  }
}

/** Takes the write lock at the start: a transaction that reads first could else fail when it comes to write. */
class ImmediateDriver extends SqliteDriver {
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
}

/** SQLite does roll back a table that was made: a process killed while it migrates leaves nothing half done. */
class TransactionalAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

function openDatabase(path: string): SqliteDatabase {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true });
  database.exec(`PRAGMA busy_timeout = ${String(openingTime)}; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;`);
  // What is waited for here holds up the whole thread: it is little, and the next try comes after a pause.
  database.exec(`PRAGMA busy_timeout = ${String(waitingTime)}`);
  const prepared = new Map<string, SqliteStatement>();
  return {
    prepare: (sql) => {
      const known = prepared.get(sql);
      if (known !== undefined) return known;
      const statement = translated(() => adapt(database.prepare(sql)));
      if (prepared.size >= keptStatements) prepared.clear();
      prepared.set(sql, statement);
      return statement;
    },
    close: () => {
      database.close();
    },
  };
}

function adapt(statement: StatementSync): SqliteStatement {
  return {
    reader: statement.columns().length > 0,
    all: (parameters) => translated(() => statement.all(...inputs(parameters))),
    run: (parameters) => translated(() => statement.run(...inputs(parameters))),
    iterate: (parameters) => statement.iterate(...inputs(parameters)),
  };
}

/** kysely's parameters; ours are text, numbers, bytes and null only. */
function inputs(parameters: readonly unknown[]): SQLInputValue[] {
  return parameters as SQLInputValue[];
}

/** Result codes (https://sqlite.org/rescode.html) of a database that others hold: SQLITE_BUSY, SQLITE_LOCKED. */
const conflicts = new Set([5, 6]);

/** Of a disk that takes nothing now: SQLITE_READONLY, SQLITE_IOERR, SQLITE_FULL, SQLITE_CANTOPEN. */
const unavailable = new Set([8, 10, 13, 14]);

function translated<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw storeErrorOf(error);
  }
}

/** Errors that are not the engine's (a parameter of a wrong type) stay what they are; asked of the shape alone. */
function storeErrorOf(error: unknown): unknown {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return error;
  if (typeof error.errcode !== 'number') return error;
  // The lowest byte is the code, what is above says more of it.
  const code = error.errcode & 0xff;
  const name = `SQLITE_${String(code)}`;
  if (conflicts.has(code)) return new StoreError('conflict', name, 'the database is in use by others');
  if (unavailable.has(code)) return new StoreError('unavailable', name, 'the database file cannot be used now');
  return new StoreError('failed', name, 'the database refused a request');
}
