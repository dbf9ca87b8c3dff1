import { checkLines } from '../../guidance/check.ts';
import type { CivilDate } from '../../guidance/civil-date.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { PlanFacts } from '../../guidance/plan-facts.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { columnLetters, sheetReference } from '../../workbook/area.ts';
import { checkList } from '../../workbook/check-list.ts';
import type { CheckedLines } from './check-report.ts';
import { readInvoiceFile, type InvoiceFile, type InvoiceFileRefusal } from '../../xlsx/invoice-file.ts';

/** A finding with its place in a file. */
export interface FileFinding extends Finding {
  /** 1-based row of the sheet or file. */
  readonly row: number;
  /** Letters of the column in which the file has the element; null where it has none for it. */
  readonly letters: string | null;
  readonly invoiceNumber: string;
}

/** What a file came to. */
export type CheckedFile = {
  /** Path as it was given. */
  readonly file: string;
} & (
  | { readonly kind: 'refused'; readonly reason: InvoiceFileRefusal | 'unreadable' }
  | {
      readonly kind: 'checked';
      /** Null for CSV. */
      readonly sheet: string | null;
      readonly lines: number;
      readonly invoices: number;
      readonly findings: readonly FileFinding[];
      /** Headers of the guidance that the file does not have. */
      readonly missing: readonly string[];
      readonly hiddenLines: number;
      readonly uncalculatedLines: number;
      /** What was read, for the workbook that goes back to the biller. */
      readonly content: Omit<CheckedLines, 'profile' | 'now'>;
    }
);

/** What files are checked against. */
export interface CheckGround {
  readonly profile: PlanProfile;
  readonly facts: PlanFacts;
  readonly today: CivilDate;
}

/** Reads and checks a file. */
export function checkFile(file: string, bytes: Uint8Array, ground: CheckGround): CheckedFile {
  const read = readInvoiceFile(bytes, ground.profile);
  if (read.kind === 'refused') return { file, kind: 'refused', reason: read.reason };
  const content = checked(read, ground);
  const { lines, rows, findings } = content;
  const { sheet, places, hiddenLines, uncalculatedLines } = read;
  const invoices = new Set(lines.map(({ invoiceNumber }) => invoiceNumber).filter((number) => number !== '')).size;
  return {
    file,
    kind: 'checked',
    sheet,
    lines: lines.length,
    invoices,
    findings: findings.map((finding) => ({
      ...finding,
      row: rows[finding.line] ?? 0,
      letters: lettersOf(places.get(finding.column)),
      invoiceNumber: lines[finding.line]?.invoiceNumber ?? '',
    })),
    missing: read.kind === 'list' ? read.missing : [],
    hiddenLines,
    uncalculatedLines,
    content,
  };
}

function checked(
  read: Exclude<InvoiceFile, { kind: 'refused' }>,
  ground: CheckGround,
): Omit<CheckedLines, 'profile' | 'now'> {
  const { profile, facts, today } = ground;
  if (read.kind === 'template') {
    const lines = read.lines.map(({ text }) => text);
    return {
      lines,
      rows: read.lines.map(({ row }) => row),
      rowKeys: read.lines.map(({ rowKey }) => rowKey),
      findings: checkLines(lines, facts, today),
      setup: read.setup,
    };
  }
  const { lines, rows, places } = read;
  return {
    lines,
    rows,
    rowKeys: lines.map(() => null),
    findings: checkList(lines, places, profile, facts, today),
    setup: null,
  };
}

const lettersOf = (column: number | undefined) => (column === undefined ? null : columnLetters(column));

/** The cell of a finding, `Invoice!AB12`; `Invoice!12` where the file has no column for it, `AB12` in CSV. */
export function cellOf({ row, letters }: FileFinding, sheet: string | null): string {
  const cell = `${letters ?? ''}${String(row)}`;
  return sheet === null ? cell : `${sheetReference(sheet)}!${cell}`;
}
