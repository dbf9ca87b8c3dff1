import { createReadStream } from 'node:fs';
import type { Language } from '../../guidance/messages/words.ts';
import { errorCode } from '../../intake/errors.ts';
import { AcknowledgementReader } from '../../encounter/acknowledgement/acknowledgement-reader.ts';
import type { AcknowledgementItem } from '../../encounter/acknowledgement/items.ts';
import { SentFileReader, type SentTransaction } from '../../encounter/acknowledgement/sent-file.ts';
import { Standings, type InvoiceStanding } from '../../encounter/acknowledgement/standings.ts';
import type { X12Problem } from '../../encounter/x12/position.ts';
import { problemSentence } from '../../encounter/x12/problem-words.ts';
import type { FileFault, FileProblem } from './acknowledgement-outcome.ts';
import { EncountersError } from './encounters-error.ts';
import { printStandings, printStandingsAsJson } from './print-standings.ts';

/** Which answers are read, of which files, and how the outcome is printed. */
export interface AcknowledgementOrder {
  readonly answers: readonly string[];
  /** 837 files, in the order in which they were sent. */
  readonly encounters: readonly string[];
  readonly form: 'people' | 'json';
  readonly language: Language;
}

/**
 * Reads answers to encounters and prints where each invoice stands.
 *
 * @returns the exit code: 0 where nothing came back, 1 where something did, or is wrong with an answer
 * @throws EncountersError where a file cannot be read, or holds nothing that is looked for
 */
export async function acknowledge(
  { answers, encounters, form, language }: AcknowledgementOrder,
  out: NodeJS.WritableStream,
): Promise<number> {
  const problems: FileProblem[] = [];
  const transactions = await readSentFiles(encounters, problems);
  const standings = new Standings(transactions);
  const faults: FileFault[] = [];
  for (const file of answers) {
    let items = 0;
    const reader = new AcknowledgementReader();
    const take = (item: AcknowledgementItem | X12Problem) => {
      if (item.kind === 'problem') {
        problems.push({ file, problem: item });
        return;
      }
      items += 1;
      standings.take(item);
      if (item.kind === 'syntax') faults.push({ file, fault: item });
    };
    await readParts(file, (part) => {
      for (const item of reader.read(part)) take(item);
    });
    for (const item of reader.end()) take(item);
    if (items === 0) throw unusable(file, 'is no TA1, 999, 277CA or 835', problems);
  }
  const outcome = { problems, faults, unmatched: standings.unmatched, invoices: [...standings.invoices()] };
  out.write(form === 'json' ? printStandingsAsJson(outcome, language) : printStandings(outcome, language));
  const isWell = outcome.invoices.every(({ state, findings }) => !comeBack.has(state) && findings.length === 0);
  return isWell && problems.length === 0 && outcome.unmatched.length === 0 ? 0 : 1;
}

const comeBack: ReadonlySet<InvoiceStanding['state']> = new Set(['returned', 'denied']);

async function readSentFiles(files: readonly string[], problems: FileProblem[]): Promise<readonly SentTransaction[]> {
  const transactions: SentTransaction[] = [];
  for (const file of files) {
    const before = transactions.length;
    const reader = new SentFileReader();
    const take = (item: SentTransaction | X12Problem) => {
      if ('claims' in item) transactions.push(item);
      else problems.push({ file, problem: item });
    };
    await readParts(file, (part) => {
      for (const item of reader.read(part)) take(item);
    });
    for (const item of reader.end()) take(item);
    if (transactions.length === before) throw unusable(file, 'is no 837', problems);
  }
  return transactions;
}

async function readParts(path: string, take: (part: string) => void): Promise<void> {
  const stream = createReadStream(path, 'utf8');
  try {
    for await (const part of stream) take(String(part));
  } catch (error) {
    if (errorCode(error) === null) throw error;
    throw new EncountersError(`${path} cannot be read.`);
  }
}

function unusable(file: string, what: string, problems: readonly FileProblem[]): EncountersError {
  const [first] = problems.filter((each) => each.file === file);
  return new EncountersError(`${file} ${what}${first === undefined ? '.' : `: ${problemSentence(first.problem)}`}`);
}
