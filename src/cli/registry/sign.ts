import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { deliverDiagnosisLists } from '../../plan/diagnosis-lists.ts';
import { privateKeySchema, type PrivateKey } from '../../plan/keys.ts';
import { planRegistrySchema, signRegistry, type PlanRegistry } from '../../plan/registry.ts';
import { readDiagnosisLists } from '../diagnosis-lists.ts';
import { readPlan } from '../read-plan.ts';
import { needed, parsed, RegistryError } from './registry-error.ts';

/** Name under which the pane asks its own server for the registry. */
const registryFile = 'plan-registry.jws';

const options = {
  key: { type: 'string' },
  plan: { type: 'string', multiple: true, default: [] as string[] },
  endpoint: { type: 'string', multiple: true, default: [] as string[] },
  days: { type: 'string', default: '90' },
  out: { type: 'string' },
} as const;

/** `registry sign`: signs the plans with what their endpoints say of themselves. */
export async function signPlans(commandLine: readonly string[]): Promise<void> {
  const values = parsed(commandLine, options);
  const out = needed(values.out, '--out');
  const key = await readKey(needed(values.key, '--key'));
  const { registry, files } = await registryOf(values.plan, values.endpoint, daysOf(values.days));
  const jws = await signRegistry(registry, key);
  // The registry comes last, so that it never names a file that is not there yet.
  for (const [name, text] of [...files, [registryFile, jws] as const]) await write(join(out, name), text);
  const path = join(out, registryFile);
  const plans = registry.plans.map(({ profile, endpoint }) => `${profile.id} (${endpoint})`).join(', ');
  process.stdout.write(`${path}: ${plans}, until ${registry.expiresAt.slice(0, 10)}\n`);
}

async function write(path: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  } catch {
    throw new RegistryError(`${path} cannot be written`);
  }
}

/** A registry with the files that it names beside itself. */
interface Unsigned {
  readonly registry: PlanRegistry;
  readonly files: ReadonlyMap<string, string>;
}

/** @throws z.ZodError where profiles and endpoints make no registry */
async function registryOf(plans: readonly string[], endpoints: readonly string[], days: number): Promise<Unsigned> {
  if (plans.length === 0) throw new RegistryError('--plan is missing (see --help)');
  if (endpoints.length !== 1 && endpoints.length !== plans.length) {
    throw new RegistryError('--endpoint stands once, or once for each --plan (see --help)');
  }
  const facts = await Promise.all(endpoints.map((file) => readJson(file, '--endpoint')));
  const files = new Map<string, string>();
  const entries = await Promise.all(
    plans.map(async (folder, index) => {
      const profile = await readPlan(folder);
      const delivery = await deliverDiagnosisLists(await readDiagnosisLists(folder));
      for (const [name, text] of delivery.files) files.set(name, text);
      return { ...(facts.length === 1 ? facts[0] : facts[index]), profile, diagnosisLists: delivery.references };
    }),
  );
  const now = new Date();
  const registry = planRegistrySchema.parse({
    issuedAt: now.toISOString(),
    expiresAt: new Date(now.getTime() + days * 86_400_000).toISOString(),
    plans: entries,
  });
  return { registry, files };
}

async function readKey(path: string): Promise<PrivateKey> {
  // What the file holds is never told: it may be a key of another kind.
  const key = privateKeySchema.safeParse(await readJson(path, '--key'));
  if (!key.success) throw new RegistryError('--key is no key that "registry key" made');
  return key.data;
}

async function readJson(path: string, option: string): Promise<object> {
  try {
    const value: unknown = JSON.parse(await readFile(path, 'utf8'));
    if (typeof value === 'object' && value !== null) return value;
  } catch {
    // Told below, in one way for a file that is missing and one that is no JSON.
  }
  throw new RegistryError(`${option} names no readable JSON file`);
}

function daysOf(text: string): number {
  const days = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
  if (days >= 1 && days <= 400) return days;
  throw new RegistryError('--days is a number from 1 to 400 (see --help)');
}
