import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { DirectoryError, readDirectory } from '../intake/identity/directory-file.ts';
import { roles, type Role } from '../intake/identity/roles.ts';
import { hashPassword, shortestPassword } from '../intake/identity/passwords.ts';
import { errorCode } from '../intake/errors.ts';
import { dropBoxFaults, storeFaults } from '../intake/check-configuration.ts';
import { settle, startEndpoint } from '../intake/endpoint.ts';
import { OptionsError, type EndpointOptions, type IdentityOptions } from '../intake/options.ts';
import { defaultStateDirectory, readSecret, StateError } from '../intake/state-directory.ts';
import { DatabaseAddressError } from '../intake/store/database-address.ts';
import { StoreError } from '../intake/store/store-error.ts';
import { databaseAddress } from './database-option.ts';
import { readAddIn } from './read-add-in.ts';
import { readTlsFiles, TlsFilesError } from './read-tls-files.ts';
import { readDiagnosisLists } from './diagnosis-lists.ts';
import { readEncounterSettings } from './encounters/read-settings.ts';
import { PlanUnreadable, readPlan } from './read-plan.ts';
import { identitiesIn, isIdentity } from '../submission/sealed-package.ts';
import { wrongOptions } from './wrong-options.ts';

const help = `Usage: calaim-invoice serve --plan FOLDER [options]
       calaim-invoice serve --check-config …
       calaim-invoice serve --hash-password

Starts the plan's endpoint, which takes in invoices and gives signed receipts.

  --plan FOLDER             a plan's folder (profile.json, logo.png, icd10cm, encounters.json); may stand more
                            than once
  --demo                    public demo accounts; on this computer only
  --directory FILE          organisations, people and machines (JSON), in place of those that the endpoint keeps, see
                            "calaim-invoice people --help"
  --issuer URL              OpenID Connect issuer of your own, in place of the built-in one
  --audience TEXT             audience of its access tokens for this endpoint
  --organisation-claim TEXT   claim that holds the organisation's id (organisation)
  --role-claim TEXT           claim that holds a person's role, or a list of them (roles)
  --role NAME=ROLE            what it calls a role: ${roles.join(', ')};
                              may stand more than once
  --client-id TEXT            client of the pane at that issuer
  --host ADDRESS            address to listen on (127.0.0.1)
  --port NUMBER             port to listen on (8787; 0 takes any free one)
  --public-url URL          address under which people reach the endpoint (https)
  --tls-certificate FILE    its certificate, and those between it and a root (PEM); read at the start
  --tls-key FILE              key of the certificate (PEM), which others may not read
  --behind-proxy            a proxy before the endpoint ends TLS, in place of a certificate, and says whom it asks for
  --pane-origin ORIGIN      origin of a pane that may call; may stand more than once
  --redirect-uri URL        page of a pane to which a sign-in returns; may stand more than once
  --state FOLDER            database and keys (CALAIM_INVOICE_STATE, or the usual folder for state)
  --database URL            PostgreSQL database in place of the built-in one: postgres://USER:PASSWORD@HOST/NAME;
                            better given as CALAIM_INVOICE_DATABASE, since others see a command line
  --package-key FILE        key of the plan's sealed packages, as "calaim-invoice package key" made it; with it packages
                            are taken over the network, too. May stand more than once
  --drop-boxes FOLDER       where providers put files, by SFTP for example: a folder each, by the id of the organization
  --drop-box-rest SECONDS     for which a file has to have been at rest there before it is taken (30)
  --threads NUMBER          threads that read large submissions, and as many that check them (1)
  --receive-only            leave the checking to other endpoints with the same state
  --requests-per-minute N   requests that one address may make in a minute (1200)
  CALAIM_INVOICE_METRICS_TOKEN, in the environment, is the token with which GET /metrics is read; without it metrics
                            are there only where nobody but this computer reaches the endpoint
  --quiet                   no log; without it, JSON lines on standard error
  --check-config            starts nothing: says what is wrong with all of the above and with keys, database and
                            folders, in a line each; the exit code is 0 where nothing is
  --hash-password           reads a password from standard input and prints its hash for the directory
  --help

Ends on Ctrl+C or SIGTERM, after it has answered what is under way.
Exit codes: 0 ended as asked, 2 wrong usage or unreadable input.
`;

