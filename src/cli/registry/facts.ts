import { endpointFacts } from '../../intake/endpoint.ts';
import type { IdentityOptions } from '../../intake/options.ts';
import { defaultStateDirectory } from '../../intake/state-directory.ts';
import { FixedDirectory } from '../../intake/identity/directory-file.ts';
import { needed, parsed, RegistryError } from './registry-error.ts';

const options = {
  'public-url': { type: 'string' },
  state: { type: 'string' },
  issuer: { type: 'string' },
  audience: { type: 'string' },
  'client-id': { type: 'string' },
} as const;

/** `registry facts`: what a registry says of the endpoint of a state directory, as JSON. */
export async function writeFacts(commandLine: readonly string[]): Promise<void> {
  const values = parsed(commandLine, options);
  const publicUrl = needed(values['public-url'], '--public-url');
  if (!URL.canParse(publicUrl) || new URL(publicUrl).protocol !== 'https:') {
    throw new RegistryError('--public-url is an https address (see --help)');
  }
  const facts = await endpointFacts(values.state ?? defaultStateDirectory(), publicUrl, identityOf(values));
  process.stdout.write(`${JSON.stringify(facts, null, 2)}\n`);
}

/** Whom the pane sends people to for signing in; who they are is the endpoint's business. */
function identityOf(values: ReturnType<typeof parsed<typeof options>>): IdentityOptions {
  const directory = new FixedDirectory({ organisations: [], accounts: [], machines: [] });
  const { issuer, audience, 'client-id': clientId } = values;
  if (issuer === undefined) return { kind: 'embedded', directory };
  if (audience === undefined || clientId === undefined) {
    throw new RegistryError('--issuer needs --audience and --client-id (see --help)');
  }
  return {
    kind: 'external',
    directory,
    issuer: { issuer, audience, clientId, organisationClaim: '', roleClaim: '', roleNames: new Map() },
  };
}
