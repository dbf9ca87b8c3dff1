import * as z from 'zod';
import { publicKeySchema, type PublicKey } from '../../plan/keys.ts';
import { verifyRegistry } from '../../plan/registry.ts';
import { PlanConnection } from '../../submission/connection.ts';
import type { Plan, Plans } from '../state/plans.ts';

/** What reading the registry needs of its surroundings. */
export interface RegistrySource {
  /** Address of `plan-registry.jws`, at the pane's own origin. */
  readonly address: string;
  /** The key that is built into the pane, a public JWK as JSON; blank where none was: then no plan is trusted. */
  readonly key: string;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
}

/** Reads and verifies the registry: every plan that the pane may install, check for and send to. */
export async function readPlans(source: RegistrySource): Promise<Plans> {
  const key = builtInKey(source.key);
  if (key === null) return { kind: 'unavailable', reason: 'notTrusted' };
  const jws = await readText(source);
  if (jws === null) return { kind: 'unavailable', reason: 'unreachable' };
  const now = source.now();
  const verified = await verifyRegistry(jws, key, now);
  if (verified.kind === 'refused') return { kind: 'unavailable', reason: 'notTrusted' };
  const opened = await Promise.all(
    verified.registry.plans.map(({ profile }) => PlanConnection.open(jws, key, profile.id, now)),
  );
  const plans = opened.flatMap((outcome): readonly Plan[] =>
    outcome.kind === 'connected' ? [outcome.connection] : [],
  );
  return { kind: 'known', plans };
}

function builtInKey(text: string): PublicKey | null {
  const key = z.preprocess((value) => {
    try {
      return JSON.parse(String(value)) as unknown;
    } catch {
      return null;
    }
  }, publicKeySchema);
  const parsed = key.safeParse(text);
  return parsed.success ? parsed.data : null;
}

async function readText({ address, fetch }: RegistrySource): Promise<string | null> {
  try {
    const response = await fetch(address, {
      cache: 'no-store',
      credentials: 'omit',
      redirect: 'error',
      signal: AbortSignal.timeout(20_000),
    });
    return response.ok ? (await response.text()).trim() : null;
  } catch {
    return null;
  }
}
