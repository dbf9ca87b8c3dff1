import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { civilDateAt } from '../guidance/civil-date.ts';
import { languages, type Language } from '../guidance/messages/words.ts';
import { errorCode } from '../intake/errors.ts';
import { planFacts } from '../plan/facts.ts';
import { checkFile, type CheckedFile, type CheckGround } from './check/check-file.ts';
import { printAsCsv, printAsJson, printForPeople } from './check/print.ts';
import { readDiagnosisLists } from './diagnosis-lists.ts';
import { PlanUnreadable, readPlan } from './read-plan.ts';

const help = `Usage: calaim-invoice check FILE… --plan FOLDER [--json | --csv] [--language en|es]

Checks invoice workbooks (.xlsx) and lists (CSV) against every rule, and says which cell is wrong, why, and how to mend
it. Workbooks may be filled templates, saved by Excel, LibreOffice or Google Sheets, or any that have the guidance's
column headers on some sheet. Hidden and filtered rows count. Files are only read, and nothing is sent anywhere.

  FILE…             files to check
  --plan FOLDER     the plan's folder (profile.json, logo.png, icd10cm)
  --json            one JSON object: lines, invoices, findings, files
  --csv             one row per finding
  --language CODE   language of the words: en (English), es (Spanish)
  --help

What is printed names cells, and never says what they hold but for invoice numbers.
Exit codes: 0 no errors (warnings may be there), 1 errors found, 2 wrong usage or a file that cannot be read.
`;

const options = {
  plan: { type: 'string' },
  json: { type: 'boolean', default: false },
  csv: { type: 'boolean', default: false },
  language: { type: 'string', default: 'en' },
  help: { type: 'boolean', default: false },
} as const;

/** Wrong use of the command; the message is for the person at the keyboard. */
class UsageError extends Error {}

/**
 * `calaim-invoice check`: findings of files, by sheet cell.
 *
 * @param commandLine what stands after `check`
 * @param now moment of the check, which tells which dates lie in the future
 * @returns the exit code
 */
export async function checkCommand(commandLine: readonly string[], now = new Date()): Promise<number> {
  try {
    const { values, positionals } = parse(commandLine);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    return await check(order(values, positionals), now);
  } catch (error) {
    if (!(error instanceof UsageError || error instanceof PlanUnreadable)) throw error;
    process.stderr.write(`calaim-invoice check: ${error.message}\n`);
    return 2;
  }
}

interface Order {
  readonly files: readonly string[];
  readonly plan: string;
  readonly form: 'people' | 'json' | 'csv';
  readonly language: Language;
}

async function check({ files, plan, form, language }: Order, now: Date): Promise<number> {
  const profile = await readPlan(plan);
  const facts = planFacts(profile, await readDiagnosisLists(plan));
  const ground: CheckGround = { profile, facts, today: civilDateAt(now) };
  const checked: CheckedFile[] = [];
  for (const file of files) {
    const outcome = await checkPath(file, ground);
    checked.push(outcome);
    if (form === 'people')
      process.stdout.write(`${checked.length > 1 ? '\n' : ''}${printForPeople(outcome, language)}`);
  }
  if (form === 'json') process.stdout.write(printAsJson(checked, language));
  if (form === 'csv') process.stdout.write(printAsCsv(checked, language));
  if (checked.some(({ kind }) => kind === 'refused')) return 2;
  return checked.some((file) => hasErrors(file)) ? 1 : 0;
}

async function checkPath(file: string, ground: CheckGround): Promise<CheckedFile> {
  const bytes = await readFile(file).catch(() => null);
  return bytes === null ? { file, kind: 'refused', reason: 'unreadable' } : checkFile(file, bytes, ground);
}

function hasErrors(file: CheckedFile): boolean {
  return file.kind === 'checked' && file.findings.some(({ severity }) => severity === 'error');
}

function parse(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options, strict: true, allowPositionals: true });
  } catch (error) {
    const told = errorCode(error)?.startsWith('ERR_PARSE_ARGS_') === true ? (error as Error).message : '';
    throw new UsageError(`${told || 'the options cannot be read'} (see --help)`);
  }
}

function order(values: ReturnType<typeof parse>['values'], files: readonly string[]): Order {
  const { plan, json, csv } = values;
  const language = languages.find((code) => code === values.language);
  if (files.length === 0) throw new UsageError('name a file (see --help)');
  if (plan === undefined) throw new UsageError('--plan is missing (see --help)');
  if (json && csv) throw new UsageError('choose --json or --csv (see --help)');
  if (language === undefined) throw new UsageError(`--language is one of ${languages.join(', ')} (see --help)`);
  return { files, plan, form: json ? 'json' : csv ? 'csv' : 'people', language };
}
