import { readFile, rename, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { civilDateAt } from '../guidance/civil-date.ts';
import { languages, type Language } from '../guidance/messages/words.ts';
import { planFacts } from '../plan/facts.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { errorWorkbook } from '../xlsx/errors/error-workbook.ts';
import { checkFile, type CheckedFile, type CheckGround } from './check/check-file.ts';
import { reportOfCheck } from './check/check-report.ts';
import { printAsCsv, printAsJson, printForPeople } from './check/print.ts';
import { readDiagnosisLists } from './diagnosis-lists.ts';
import { readAddIn } from './read-add-in.ts';
import { PlanUnreadable, readPlan } from './read-plan.ts';
import { wrongOptions } from './wrong-options.ts';

const help = `Usage: calaim-invoice check FILE… --plan FOLDER [--json | --csv] [--language en|es] [--errors OUT.xlsx]

Checks invoice workbooks (.xlsx) and lists (CSV) against every rule, and says which cell is wrong, why, and how to mend
it. Workbooks may be filled templates, saved by Excel, LibreOffice or Google Sheets, or any that have the guidance's
column headers on some sheet. Hidden and filtered rows count. Files are only read, and nothing is sent anywhere.

  FILE…             files to check
  --plan FOLDER     the plan's folder (profile.json, logo.png, icd10cm)
  --json            one JSON object: lines, invoices, findings, files
  --csv             one row per finding
  --errors OUT.xlsx a workbook to send back: the lines of invoices with errors, each fault marked at its cell; of one
                    FILE, and only where something has to be corrected
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
  errors: { type: 'string' },
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
  /** Where the error workbook goes; null for none. */
  readonly errors: string | null;
}

async function check({ files, plan, form, language, errors }: Order, now: Date): Promise<number> {
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
  const [first] = checked;
  if (errors !== null && first !== undefined) await writeErrorWorkbook(errors, first, profile, language, now);
  if (checked.some(({ kind }) => kind === 'refused')) return 2;
  return checked.some((file) => hasErrors(file)) ? 1 : 0;
}

async function checkPath(file: string, ground: CheckGround): Promise<CheckedFile> {
  const bytes = await readFile(file).catch(() => null);
  return bytes === null ? { file, kind: 'refused', reason: 'unreadable' } : checkFile(file, bytes, ground);
}

/** Writes what goes back to the biller, beside the place and then to it: no half workbook is ever found there. */
async function writeErrorWorkbook(
  path: string,
  checked: CheckedFile,
  profile: PlanProfile,
  language: Language,
  now: Date,
): Promise<void> {
  if (checked.kind === 'refused' || !hasErrors(checked)) return;
  const report = reportOfCheck({ ...checked.content, profile, now });
  const bytes = await errorWorkbook(report, { language, addIn: await readAddIn() });
  const beside = `${path}.part`;
  try {
    await writeFile(beside, bytes);
    await rename(beside, path);
  } catch {
    throw new UsageError(`${path} cannot be written`);
  }
}

function hasErrors(file: CheckedFile): boolean {
  return file.kind === 'checked' && file.findings.some(({ severity }) => severity === 'error');
}

function parse(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(wrongOptions(error));
  }
}

function order(values: ReturnType<typeof parse>['values'], files: readonly string[]): Order {
  const { plan, json, csv, errors = null } = values;
  const language = languages.find((code) => code === values.language);
  if (files.length === 0) throw new UsageError('name a file (see --help)');
  if (plan === undefined) throw new UsageError('--plan is missing (see --help)');
  if (json && csv) throw new UsageError('choose --json or --csv (see --help)');
  if (errors !== null && files.length > 1) throw new UsageError('--errors is for one file at a time (see --help)');
  if (language === undefined) throw new UsageError(`--language is one of ${languages.join(', ')} (see --help)`);
  return { files, plan, form: json ? 'json' : csv ? 'csv' : 'people', language, errors };
}
