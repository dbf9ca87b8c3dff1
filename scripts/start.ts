/**
 * `npm start`: everything at once on this computer. Builds what is not built, starts the sample plan's endpoint and the
 * workbench on loopback, runs the sample month through the main job, says what came of it, and stays up.
 */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readDiagnosisLists } from '../src/cli/diagnosis-lists.ts';
import { PlanUnreadable, readPlan } from '../src/cli/read-plan.ts';
import { demoAccount } from '../src/intake/identity/demo-directory.ts';
import { OptionsError } from '../src/intake/options.ts';
import { defaultStateDirectory, StateError } from '../src/intake/state-directory.ts';
import { privateKeySchema, publicKeyOf } from '../src/plan/keys.ts';
import { startDemoPlan } from './main-job/demo-plan.ts';
import { MainJobFailure } from './main-job/main-job.ts';
import { outcomeInWords } from './main-job/outcome-files.ts';
import { runWithOwnPlan } from './main-job/run-headless.ts';
import { startWorkbench } from '../src/workbench/server/start-workbench.ts';
import { bundle } from './bundle.ts';
import { root } from './command.ts';
import { developmentRegistryKey } from './development-key.ts';
import { productVersion } from './product-version.ts';

const workbenchPort = Number(process.env['CALAIM_WORKBENCH_PORT'] ?? '4600');
const endpointPort = Number(process.env['CALAIM_ENDPOINT_PORT'] ?? '4601');
const sampleFolder = join(root, 'plans', 'sample');

async function main(): Promise<number> {
  const key = privateKeySchema.parse((await developmentRegistryKey()).privateKey);
  const trusted = publicKeyOf(key);
  if (!(await bundle(JSON.stringify(trusted)))) return 1;

  const profile = await readPlan(sampleFolder);
  const diagnosisLists = await readDiagnosisLists(sampleFolder);
  const workbenchUrl = `http://localhost:${String(workbenchPort)}`;
  const plan = await startDemoPlan({
    profile,
    diagnosisLists,
    stateDirectory: join(defaultStateDirectory(), 'demo'),
    registryKey: key,
    port: endpointPort,
    paneOrigins: [workbenchUrl],
    redirectUris: [`${workbenchUrl}/sign-in.html`],
    quiet: true,
  });
  const workbench = await startWorkbench({
    distFolder: join(root, 'dist'),
    registry: plan.registry,
    files: plan.files,
    port: workbenchPort,
    host: '127.0.0.1',
  });
  try {
    const csv = await readFile(join(sampleFolder, 'harbor-care-2026-10.csv'), 'utf8');
    // With an endpoint of its own: the plan accepts an invoice once, and whoever tries the workbench has the same file.
    const outcome = await runWithOwnPlan(profile, { csv, repair: false, productVersion, diagnosisLists });
    console.log('\nThe sample month, once through the whole job:');
    for (const line of outcomeInWords(outcome)) console.log(`  ${line}`);
    console.log(`
Workbench  ${workbenchUrl}  (Excel's stand-in, with the pane open on a workbook)
Endpoint   ${plan.endpoint.url}  (${profile.name})
Sign in    ${demoAccount.email}, password "${demoAccount.password}"

Ctrl+C ends everything.`);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    return 0;
  } finally {
    await workbench.close();
    await plan.close();
  }
}

function inWords(error: unknown): string | null {
  const known = [MainJobFailure, OptionsError, StateError, PlanUnreadable];
  if (error instanceof Error && known.some((type) => error instanceof type)) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    return 'A port is in use. Another npm start may be running; CALAIM_WORKBENCH_PORT and CALAIM_ENDPOINT_PORT choose others.';
  }
  return null;
}

try {
  process.exitCode = await main();
} catch (error) {
  const words = inWords(error);
  if (words === null) throw error;
  console.error(words);
  process.exitCode = 1;
}
