import { readFile } from 'node:fs/promises';
import { parseArgs, promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { DiagnosisList } from '../guidance/diagnosis-list.ts';
import { writeDiagnosisList } from './diagnosis-lists.ts';
import { OrderFileUnreadable, parseOrderFile } from './order-file.ts';
import { PlanUnreadable, readPlan } from './read-plan.ts';
import { wrongOptions } from './wrong-options.ts';

const help = `Usage: calaim-invoice icd10 import FILE --fiscal-year YYYY --plan FOLDER

Loads the ICD-10-CM codes of a year, so that diagnoses are checked against them. Without a list a code's form is
checked, and the codes of social needs that are built in.

  FILE                 CMS order file, icd10cm_order_YYYY.txt, as it is or compressed with gzip
  --fiscal-year YYYY   federal fiscal year of the file: 2027 is for services from 10/01/2026 to 09/30/2027
  --plan FOLDER        a plan's folder; the list goes into its icd10cm, in place of an earlier one of that year
  --help

CMS publishes the codes of the next fiscal year in summer, and may add some on April 1: then import the new file. A code
that the year's list does not have is an error. Without the year's list, that of another year only makes warnings.
The endpoint and the plan registry take a new list up when they are made anew.
Exit codes: 0 imported, 2 wrong usage or unreadable input.
`;

const options = {
  'fiscal-year': { type: 'string' },
  plan: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/** Entries of the smallest list: every year since ICD-10-CM came into use has had more. */
const fewestEntries = 80_000;

/** The first fiscal year of ICD-10-CM in the United States, and the last that can be meant. */
const fiscalYears = { first: 2016, last: 2099 };

/** Largest file in bytes, unpacked; the order file of 2027 has 14 MB. */
const largestFile = 64 * 1024 * 1024;

/** Wrong use of the command; the message is for the person at the keyboard. */
class UsageError extends Error {}

/**
 * `calaim-invoice icd10 import`: an order file of CMS into a plan's folder.
 *
 * @param commandLine what stands after `icd10`
 * @returns the exit code
 */
export async function icd10Command(commandLine: readonly string[]): Promise<number> {
  try {
    const { values, positionals } = parse(commandLine);
    if (values.help) {
      process.stdout.write(help);
      return 0;
    }
    process.stdout.write(`${await importList(order(values, positionals))}\n`);
    return 0;
  } catch (error) {
    const known = [UsageError, OrderFileUnreadable, PlanUnreadable];
    if (!(error instanceof Error) || !known.some((type) => error instanceof type)) throw error;
    process.stderr.write(`calaim-invoice icd10: ${error.message}\n`);
    return 2;
  }
}

interface Order {
  readonly file: string;
  readonly fiscalYear: number;
  readonly plan: string;
}

/** Imports, and says in one line what there is now. */
async function importList({ file, fiscalYear, plan }: Order): Promise<string> {
  await readPlan(plan);
  const entries = parseOrderFile(await readText(file));
  if (entries.length < fewestEntries) {
    throw new OrderFileUnreadable(
      `The file has ${count(entries.length)} entries, and a whole year has more than ${count(fewestEntries)}: it is a ` +
        'part of a list, and every code that it lacks would be an error.',
    );
  }
  const list = DiagnosisList.of(fiscalYear, entries);
  const path = await writeDiagnosisList(plan, list);
  const headers = list.size - list.reportableCount;
  return (
    `Fiscal year ${String(fiscalYear)}: ${count(list.size)} entries, ${count(list.reportableCount)} reportable, ` +
    `${count(headers)} headers; ${path}`
  );
}

function parse(commandLine: readonly string[]) {
  try {
    return parseArgs({ args: [...commandLine], options, strict: true, allowPositionals: true });
  } catch (error) {
    throw new UsageError(wrongOptions(error));
  }
}

function order(values: ReturnType<typeof parse>['values'], positionals: readonly string[]): Order {
  const [action, file, ...rest] = positionals;
  const { 'fiscal-year': year = '', plan } = values;
  if (action !== 'import' || file === undefined || rest.length > 0)
    throw new UsageError('say import FILE (see --help)');
  if (plan === undefined) throw new UsageError('--plan is missing (see --help)');
  const fiscalYear = /^\d{4}$/.test(year) ? Number(year) : Number.NaN;
  if (!(fiscalYear >= fiscalYears.first && fiscalYear <= fiscalYears.last)) {
    throw new UsageError(
      `--fiscal-year is a year from ${String(fiscalYears.first)} to ${String(fiscalYears.last)} (see --help)`,
    );
  }
  return { file, fiscalYear, plan };
}

async function readText(path: string): Promise<string> {
  const bytes = await readFile(path).catch(() => {
    throw new UsageError(`${path} cannot be read.`);
  });
  if (startsWith(bytes, 0x50, 0x4b)) {
    throw new OrderFileUnreadable('The file is a zip archive: unpack it, and take icd10cm_order_YYYY.txt out of it.');
  }
  const plain = startsWith(bytes, 0x1f, 0x8b) ? await unpack(bytes) : bytes;
  if (plain.byteLength > largestFile) throw new OrderFileUnreadable('The file is too large for an order file.');
  return new TextDecoder().decode(plain);
}

function startsWith(bytes: Uint8Array, first: number, second: number): boolean {
  return bytes[0] === first && bytes[1] === second;
}

async function unpack(bytes: Uint8Array): Promise<Uint8Array> {
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: largestFile });
  } catch {
    throw new OrderFileUnreadable('The file is compressed with gzip, and cannot be unpacked.');
  }
}

const count = (number: number): string => number.toLocaleString('en-US');
