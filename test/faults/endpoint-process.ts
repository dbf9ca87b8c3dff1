import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { demoMachine } from '../../src/intake/identity/demo-directory.ts';
import { endpointFacts } from '../../src/intake/endpoint.ts';
import type { PlanConnection } from '../../src/submission/connection.ts';
import { senderScope } from '../../src/submission/scopes.ts';
import { databaseOf } from '../intake/database.ts';
import { afterTests, emptyFolder } from '../intake/running.ts';
import { tokenOf } from '../intake/tokens.ts';
import { connect } from '../submission/connections.ts';

/** An endpoint in a process of its own. */
export interface EndpointProcess {
  readonly url: string;
  readonly connection: PlanConnection;
  /** Of the demo machine. */
  readonly token: string;
  /** A token of whoever the directory knows; of every scope where none is said. */
  readonly tokenFor: (subject: string, scope?: string) => Promise<string>;
  /** What it wrote to standard output and standard error so far. */
  readonly output: () => string;
  readonly signal: (name: NodeJS.Signals) => void;
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

/** How an endpoint is started, where it is not as usual. */
interface Start {
  /** Directory that knows who may call, the one in the database (`stored`), or demo accounts where left out. */
  readonly directory?: string;
  /** Environment beside the test's own. */
  readonly environment?: Readonly<Record<string, string>>;
  /** A write at which it kills itself: see `serve-dying.ts`. */
  readonly dies?: string;
  /** The command, or a script that does more. */
  readonly script?: 'serve-measured.ts';
  /** More of the command line, for the command and for Node. */
  readonly options?: readonly string[];
  readonly nodeOptions?: readonly string[];
}

/** Starts `calaim-invoice serve` with the sample plan and demo accounts on a free port, with a token of the demo machine. It is killed after the tests of the file at the latest. */
export function startProcess(stateDirectory: string, ...options: string[]): Promise<EndpointProcess> {
  return start(stateDirectory, { options });
}

/** The same, to kill itself at one of its writes, `before 3` or `after 3`: see `serve-dying.ts`. */
export function startDying(stateDirectory: string, dies: string): Promise<EndpointProcess> {
  return start(stateDirectory, { dies });
}

/** The same, otherwise than usual. */
export async function start(
  stateDirectory: string,
  { directory, environment = {}, dies, script, options = [], nodeOptions = [] }: Start,
): Promise<EndpointProcess> {
  const identity = directory === undefined ? ['--demo'] : directory === 'stored' ? [] : ['--directory', directory];
  const commandLine = ['--plan', plan, ...identity, '--port', '0', '--state', stateDirectory, ...options];
  const file = scriptOf(script ?? (dies === undefined ? 'serve.ts' : 'serve-dying.ts'));
  const database = await databaseOf(stateDirectory);
  const child = spawn(process.execPath, [...nodeOptions, file, ...commandLine], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      ...environment,
      ...(dies === undefined ? {} : { CALAIM_TEST_DIES: dies }),
      NODE_COMPILE_CACHE: await compiled(),
      CALAIM_INVOICE_DATABASE: database?.secret() ?? '',
    },
  });
  const ended = once(child, 'exit').then(() => undefined);
  const written: string[] = [];
  const kill = () => end(child, 'SIGKILL').then(() => undefined);
  afterTests(kill);
  child.stderr.on('data', (chunk: Buffer) => written.push(chunk.toString('utf8')));
  const url = await firstLine(child, written);
  const facts = await endpointFacts(stateDirectory, url);
  // A proof may take longer than a quarter of an hour.
  const tokenFor = (subject: string, scope?: string) => tokenOf({ facts }, stateDirectory, subject, scope, '6 hours');
  return {
    url,
    connection: await connect(facts),
    token: await tokenFor(demoMachine.clientId, senderScope),
    tokenFor,
    output: () => written.join(''),
    signal: (name) => child.kill(name),
    pause: () => child.kill('SIGSTOP'),
    resume: () => child.kill('SIGCONT'),
    kill,
    ended,
    stop: () => end(child, 'SIGTERM'),
  };
}

let cache: Promise<string> | null = null;

/**
 * Folder with the endpoint's sources compiled, made by the first start of a file of tests: a proof starts a thousand
 * processes, and one that is killed leaves nothing for the next one.
 */
function compiled(): Promise<string> {
  cache ??= compile();
  return cache;
}

async function compile(): Promise<string> {
  const folder = await emptyFolder();
  const env = { ...process.env, NODE_COMPILE_CACHE: folder };
  await once(spawn(process.execPath, [scriptOf('serve.ts'), '--help'], { stdio: 'ignore', env }), 'exit');
  return folder;
}

async function firstLine(child: ChildProcess, written: string[]): Promise<string> {
  if (child.stdout === null) throw new Error('No standard output');
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => written.push(`${line}\n`));
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
