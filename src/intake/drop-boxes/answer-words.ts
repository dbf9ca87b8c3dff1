import type { Language } from '../../guidance/messages/words.ts';
import { languages } from '../../guidance/messages/words.ts';
import type { Receipt } from '../../submission/receipt.ts';
import type { SubmissionResult } from '../../submission/result.ts';
import { problems } from '../../submission/problem.ts';
import { fileRefusalTitle, fileRefusalWords } from '../file-refusal-words.ts';
import type { ProblemError } from '../http/problem.ts';
import { redisclosureNotice } from '../../xlsx/errors/redisclosure.ts';

/** What is said in one language. */
interface Words {
  readonly received: (receipt: Receipt) => readonly string[];
  readonly result: (counts: Counts) => readonly string[];
  readonly noFile: string;
  readonly planFolder: string;
  readonly wrongFolder: string;
}

interface Counts {
  readonly submissionId: string;
  readonly accepted: number;
  readonly returned: number;
}

const dollars = (cents: number): string =>
  `$${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;

/** `2026-10-31` as `10/31/2026`, as every other screen of the product has it. */
const day = (isoDate: string): string => isoDate.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$2/$3/$1');

const english: Words = {
  received: ({ submissionId, receivedAt, timeZone, counts, totalCents, due, support }) => [
    'Your plan has received this file.',
    `Submission: ${submissionId}`,
    `Received: ${receivedAt} (${timeZone})`,
    `Invoices: ${String(counts.invoices)}, service lines: ${String(counts.lines)}, total: ${dollars(totalCents)}`,
    `The plan says what came of it by ${day(due.acknowledge)}, and pays, contests or denies by ${day(due.payOrContest)}.`,
    'The signed receipt is in the file that ends with .receipt.jws. Keep it.',
    `Questions: ${support.name}, ${support.phone}, ${support.email}, ${support.hours}`,
  ],
  result: ({ submissionId, accepted, returned }) => [
    `Submission: ${submissionId}`,
    `Invoices accepted: ${String(accepted)}`,
    `Invoices to correct: ${String(returned)}`,
    returned === 0
      ? 'Nothing needs to be done.'
      : 'Open the file that ends with .errors.xlsx: each cell to mend is marked and says how. Put the corrected workbook into "in" again. The list that ends with .errors.csv says the same.',
  ],
  noFile: 'What was put here is a link, not a file. Put the file itself.',
  planFolder: 'You send to several plans. Put the file into the folder of its plan.',
  wrongFolder:
    'This file says by itself what it is for. Put it into "in" (or the folder of its plan), not into "replacement" or "void".',
};

const spanish: Words = {
  received: ({ submissionId, receivedAt, timeZone, counts, totalCents, due, support }) => [
    'Su plan ha recibido este archivo.',
    `Envío: ${submissionId}`,
    `Recibido: ${receivedAt} (${timeZone})`,
    `Facturas: ${String(counts.invoices)}, líneas de servicio: ${String(counts.lines)}, total: ${dollars(totalCents)}`,
    `El plan dice qué resultó a más tardar el ${day(due.acknowledge)}, y paga, objeta o deniega a más tardar el ${day(due.payOrContest)}.`,
    'El recibo firmado está en el archivo que termina en .receipt.jws. Guárdelo.',
    `Preguntas: ${support.name}, ${support.phone}, ${support.email}, ${support.hours}`,
  ],
  result: ({ submissionId, accepted, returned }) => [
    `Envío: ${submissionId}`,
    `Facturas aceptadas: ${String(accepted)}`,
    `Facturas por corregir: ${String(returned)}`,
    returned === 0
      ? 'No hay nada que hacer.'
      : 'Abra el archivo que termina en .errors.xlsx: cada celda por corregir está marcada y dice cómo. Ponga el libro corregido otra vez en "in". La lista que termina en .errors.csv dice lo mismo.',
  ],
  noFile: 'Lo que se puso aquí es un enlace, no un archivo. Ponga el archivo mismo.',
  planFolder: 'Usted envía a varios planes. Ponga el archivo en la carpeta de su plan.',
  wrongFolder:
    'Este archivo dice por sí mismo para qué es. Póngalo en "in" (o en la carpeta de su plan), no en "replacement" ni en "void".',
};

const words: Readonly<Record<Language, Words>> = { en: english, es: spanish };

/** Every language below each other: a box does not know which one its people read. */
function inAll(textIn: (language: Language) => readonly string[]): string {
  const texts = languages.map((language) => textIn(language).join('\r\n')).filter((text) => text !== '');
  return `${texts.join('\r\n\r\n')}\r\n`;
}

/** What a person reads of a receipt. */
export function receiptText(receipt: Receipt): string {
  return inAll((language) => words[language].received(receipt));
}

/** How many invoices the plan took, and what to do about the rest. @param part2Program whether a notice of 42 CFR Part 2 goes with it */
export function resultText(submissionId: string, { invoices }: SubmissionResult, part2Program: boolean): string {
  const returned = invoices.filter(({ state }) => state === 'rejected').length;
  const counts = { submissionId, accepted: invoices.length - returned, returned };
  return inAll((language) => [
    ...words[language].result(counts),
    ...(part2Program ? [redisclosureNotice(language)] : []),
  ]);
}

/** Why a file is not taken and what to do. Nothing that stands in the file. */
export function refusalText(refusal: ProblemError | 'noFile' | 'tooLarge'): string {
  return inAll((language) => {
    if (refusal === 'noFile') return [fileRefusalTitle[language], words[language].noFile];
    if (refusal === 'tooLarge') return [fileRefusalTitle[language], fileRefusalWords('tooLarge', language)];
    if (refusal.file !== null) return [fileRefusalTitle[language], fileRefusalWords(refusal.file.reason, language)];
    if (refusal.pointers.includes('/plan')) return [fileRefusalTitle[language], words[language].planFolder];
    if (refusal.pointers.includes('/purpose')) return [fileRefusalTitle[language], words[language].wrongFolder];
    // Problems of the endpoint are said in English alone, wherever they are said.
    return language === 'en' ? [problems[refusal.code].title, problems[refusal.code].detail] : [];
  });
}
