import type { DiagnosisList } from '../../src/guidance/diagnosis-list.ts';
import { deliverDiagnosisLists } from '../../src/plan/diagnosis-lists.ts';
import { makeSigningKey, publicKeyOf, type PrivateKey } from '../../src/plan/keys.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { signRegistry } from '../../src/plan/registry.ts';
import { startEndpoint, type Endpoint } from '../../src/intake/endpoint.ts';
import { PlanConnection } from '../../src/submission/connection.ts';

/** A plan's endpoint on this computer, with the demo accounts, and the signed registry that names it. */
export interface DemoPlan {
  readonly endpoint: Endpoint;
  /** The plan registry (compact JWS), as a pane fetches it from its own origin. */
  readonly registry: string;
  /** What the registry names beside itself, by paths at the pane's origin. */
  readonly files: ReadonlyMap<string, string>;
  close(): Promise<void>;
}

/** Where a demo plan keeps its state, and whose panes it lets in. */
export interface DemoPlanOptions {
  readonly profile: PlanProfile;
  /** Lists of ICD-10-CM of the plan; none where not said. */
  readonly diagnosisLists?: readonly DiagnosisList[];
  readonly stateDirectory: string;
  /** Signs the registry; the panes that are to trust it carry its public half. */
  readonly registryKey: PrivateKey;
  readonly port?: number;
  /** Address on this computer under which a TLS front reaches the endpoint; it goes into the registry. */
  readonly publicUrl?: string;
  readonly paneOrigins?: readonly string[];
  readonly redirectUris?: readonly string[];
  readonly quiet?: boolean;
}

const registryDays = 30;

/** Starts the endpoint of a plan on loopback, with its own keys and the public demo accounts. */
export async function startDemoPlan(options: DemoPlanOptions): Promise<DemoPlan> {
  const lists = options.diagnosisLists ?? [];
  const endpoint = await startEndpoint({
    stateDirectory: options.stateDirectory,
    plans: [options.profile],
    diagnosisLists: new Map([[options.profile.id, lists]]),
    identity: { kind: 'demo' },
    host: '127.0.0.1',
    ...(options.port === undefined ? {} : { port: options.port }),
    ...(options.publicUrl === undefined ? {} : { publicUrl: options.publicUrl }),
    paneOrigins: options.paneOrigins ?? [],
    redirectUris: options.redirectUris ?? [],
    ...(options.quiet === true ? { log: 'none' as const } : {}),
  });
  const { facts } = endpoint;
  const delivery = await deliverDiagnosisLists(lists);
  const now = new Date();
  const registry = await signRegistry(
    {
      issuedAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + registryDays * 86_400_000).toISOString(),
      plans: [
        {
          profile: options.profile,
          endpoint: facts.endpoint,
          issuer: facts.issuer,
          clientId: facts.clientId,
          audience: facts.audience,
          receiptKeys: [...facts.receiptKeys],
          diagnosisLists: delivery.references,
        },
      ],
    },
    options.registryKey,
  );
  return { endpoint, registry, files: delivery.files, close: () => endpoint.close() };
}

/** A demo plan for one run, with a registry key of its own, and the connection that a pane would make to it. */
export async function startPlanForOneRun(
  profile: PlanProfile,
  diagnosisLists: readonly DiagnosisList[],
  stateDirectory: string,
): Promise<{ readonly plan: DemoPlan; readonly connection: PlanConnection }> {
  const registryKey = await makeSigningKey();
  const plan = await startDemoPlan({ profile, diagnosisLists, stateDirectory, registryKey, quiet: true });
  const opened = await PlanConnection.open(plan.registry, publicKeyOf(registryKey), profile.id, new Date());
  if (opened.kind !== 'connected') throw new Error('The registry that was just signed is not trusted.');
  return { plan, connection: opened.connection };
}
