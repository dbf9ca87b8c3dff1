import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { planProfileSchema } from '../plan/profile.ts';
import { readsToldTo } from './audit/reads.ts';
import { check } from './checking.ts';
import { DropBoxes } from './drop-boxes/drop-boxes.ts';
import { BodyBudget } from './http/body-budget.ts';
import { createLog } from './http/log.ts';
import { registerOperation, type OperationRouteParts } from './http/operation-routes.ts';
import { ProblemError } from './http/problem.ts';
import { registerReference } from './http/reference-routes.ts';
import { createServer } from './http/server.ts';
import { registerSubmissions, type SubmissionRouteParts } from './http/submission-routes.ts';
import { embeddedAccess, externalAccess, type Authenticate } from './identity/access.ts';
import { demoAccount, demoDirectory } from './identity/demo-directory.ts';
import { FixedDirectory } from './identity/directory-file.ts';
import { People } from './identity/people.ts';
import { StoredDirectory } from './identity/stored-directory.ts';
import { audienceOf, createIssuer, issuerPath, paneClientId } from './identity/issuer.ts';
import { deleteExpiredRecords } from './identity/records.ts';
import { registerSignIn, type SignIn } from './identity/sign-in-routes.ts';
import { loadKeys, otherKeys, presentKeys, type EndpointKeys } from './keys.ts';
import { isLoopback, OptionsError, type EndpointFacts, type EndpointOptions, type IdentityOptions } from './options.ts';
import { publishedReceiptKeys } from './signing-keys.ts';
import { Metrics } from './metrics.ts';
import { receiptSigner } from './receipt/sign.ts';
import { Adjudications } from './store/adjudications.ts';
import { EmergencyAccesses } from './store/emergency-accesses.ts';
import { EncounterFiles } from './store/encounter-files.ts';
import { Invoices } from './store/invoices.ts';
import { StateError } from './state-directory.ts';
import { confirmKeys } from './store/key-proof.ts';
import { Outbox } from './store/outbox.ts';
import { PlanFiles } from './store/plan-files.ts';
import { purge } from './store/retention.ts';
import { Keyring } from './store/seal.ts';
import { openStore, type Store } from './store/store.ts';
import { Submissions } from './store/submissions.ts';
import { Templates } from './templates.ts';
import { CheckQueue } from './work/check-queue.ts';
import { identifyByPlan } from './work/diagnosis-lists.ts';
import { ThreadPool } from './work/pool.ts';
import { Precedence } from './work/precedence.ts';

/** A running endpoint. */
export interface Endpoint {
  /** Origin under which it is reached. */
  readonly url: string;
  readonly facts: EndpointFacts;
  /** Answers what is under way, then stops. What was received stays. */
  close(): Promise<void>;
}

const cleaningInterval = 10 * 60_000;

/**
 * Starts the plan's endpoint.
 *
 * @throws OptionsError, StateError, DirectoryError, whose messages are for the person who starts it.
 */
