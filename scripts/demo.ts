/**
 * `npm run demo -- --input FILE.csv [--out DIR] [--plan DIR] [--repair] [--json]`: the main job, headless, on real
 * parts. Without `--input` it takes the sample month.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { readDiagnosisLists } from '../src/cli/diagnosis-lists.ts';
import { readEncounterSettings } from '../src/cli/encounters/read-settings.ts';
import { PlanUnreadable, readPlan } from '../src/cli/read-plan.ts';
import { MainJobFailure } from './main-job/main-job.ts';
import { outcomeAsJson, outcomeInWords, pathsOf, writeOutcomeFiles } from './main-job/outcome-files.ts';
import { runWithOwnPlan } from './main-job/run-headless.ts';
import { root } from './command.ts';
import { productVersion } from './product-version.ts';

const usage = `Usage: npm run demo -- [--input FILE.csv] [--out DIR] [--plan DIR] [--repair] [--json]

  --input   service lines with the guidance's column headers (default: the sample month)
  --out     folder for the receipt, the error file, the error workbook, and the encounters of what was accepted as a
            test file, 837P (default: out)
  --plan    folder of the plan (default: plans/sample)
  --repair  apply the offered repairs first
  --json    print one JSON object instead of one line per step`;

class UsageError extends Error {}

async function readInput(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new UsageError(`${path} cannot be read.`);
  }
}

function options() {
  try {
    return parseArgs({
      options: {
        input: { type: 'string', default: join(root, 'plans', 'sample', 'harbor-care-2026-10.csv') },
        out: { type: 'string', default: 'out' },
        plan: { type: 'string', default: join(root, 'plans', 'sample') },
        repair: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options are not understood.');
  }
}

async function main(): Promise<number> {
  const { input, out, plan, repair, json, help } = options();
  if (help) {
    console.log(usage);
    return 0;
  }
  const csv = await readInput(input);
  const profile = await readPlan(plan);
  const diagnosisLists = await readDiagnosisLists(plan);
  const settings = await readEncounterSettings(plan);
  const outcome = await runWithOwnPlan(profile, { csv, repair, productVersion, diagnosisLists });
  const files = await writeOutcomeFiles(outcome, { profile, settings }, out);
  if (json) console.log(outcomeAsJson(outcome, files));
  else {
    for (const line of outcomeInWords(outcome)) console.log(line);
    console.log(`Encounter  ${files.encounter ?? 'no 837P: nothing that was accepted goes into one'}`);
    console.log(`Files      ${pathsOf(files).join(', ')}`);
  }
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const known = error instanceof UsageError || error instanceof PlanUnreadable || error instanceof MainJobFailure;
  if (!known) throw error;
  console.error(error.message);
  if (error instanceof UsageError) console.error(usage);
  process.exitCode = 2;
}
