import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { demoMachine } from '../../../src/intake/identity/demo-directory.ts';
import { startEndpoint } from '../../../src/intake/endpoint.ts';
import { signInMachine } from '../../../src/submission/machine-sign-in.ts';
import { connect } from '../../submission/connections.ts';
import { farProfile } from './far-profile.ts';
import { paneOrigin, signInPage } from './pane-address.ts';

// The sample plan's endpoint as a process of its own, until its standard input ends: the pane's tests run in a
// document, in which a server does not. One line of standard output says where it is, and how to sign in.
const stateDirectory = await mkdtemp(join(tmpdir(), 'calaim-invoice-'));
const endpoint = await startEndpoint({
  stateDirectory,
  plans: [farProfile],
  identity: { kind: 'demo' },
  paneOrigins: [paneOrigin],
  redirectUris: [signInPage],
  log: 'none',
});
const signedIn = await signInMachine(await connect(endpoint.facts), demoMachine);
if (signedIn.kind !== 'signedIn') throw new Error(signedIn.kind);
const { url, facts } = endpoint;
process.stdout.write(`${JSON.stringify({ url, facts, token: signedIn.token })}\n`);
await once(process.stdin.resume(), 'end');
await endpoint.close();
await rm(stateDirectory, { recursive: true, force: true });
