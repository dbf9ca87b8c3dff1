import { columns } from '../guidance/columns.ts';
import type { Finding } from '../guidance/finding.ts';
import { markFlags } from './invoice-formulas.ts';

/** Flags of a row on which nothing was found, as most are. */
const noFlags = '.'.repeat(markFlags);

const places = new Map(columns.map((column, index) => [column.key, index]));

/** What a mark says of a row. */
export interface Mark {
  /** One letter per column of the guidance: `e` error, `w` warning, `.` nothing found. */
  readonly flags: string;
  /** The words of the Check column. */
  readonly words: string;
}

function counted(count: number, one: string): string {
  return count === 1 ? `1 ${one}` : `${String(count)} ${one}s`;
}

/**
 * The packed mark of a row: 58 flags, then the words that the Check column shows. It says how many findings there are
 * and when the row was checked, never what a cell holds.
 *
 * @param checkedAt local time in words, for example `11/02/2026 9:14 AM`
 */
export function packMark(findings: readonly Pick<Finding, 'column' | 'severity'>[], checkedAt: string): string {
  const flags = findings.length === 0 ? [noFlags] : Array.from(noFlags);
  let errors = 0;
  let warnings = 0;
  for (const finding of findings) {
    const place = places.get(finding.column);
    if (finding.severity === 'error') errors += 1;
    else warnings += 1;
    if (place !== undefined && flags[place] !== 'e') flags[place] = finding.severity === 'error' ? 'e' : 'w';
  }
  const found = [
    ...(errors > 0 ? [`${counted(errors, 'error')} to mend`] : []),
    ...(warnings > 0 ? [`${counted(warnings, 'warning')} to look at`] : []),
  ];
  const verdict = found.length === 0 ? 'Ready' : found.join(', ');
  return `${flags.join('')}${verdict} · checked ${checkedAt}`;
}

/** The parts of a mark; null for a text that is none. */
export function unpackMark(mark: string): Mark | null {
  const flags = mark.slice(0, markFlags);
  return /^[ew.]{58}$/.test(flags) ? { flags, words: mark.slice(markFlags) } : null;
}
