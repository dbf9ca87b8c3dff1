import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { demoMachine } from '../../src/intake/identity/demo-directory.ts';
import { endpointFacts } from '../../src/intake/endpoint.ts';
import type { PlanConnection } from '../../src/submission/connection.ts';
import { signInMachine } from '../../src/submission/machine-sign-in.ts';
import { databaseOf } from '../intake/database.ts';
import { afterTests } from '../intake/running.ts';
import { connect } from '../submission/connections.ts';

/** An endpoint in a process of its own. */
export interface EndpointProcess {
  readonly url: string;
  readonly connection: PlanConnection;
  readonly token: string;
  /** What it wrote to standard output and standard error so far. */
  readonly output: () => string;
  /** Stops it amid what it does, and lets it go on. */
  readonly pause: () => void;
  readonly resume: () => void;
  /** `kill -9`: no handler runs, nothing is flushed. Resolves when the process is gone. */
  readonly kill: () => Promise<void>;
  /** Resolves when the process is gone, in whichever way. */
  readonly ended: Promise<void>;
  /** SIGTERM. Resolves to the exit code. */
  readonly stop: () => Promise<number | null>;
}

const scriptOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const plan = fileURLToPath(new URL('../../plans/sample', import.meta.url));

/** Starts `calaim-invoice serve` with the sample plan and demo accounts on a free port, and signs the demo machine in. It is killed after the tests of the file at the latest. */
export function startProcess(stateDirectory: string, ...more: string[]): Promise<EndpointProcess> {
  return start('serve.ts', stateDirectory, {}, more);
}

/** The same, to kill itself at one of its writes, `before 3` or `after 3`: see `serve-dying.ts`. */
export function startDying(stateDirectory: string, moment: string): Promise<EndpointProcess> {
  return start('serve-dying.ts', stateDirectory, { CALAIM_TEST_DIES: moment }, []);
}

async function start(
  script: string,
  stateDirectory: string,
  environment: Readonly<Record<string, string>>,
  more: readonly string[],
): Promise<EndpointProcess> {
  const commandLine = ['--plan', plan, '--demo', '--port', '0', '--state', stateDirectory, ...more];
  const database = await databaseOf(stateDirectory);
  const child = spawn(process.execPath, [scriptOf(script), ...commandLine], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment, CALAIM_INVOICE_DATABASE: database?.secret() ?? '' },
  });
  const ended = once(child, 'exit').then(() => undefined);
  const written: string[] = [];
  const kill = () => end(child, 'SIGKILL').then(() => undefined);
  afterTests(kill);
  child.stderr.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  const url = await firstLine(child, written);
  const connection = await connect(await endpointFacts(stateDirectory, url));
  const outcome = await signInMachine(connection, demoMachine);
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind);
  return {
    url,
    connection,
    token: outcome.token,
    output: () => written.join(''),
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    kill,
    ended,
    stop: () => end(child, 'SIGTERM'),
  };
}

async function firstLine(child: ChildProcess, written: string[]): Promise<string> {
  if (child.stdout === null) throw new Error('No standard output');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => written.push(line));
  const line = await Promise.race([once(lines, 'line'), once(child, 'exit').then(() => [null])]);
  if (typeof line[0] !== 'string') throw new Error(`The endpoint did not start: ${written.join('')}`);
  return line[0];
}

async function end(child: ChildProcess, signal: 'SIGKILL' | 'SIGTERM'): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const gone = once(child, 'exit');
    child.kill(signal);
    await gone;
  }
  return child.exitCode;
}