export async function startEndpoint(options: EndpointOptions): Promise<Endpoint> {
  const settings = settle(options);
  const keys = await loadKeys(options.stateDirectory);
  const { log, clock } = settings;
  const store = await openStore(options.stateDirectory, options.database);
  const keyring = new Keyring(keys, () => presentKeys(options.stateDirectory));
  await refuseOtherKeys(store, keyring, options.stateDirectory);
  const stored = settings.directory === 'stored';
  const directory =
    settings.directory === 'stored' ? new StoredDirectory({ store, keyring, clock }) : settings.directory;
  const planName = options.plans[0]?.name ?? '';
  const submissions = new Submissions(store);
  const invoices = new Invoices(store);
  const adjudications = new Adjudications(store);
  const outbox = new Outbox(store, randomUUID());
  const diagnosisLists = await identifyByPlan(options.diagnosisLists ?? new Map());
  // Apart, so that no receipt waits for a check.
  const pool = new ThreadPool(settings.threads, { lists: diagnosisLists });
  const checkingPool = new ThreadPool(settings.threads, { lists: diagnosisLists, background: true });
  const precedence = new Precedence();
  const bodies = new BodyBudget();
  const backlog = async () => {
    const { waiting, oldest } = await outbox.backlog();
    return { waiting, oldestSeconds: oldest === null ? 0 : Math.max(0, (clock().getTime() - oldest.getTime()) / 1000) };
  };
  const metrics = new Metrics({
    backlog,
    waitingTasks: () => pool.waiting + checkingPool.waiting,
    bodyBytes: () => bodies.held,
  });
  const planFiles = new PlanFiles(store);
  const common = {
    ...{ store, submissions, invoices, adjudications, planFiles, outbox, keyring },
    ...{ plans: settings.plans, pool, clock },
  };
  const queue = new CheckQueue({
    outbox,
    check: async (work) => {
      const begun = performance.now();
      const outcome = await check({ ...common, pool: checkingPool }, work);
      metrics.checked((performance.now() - begun) / 1000, outcome);
    },
    clock,
    concurrency: settings.checks ? settings.threads : 0,
    precedence,
    log,
  });

  // Issuer and audience are addresses, and a free port is known only once the server listens.
  let ready: { signIn: SignIn | null; authenticate: Authenticate } | null = null;
  const starting = (): ProblemError => new ProblemError('busy', { retryAfter: 1 });
  const parts: SubmissionRouteParts = {
    ...common,
    ...{ queue, precedence, bodies, metrics, diagnosisLists },
    encounterFiles: new EncounterFiles(store),
    emergencyAccesses: new EmergencyAccesses(store),
    encounterSettings: options.encounterSettings ?? new Map(),
    addIn: options.addIn ?? null,
    templates: new Templates(pool, options.addIn ?? null),
    receiptKeys: publishedReceiptKeys(keys),
    packageKeys: options.packageKeys ?? [],
    tellRead: readsToldTo(store, clock),
    people: stored ? new People({ store, keyring, clock }) : null,
    invitationOrigin: () => ready?.signIn?.origin.origin ?? null,
    sign: receiptSigner(keys.receiptKey),
    authenticate: (authorization) => ready?.authenticate(authorization) ?? Promise.reject(starting()),
  };
  const boxes = options.dropBoxes === undefined ? null : new DropBoxes(options.dropBoxes, { ...parts, directory, log });
  const app = await createServer({
    log,
    paneOrigins: settings.paneOrigins,
    requestsPerMinute: settings.requestsPerMinute,
    behindProxy: settings.behindProxy,
    tls: settings.tls,
    metrics,
  });
  registerOperation(app, { isOpen: () => ready !== null, backlog, metrics, metricsFor: settings.metricsFor });
  registerReference(app);
  registerSubmissions(app, parts);
  if (options.identity.kind !== 'external') {
    registerSignIn(app, {
      signIn: () => {
        const signIn = ready?.signIn ?? null;
        if (signIn === null) throw starting();
        return signIn;
      },
      planName,
      demo: options.identity.kind === 'demo' ? demoAccount : null,
      invitations: stored ? () => ({ store, keyring, clock, planName }) : null,
      redirectUris: settings.redirectUris,
    });
  }

  const cleaning = setInterval(() => {
    keyring.refresh();
    deleteExpiredRecords(store).catch((error: unknown) => {
      log.failure({ during: 'delete expired sign-ins', error });
    });
    purge(store, 'endpoint', clock()).catch((error: unknown) => {
      log.failure({ during: 'purge', error });
    });
  }, cleaningInterval);
  cleaning.unref();
  const close = async (): Promise<void> => {
    clearInterval(cleaning);
    await boxes?.close();
    // First the queue: it lets go of those who wait for a check, and the server waits for them.
    await queue.close();
    await app.close();
    await Promise.all([pool.close(), checkingPool.close()]);
    metrics.close();
    await store.destroy();
    log.stopped();
  };

  try {
    await app.listen({ host: settings.host, port: settings.port });
    const { port } = app.server.address() as AddressInfo;
    const url =
      settings.publicUrl ??
      `${settings.tls === null ? 'http' : 'https'}://${settings.host.includes(':') ? `[${settings.host}]` : settings.host}:${String(port)}`;
    if (options.identity.kind === 'external') {
      ready = { signIn: null, authenticate: externalAccess(options.identity.issuer, directory) };
    } else {
      const { paneOrigins, redirectUris } = settings;
      const provider = createIssuer({ origin: url, keys, directory, paneOrigins, redirectUris, store, keyring, log });
      ready = {
        signIn: { provider, directory, origin: new URL(url) },
        authenticate: embeddedAccess(url, keys, directory, () => presentKeys(options.stateDirectory)),
      };
    }
    queue.wake();
    boxes?.look();
    log.started({ url });
    return { url, facts: factsOf(url, keys, options.identity), close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** @throws StateError where the database is sealed under other keys; it is closed then. */
async function refuseOtherKeys(store: Store, keyring: Keyring, stateDirectory: string): Promise<void> {
  let same = false;
  try {
    same = await confirmKeys(store, keyring);
  } finally {
    if (!same) await store.destroy();
  }
  if (!same) throw new StateError(otherKeys(stateDirectory));
}

/**
 * What a plan registry says of the endpoint of a state directory, without starting it. Makes the keys where there are
 * none yet.
 *
 * @param publicUrl origin under which the endpoint will be reached.
 */
export async function endpointFacts(
  stateDirectory: string,
  publicUrl: string,
  identity: IdentityOptions = { kind: 'demo' },
): Promise<EndpointFacts> {
  return factsOf(new URL(publicUrl).origin, await loadKeys(stateDirectory), identity);
}

function factsOf(url: string, keys: EndpointKeys, identity: IdentityOptions): EndpointFacts {
  const external = identity.kind === 'external' ? identity.issuer : null;
  return {
    endpoint: url,
    issuer: external?.issuer ?? url + issuerPath,
    clientId: external?.clientId ?? paneClientId,
    audience: external?.audience ?? audienceOf(url),
    receiptKeys: publishedReceiptKeys(keys),
  };
}

/** The options with their defaults. @throws OptionsError where they do not go together */
export function settle(options: EndpointOptions) {
  const host = options.host ?? '127.0.0.1';
  const publicUrl = options.publicUrl === undefined ? null : originOf(options.publicUrl, 'public address');
  const { identity, behindProxy = false, tls = null } = options;
  const isReached = !isLoopback(host) || (publicUrl !== null && !isLoopback(new URL(publicUrl).hostname));
  if (identity.kind === 'demo' && isReached) {
    throw new OptionsError(
      'Demo accounts have public passwords: they need an endpoint that is bound to loopback and has no public address.',
    );
  }
  if (!isLoopback(host) && publicUrl === null) {
    throw new OptionsError('An endpoint that others reach needs its public address (https).');
  }
  if (isReached && tls === null && !behindProxy) {
    throw new OptionsError(
      'An endpoint that others reach needs TLS: a certificate and its key, or a proxy before it that ends TLS, and to be told so.',
    );
  }
  if (publicUrl !== null && !publicUrl.startsWith('https://') && !isLoopback(new URL(publicUrl).hostname)) {
    throw new OptionsError('The public address must begin with https://.');
  }
  const profiles = options.plans.map((plan) => planProfileSchema.parse(plan));
  if (profiles.length === 0) throw new OptionsError('An endpoint needs at least one plan.');
  return {
    host,
    port: options.port ?? 0,
    publicUrl,
    behindProxy,
    tls,
    plans: new Map(profiles.map((profile) => [profile.id, profile])),
    directory: identity.kind === 'demo' ? new FixedDirectory(demoDirectory) : identity.directory,
    paneOrigins: (options.paneOrigins ?? []).map((origin) => originOf(origin, 'pane origin')),
    redirectUris: options.redirectUris ?? [],
    threads: options.threads ?? 1,
    checks: options.checks ?? true,
    requestsPerMinute: options.requestsPerMinute ?? 1_200,
    metricsFor: metricsFor(options.metricsToken, isReached),
    clock: options.clock ?? (() => new Date()),
    log: createLog(options.log ?? 'standardError'),
  };
}

/** Shortest token of metrics, in characters. */
const shortestToken = 16;

/** @param isReached whether others than this computer reach the endpoint, a proxy on it counted */
function metricsFor(token: string | undefined, isReached: boolean): OperationRouteParts['metricsFor'] {
  if (token === undefined) return isReached ? 'nobody' : 'everybody';
  if (token.length < shortestToken) {
    throw new OptionsError(`The token of metrics has at least ${String(shortestToken)} characters.`);
  }
  return { token };
}

function originOf(address: string, what: string): string {
  if (!URL.canParse(address)) throw new OptionsError(`The ${what} is not an address.`);
  return new URL(address).origin;
}
