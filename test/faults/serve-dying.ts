/**
 * `calaim-invoice serve` that kills itself at one of its writes: `CALAIM_TEST_DIES` is `before 3` or `after 3`, counted
 * from the first submission that it stores, or `before 3 control_number`, counted from the first write to that table.
 */
import { StatementSync } from 'node:sqlite';
import pg from 'pg';
import { serveCommand } from '../../src/cli/serve.ts';

const [when = '', count = '', table = 'submission'] = (process.env['CALAIM_TEST_DIES'] ?? '').split(' ');
const writing = /^\s*(insert|update|delete|commit)\b/i;
const firstWrite = new RegExp(`^\\s*(insert into|update) "${table}"`, 'i');
let written = 0;

/** Whether the process is to die at this statement, which is counted. */
function isLast(sql: string): boolean {
  if (!writing.test(sql) || (written === 0 && !firstWrite.test(sql))) return false;
  written += 1;
  return written === Number(count);
}

function die(): void {
  process.kill(process.pid, 'SIGKILL');
}

for (const method of ['run', 'all'] as const) {
  const original = Object.getOwnPropertyDescriptor(StatementSync.prototype, method)?.value as (
    ...args: unknown[]
  ) => unknown;
  Object.defineProperty(StatementSync.prototype, method, {
    value(this: StatementSync, ...args: unknown[]) {
      const last = isLast(this.sourceSQL);
      if (last && when === 'before') die();
      const result = Reflect.apply(original, this, args);
      if (last) die();
      return result;
    },
  });
}

const query = Object.getOwnPropertyDescriptor(pg.Client.prototype, 'query')?.value as (...args: unknown[]) => unknown;
Object.defineProperty(pg.Client.prototype, 'query', {
  value(this: pg.Client, ...args: unknown[]) {
    const last = typeof args[0] === 'string' && isLast(args[0]);
    if (last && when === 'before') die();
    const result = Reflect.apply(query, this, args);
    return last && result instanceof Promise ? result.finally(die) : result;
  },
});

process.exitCode = await serveCommand(process.argv.slice(2));
