/**
 * `npm run excel`: the pane in desktop Excel, with trusted development certificates. Serves the pane on
 * https://localhost:3000 and the sample plan's endpoint on https://localhost:3001, and sideloads `manifest.xml`.
 * Where that cannot be done, it says in one line what is missing.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ensureCertificatesAreInstalled, getHttpsServerOptions } from 'office-addin-dev-certs';
import { readDiagnosisLists } from '../src/cli/diagnosis-lists.ts';
import { readPlan } from '../src/cli/read-plan.ts';
import { defaultStateDirectory } from '../src/intake/state-directory.ts';
import { privateKeySchema, publicKeyOf } from '../src/plan/keys.ts';
import { bundle } from './bundle.ts';
import { root } from './command.ts';
import { developmentRegistryKey } from './development-key.ts';
import { missingForExcel } from './excel/missing.ts';
import { servePane } from './excel/serve-pane.ts';
import { serveTls } from './excel/serve-tls.ts';
import { startDemoPlan } from './main-job/demo-plan.ts';

const pane = { port: 3000, url: 'https://localhost:3000' } as const;
/** The endpoint speaks plain HTTP on `inner`; a TLS front on `port` is what the pane reaches. */
const endpoint = { port: 3001, inner: 3002, url: 'https://localhost:3001' } as const;

/** Downloads Microsoft's own sideloading tool when it is wanted: it needs a native build, so it is no dependency. */
function sideload(): Promise<number> {
  const tool = ['--yes', 'office-addin-debugging@7.0.0', 'start', 'manifest.xml', 'desktop', '--app', 'excel'];
  const child = spawn('npx', [...tool, '--no-debug'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  return new Promise((resolve) => {
    child.once('error', () => {
      resolve(1);
    });
    child.once('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

async function main(): Promise<number> {
  const missing = missingForExcel(process.platform);
  if (missing !== null) {
    console.error(missing);
    return 1;
  }
  const key = privateKeySchema.parse((await developmentRegistryKey()).privateKey);
  if (!(await bundle(JSON.stringify(publicKeyOf(key))))) return 1;
  await ensureCertificatesAreInstalled();
  const certificates = await getHttpsServerOptions();

  const sampleFolder = join(root, 'plans', 'sample');
  const plan = await startDemoPlan({
    profile: await readPlan(sampleFolder),
    diagnosisLists: await readDiagnosisLists(sampleFolder),
    stateDirectory: join(defaultStateDirectory(), 'excel'),
    registryKey: key,
    port: endpoint.inner,
    publicUrl: endpoint.url,
    paneOrigins: [pane.url],
    redirectUris: [`${pane.url}/sign-in.html`],
    quiet: true,
  });
  const front = await serveTls(certificates, endpoint.port, endpoint.inner);
  const pages = await servePane({
    certificates,
    port: pane.port,
    folder: join(root, 'dist', 'pane'),
    registry: plan.registry,
    files: plan.files,
  });
  try {
    if ((await sideload()) !== 0) {
      console.error('Excel did not take the add-in: the messages of office-addin-debugging above say why.');
      return 1;
    }
    console.log(`The pane is on Excel's Home tab, CalAIM Invoice. Ctrl+C ends the servers.`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    return 0;
  } finally {
    await pages.close();
    front.close();
    await plan.close();
  }
}

process.exitCode = await main();
