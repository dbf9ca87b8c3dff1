import * as z from 'zod';
import { StateError } from '../intake/state-directory.ts';
import { PlanUnreadable } from './read-plan.ts';
import { RegistryError } from './registry/registry-error.ts';

const help = `Usage: calaim-invoice registry key --out FILE
       calaim-invoice registry facts --public-url URL [--state FOLDER] [--issuer URL --audience TEXT --client-id TEXT]
       calaim-invoice registry sign --key FILE --plan FOLDER --endpoint FILE --out FOLDER [--days N]

Signs the plan registry: the list that tells every pane which plans there are and where their endpoints stand.

  key     makes the key that signs registries, into a file that only you can read, and prints its public half:
          CALAIM_REGISTRY_KEY of "npm run build", which makes the pane that trusts this key
  facts   prints what a registry says of an endpoint (JSON, nothing secret). Runs where the endpoint's state is;
          makes its keys where it has none yet
  sign    writes plan-registry.jws and the lists of ICD-10-CM that it names, which the server of the pane serves from
          its root

  --key FILE        key that "registry key" made
  --plan FOLDER     a plan's folder (profile.json, logo.png, icd10cm); may stand more than once
  --endpoint FILE   what "registry facts" printed, one for all plans or one for each --plan in its order
  --days N          days until the registry has to be signed again (90; 1 to 400)
  --out PATH        file of the key; folder of the registry
  --public-url URL  address under which the endpoint is reached
  --state FOLDER    state of the endpoint, as for "serve"
  --issuer URL, --audience TEXT, --client-id TEXT
                    your own issuer, as for "serve"
  --help

Exit codes: 0 ok, 2 wrong usage or unreadable input.
`;

const actions: Readonly<Record<string, (commandLine: readonly string[]) => Promise<void>>> = {
  key: async (rest) => (await import('./registry/key.ts')).writeKey(rest),
  facts: async (rest) => (await import('./registry/facts.ts')).writeFacts(rest),
  sign: async (rest) => (await import('./registry/sign.ts')).signPlans(rest),
};

/**
 * `calaim-invoice registry`: what production needs for the registry of plans.
 *
 * @param commandLine what stands after `registry`.
 * @returns the exit code.
 */
export async function registryCommand([name, ...commandLine]: readonly string[]): Promise<number> {
  if (name === '--help' || commandLine.includes('--help')) {
    process.stdout.write(help);
    return 0;
  }
  try {
    const action = name !== undefined && Object.hasOwn(actions, name) ? actions[name] : undefined;
    if (action === undefined) throw new RegistryError('choose key, facts or sign (see --help)');
    await action(commandLine);
    return 0;
  } catch (error) {
    const message = messageOf(error);
    if (message === null) throw error;
    process.stderr.write(`calaim-invoice registry: ${message}\n`);
    return 2;
  }
}

function messageOf(error: unknown): string | null {
  if (error instanceof z.ZodError) return `what is to be signed is no registry.\n${z.prettifyError(error)}`;
  const known = [RegistryError, PlanUnreadable, StateError];
  return error instanceof Error && known.some((type) => error instanceof type) ? error.message : null;
}
