import { open, rename } from 'node:fs/promises';
import { join, parse } from 'node:path';
import { checkLines } from '../../guidance/check.ts';
import { civilDateAt } from '../../guidance/civil-date.ts';
import { columnOf, type LineText } from '../../guidance/columns.ts';
import { guideOf } from '../../encounter/guide.ts';
import { heldWords, noteWords } from '../../encounter/note-words.ts';
import { originalInvoices, withAdjudication } from '../../encounter/invoice.ts';
import { noMembers } from '../../encounter/member-source.ts';
import type { ReportEntry } from '../../encounter/notes.ts';
import { encounterTarget, type Usage } from '../../encounter/target.ts';
import { writeEncounters } from '../../encounter/write-encounters.ts';
import { planFacts } from '../../plan/facts.ts';
import { parseCsv } from '../../xlsx/csv.ts';
import { decodeText } from '../../xlsx/decode-text.ts';
import { printTable } from '../../xlsx/delimited-table.ts';
import { readDiagnosisLists } from '../diagnosis-lists.ts';
import { readPlan } from '../read-plan.ts';
import { readAdjudicationsFile } from './adjudications-file.ts';
import { takeControlNumber } from './control-numbers.ts';
import { EncountersError } from './encounters-error.ts';
import { readMembers } from './members-file.ts';
import { readNamed } from './read-named.ts';
import { readEncounterSettings } from './read-settings.ts';

/** Days are those of the plan, wherever the computer stands. */
const timeZone = 'America/Los_Angeles';

/** What to write from what. */
export interface WriteOrder {
  readonly plan: string;
  readonly input: string;
  readonly out: string;
  readonly members: string | null;
  readonly adjudications: string | null;
  readonly usage: Usage;
}

/** What came of it. */
export interface WriteOutcome {
  readonly summary: string;
  /** Whether every invoice of the input is in the file. */
  readonly complete: boolean;
}

/** Writes a file of the invoices in which no rule finds an error, and its report beside it. */
export async function writeFileOfEncounters(order: WriteOrder): Promise<WriteOutcome> {
  const profile = await readPlan(order.plan);
  const settings = await readEncounterSettings(order.plan);
  const facts = planFacts(profile, await readDiagnosisLists(order.plan));
  const members = order.members === null ? noMembers : readMembers(decodeText(await readNamed(order.members)));
  const adjudications = await readAdjudicationsFile(order.adjudications);
  const lines = linesOf(decodeText(await readNamed(order.input)), order.input);
  const now = new Date();
  const date = civilDateAt(now, timeZone);
  const { accepted, returned } = sorted(lines, (all) => checkLines(all, facts, date));
  const outcome = encounterTarget(profile, settings, order.usage);
  if (outcome.kind === 'refused') {
    throw new EncountersError(`a production file needs, in encounters.json: ${outcome.blank.join(', ')}`);
  }
  const invoices = originalInvoices(accepted).map((invoice) => withAdjudication(invoice, adjudications));
  const report: ReportEntry[] = [];
  const written: string[] = [];
  for (const guide of ['professional', 'institutional'] as const) {
    const ofGuide = invoices.filter((invoice) => guideOf(invoice, outcome.target) === guide);
    if (ofGuide.length === 0) continue;
    const controlNumber = await takeControlNumber(join(order.plan, 'control-numbers'));
    const file = { target: outcome.target, guide, members, controlNumber, date, time: timeOf(now) };
    const parts = writeEncounters(ofGuide, { ...file, report: (entry) => report.push(entry) });
    const first = parts.next();
    if (first.done === true) continue;
    const path = guide === 'professional' ? order.out : institutionalPath(order.out);
    await writeParts(path, [first.value], parts);
    written.push(path);
  }
  await writeParts(`${order.out}.report.csv`, [printReport(report, returned)]);
  const count = (kind: ReportEntry['kind']) => String(report.filter((entry) => entry.kind === kind).length);
  return {
    summary:
      `${count('claim')} claims written to ${written.length === 0 ? 'no file' : written.join(' and ')}, ` +
      `${count('note')} notes, ${String(returned.size)} invoices with errors, ${count('held')} held back; ` +
      `${order.out}.report.csv`,
    complete: returned.size === 0 && !report.some(({ kind }) => kind === 'held'),
  };
}

/** Where the 837I goes: `month.837` is the 837P, `month.institutional.837` the 837I. */
function institutionalPath(path: string): string {
  const { dir, name, ext } = parse(path);
  return join(dir, `${name}.institutional${ext}`);
}

/** The lines of invoices without an error, and the numbers of the others. */
function sorted(lines: readonly LineText[], check: (lines: readonly LineText[]) => ReturnType<typeof checkLines>) {
  const returned = new Set(
    check(lines).flatMap(({ severity, line }) => (severity === 'error' ? [lines[line]?.invoiceNumber ?? ''] : [])),
  );
  return { accepted: lines.filter(({ invoiceNumber }) => !returned.has(invoiceNumber)), returned };
}

function linesOf(text: string, path: string): readonly LineText[] {
  const csv = parseCsv(text);
  if (csv.kind === 'lines') return csv.lines;
  throw new EncountersError(`${path} is no list of invoice lines by the guidance's headers.`);
}

function printReport(report: readonly ReportEntry[], returned: ReadonlySet<string>): string {
  return printTable([
    ['Invoice Number', 'What', 'Claim', 'Element', 'In words'],
    ...report.map((entry) => {
      if (entry.kind === 'claim') {
        const lines = `Lines ${String(entry.firstLine)} to ${String(entry.lastLine)}`;
        return [entry.invoiceNumber, 'CLAIM', entry.claimNumber, '', lines];
      }
      const element = entry.column === null ? '' : columnOf(entry.column).header;
      const words = entry.kind === 'note' ? noteWords[entry.code] : heldWords[entry.code];
      return [entry.invoiceNumber, entry.code, '', element, words];
    }),
    ...[...returned].map((number) => [
      /^\d{10}$/.test(number) ? number : '',
      'NOT_ACCEPTED',
      '',
      '',
      'The rules find an error in it: check the list.',
    ]),
  ]);
}

/** HHMM where the plan is. */
function timeOf(instant: Date): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return format.format(instant).replace(':', '');
}

/** Writes a file whole or not at all: what is half written has another name. */
async function writeParts(path: string, ...sequences: readonly Iterable<string>[]): Promise<void> {
  const unfinished = `${path}.unfinished`;
  try {
    const file = await open(unfinished, 'w');
    try {
      for (const parts of sequences) for (const part of parts) await file.write(part);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch {
    throw new EncountersError(`${path} cannot be written.`);
  }
}
