import type { DiagnosisEntry } from '../guidance/diagnosis-list.ts';
import { isDiagnosisShape, undotted } from '../guidance/diagnosis-codes.ts';

/** A file that is no ICD-10-CM order file. The message is for the person at the keyboard and names the line. */
export class OrderFileUnreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OrderFileUnreadable';
  }
}

/** One line of an order file, or null where the line has another form. */
type LineReader = (line: string) => { readonly code: string; readonly flag: string } | null;

/**
 * CMS' yearly `icd10cm_order_YYYY.txt`: columns 1 to 5 order number, 7 to 13 code, 15 whether it can be reported, 17 to
 * 76 short text, from 78 long text.
 */
const fixedColumns: LineReader = (line) => {
  const [, code, flag] = /^[ \d]{4}\d (.{7}) (.) (?=\S).{60}/.exec(line) ?? [];
  return code === undefined || flag === undefined ? null : { code: code.trimEnd(), flag };
};

/** The same as CDC's tables have it: code, whether it can be reported, long text, with tabs between them. */
const tabs: LineReader = (line) => {
  const [code, flag, text = '', ...rest] = line.split('\t');
  return code === undefined || flag === undefined || text === '' || rest.length > 0 ? null : { code, flag };
};

/**
 * Reads an ICD-10-CM order file of CMS, or a table of CDC with the same contents.
 *
 * @param text the file, with line ends of any system and with or without a byte order mark
 * @throws OrderFileUnreadable
 */
export function parseOrderFile(text: string): readonly DiagnosisEntry[] {
  const lines = text.replace(/^\u{feff}/u, '').split(/\r?\n/);
  const firstLine = lines.find((line) => line.trim() !== '');
  if (firstLine === undefined) throw new OrderFileUnreadable('The file is empty.');
  const read = [fixedColumns, tabs].find((form) => form(firstLine) !== null);
  if (read === undefined) {
    throw new OrderFileUnreadable(
      `Line ${String(lines.indexOf(firstLine) + 1)} has neither the columns of a CMS order file ` +
        '(icd10cm_order_YYYY.txt) nor three parts with tabs between them.',
    );
  }
  const seen = new Set<string>();
  return lines.flatMap((line, index): readonly DiagnosisEntry[] => {
    if (line.trim() === '') return [];
    const refuse = (why: string) => new OrderFileUnreadable(`Line ${String(index + 1)} ${why}.`);
    const parts = read(line);
    if (parts === null) throw refuse('has another form than the lines before it, or is cut off');
    const code = undotted(parts.code);
    if (!isDiagnosisShape(code)) throw refuse('has no ICD-10-CM code at its place');
    if (parts.flag !== '0' && parts.flag !== '1')
      throw refuse('does not say 0 or 1 where a code can be reported or not');
    if (seen.has(code)) throw refuse('has a code that stands on an earlier line too');
    seen.add(code);
    return [{ code, reportable: parts.flag === '1' }];
  });
}