const options = {
  plan: { type: 'string', multiple: true },
  demo: { type: 'boolean', default: false },
  directory: { type: 'string' },
  issuer: { type: 'string' },
  audience: { type: 'string' },
  'organisation-claim': { type: 'string', default: 'organisation' },
  'role-claim': { type: 'string', default: 'roles' },
  role: { type: 'string', multiple: true, default: [] as string[] },
  'client-id': { type: 'string' },
  host: { type: 'string', default: '127.0.0.1' },
  port: { type: 'string', default: '8787' },
  'public-url': { type: 'string' },
  'tls-certificate': { type: 'string' },
  'tls-key': { type: 'string' },
  'behind-proxy': { type: 'boolean', default: false },
  'pane-origin': { type: 'string', multiple: true, default: [] as string[] },
  'redirect-uri': { type: 'string', multiple: true, default: [] as string[] },
  state: { type: 'string' },
  database: { type: 'string' },
  'package-key': { type: 'string', multiple: true, default: [] as string[] },
  'drop-boxes': { type: 'string' },
  'drop-box-rest': { type: 'string', default: '30' },
  threads: { type: 'string', default: '1' },
  'receive-only': { type: 'boolean', default: false },
  'requests-per-minute': { type: 'string', default: '1200' },
  quiet: { type: 'boolean', default: false },
  'check-config': { type: 'boolean', default: false },
  'hash-password': { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Wrong use of the command; the message is for the person at the keyboard. */
class UsageError extends Error {}

/**
 * `calaim-invoice serve`: starts the endpoint and stays up until it is told to end.
 *
 * @param commandLine what stands after `serve`.
 * @returns the exit code.
 */
export async function serveCommand(commandLine: readonly string[]): Promise<number> {
  try {
    const values = parse(commandLine);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    if (values['hash-password']) return await printPasswordHash();
    if (values['check-config']) return await checkConfiguration(values);
    await serve(await endpointOptions(values));
    return 0;
  } catch (error) {
    const message = messageOf(error);
    if (message === null) throw error;
    process.stderr.write(`calaim-invoice serve: ${message}\n`);
    return 2;
  }
}

async function serve(settings: EndpointOptions): Promise<void> {
  const stopped = stopSignal();
  const endpoint = await startEndpoint(settings);
  process.stdout.write(`${endpoint.url}\n`);
  await stopped;
  await endpoint.close();
}

/** Says everything that is wrong, where a start would end with the first. @returns the exit code */
async function checkConfiguration(values: Values): Promise<number> {
  const faults: string[] = [];
  const tell = (error: unknown): void => {
    const message = messageOf(error);
    if (message === null) throw error;
    faults.push(message);
  };
  for (const folder of values.plan ?? []) {
    await readPlan(folder).catch(tell);
    await readDiagnosisLists(folder).catch(tell);
    await readEncounterSettings(folder).catch(tell);
  }
  await identityOptions(values).catch(tell);
  const dropBoxes = values['drop-boxes'];
  if (dropBoxes !== undefined) faults.push(...(await dropBoxFaults(dropBoxes)));
  try {
    const database = databaseAddress(values.database);
    faults.push(...(await storeFaults(values.state ?? defaultStateDirectory(), database)));
  } catch (error) {
    tell(error);
  }
  // What is left shows only where all parts are there: numbers, and options that do not go together.
  if (faults.length === 0) await endpointOptions(values).then(settle).catch(tell);
  process.stdout.write(faults.length === 0 ? 'The configuration is complete.\n' : '');
  process.stderr.write(faults.map((fault) => `calaim-invoice serve: ${fault}\n`).join(''));
  return faults.length === 0 ? 0 : 2;
}

function parse(commandLine: readonly string[]): Values {
  try {
    return parseArgs({ args: [...commandLine], options, strict: true, allowPositionals: false }).values;
  } catch (error) {
    throw new UsageError(wrongOptions(error));
  }
}

async function endpointOptions(values: Values): Promise<EndpointOptions> {
  const plans = values.plan ?? [];
  if (plans.length === 0) throw new UsageError('--plan is missing (see --help)');
  const publicUrl = values['public-url'];
  const tls = await readTlsFiles(values['tls-certificate'], values['tls-key']);
  const database = databaseAddress(values.database);
  const metricsToken = process.env['CALAIM_INVOICE_METRICS_TOKEN'];
  const dropBoxes = values['drop-boxes'];
  const restSeconds = count(values['drop-box-rest'], '--drop-box-rest', 0, 86_400);
  const read = await Promise.all(
    plans.map(async (folder) => ({
      profile: await readPlan(folder),
      lists: await readDiagnosisLists(folder),
      encounters: await readEncounterSettings(folder),
    })),
  );
  return {
    stateDirectory: values.state ?? defaultStateDirectory(),
    ...(database === undefined ? {} : { database }),
    plans: read.map(({ profile }) => profile),
    diagnosisLists: new Map(read.map(({ profile, lists }) => [profile.id, lists])),
    encounterSettings: new Map(read.map(({ profile, encounters }) => [profile.id, encounters])),
    identity: await identityOptions(values),
    host: values.host,
    port: count(values.port, '--port', 0, 65_535),
    ...(publicUrl === undefined ? {} : { publicUrl }),
    ...(tls === null ? {} : { tls }),
    behindProxy: values['behind-proxy'],
    paneOrigins: values['pane-origin'],
    redirectUris: values['redirect-uri'],
    addIn: await readAddIn(),
    packageKeys: await packageKeys(values['package-key']),
    ...(dropBoxes === undefined ? {} : { dropBoxes: { folder: dropBoxes, restSeconds } }),
    threads: count(values.threads, '--threads', 1, 64),
    checks: !values['receive-only'],
    ...(metricsToken === undefined || metricsToken === '' ? {} : { metricsToken }),
    requestsPerMinute: count(values['requests-per-minute'], '--requests-per-minute', 1, 1_000_000),
    log: values.quiet ? 'none' : 'standardError',
  };
}

async function identityOptions(values: Values): Promise<IdentityOptions> {
  const { directory: file, issuer, audience } = values;
  if (values.demo) {
    if (file !== undefined || issuer !== undefined) throw new UsageError('--demo stands alone (see --help)');
    return { kind: 'demo' };
  }
  const directory = file === undefined ? 'stored' : await readDirectory(file);
  if (issuer === undefined) return { kind: 'embedded', directory };
  const clientId = values['client-id'];
  if (audience === undefined || clientId === undefined) {
    throw new UsageError('--issuer needs --audience and --client-id (see --help)');
  }
  const organisationClaim = values['organisation-claim'];
  const roleNames = rolesNamed(values.role);
  return {
    kind: 'external',
    directory,
    issuer: { issuer, audience, organisationClaim, roleClaim: values['role-claim'], roleNames, clientId },
  };
}

function rolesNamed(named: readonly string[]): ReadonlyMap<string, Role> {
  return new Map(
    named.map((text) => {
      const place = text.lastIndexOf('=');
      const role = roles.find((each) => each === text.slice(place + 1));
      if (place < 1 || role === undefined) {
        throw new UsageError(`--role is NAME=ROLE, ROLE one of ${roles.join(', ')} (see --help)`);
      }
      return [text.slice(0, place), role] as const;
    }),
  );
}

/** The keys in identity files. @throws UsageError that names the file and nothing of its content; StateError */
async function packageKeys(files: readonly string[]): Promise<string[]> {
  const read = await Promise.all(
    files.map(async (file) => {
      const identities = identitiesIn((await readSecret(file)) ?? '');
      if (identities.length > 0 && identities.every(isIdentity)) return identities;
      throw new UsageError(`${file} holds no key of sealed packages (calaim-invoice package key --out FILE)`);
    }),
  );
  return read.flat();
}

function count(text: string, option: string, least: number, most: number): number {
  const number = /^\d{1,7}$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageError(`${option} is a number from ${String(least)} to ${String(most)} (see --help)`);
}

async function printPasswordHash(): Promise<number> {
  const lines = createInterface({ input: process.stdin });
  const first = await lines[Symbol.asyncIterator]().next();
  lines.close();
  const password = first.done === true ? '' : first.value;
  if (password.length < shortestPassword) throw new UsageError('a password has at least 12 characters');
  process.stdout.write(`${await hashPassword(password)}\n`);
  return 0;
}

function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.once(signal, () => {
        resolve();
      });
    }
  });
}

/** The message of an error that is meant for the person who starts the endpoint, or null for any other. */
function messageOf(error: unknown): string | null {
  const known = [
    UsageError,
    OptionsError,
    StateError,
    DirectoryError,
    TlsFilesError,
    PlanUnreadable,
    DatabaseAddressError,
    StoreError,
  ];
  if (error instanceof Error && known.some((type) => error instanceof type)) return error.message;
  const code = errorCode(error);
  if (code === 'EADDRINUSE') return 'the port is in use; choose another one with --port';
  if (code === 'EACCES') return 'the state folder or the port may not be used by this account';
  return null;
}
