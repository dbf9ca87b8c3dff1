import type { LineText } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import type { ProviderSetup, RowKey } from '../../workbook/model.ts';
import { completeRowKeys } from '../../workbook/row-key.ts';
import type { ErrorReport } from '../../xlsx/errors/error-report.ts';

/** Lines of a file that were checked, and nothing sent. */
export interface CheckedLines {
  readonly profile: PlanProfile;
  readonly lines: readonly LineText[];
  /** 1-based rows of the file, one per line. */
  readonly rows: readonly number[];
  /** Row keys of the file, one per line; missing ones are made. */
  readonly rowKeys: readonly (RowKey | null)[];
  readonly findings: readonly Finding[];
  /** Setup of a filled template; a list has none, and its biller answers in the error workbook. */
  readonly setup: Pick<ProviderSetup, 'attested' | 'purpose' | 'concerns'> | null;
  readonly now: Date;
}

/** What goes to the biller after a check of a file: for `errorWorkbook` and `printErrorFile`. */
export function reportOfCheck(checked: CheckedLines): ErrorReport {
  const { profile, lines, rows, findings } = checked;
  const byLine = Map.groupBy(findings, ({ line }) => line);
  const keys = completeRowKeys(lines.map((_, index) => checked.rowKeys[index] ?? null));
  return {
    profile,
    origin: { kind: 'check', checkedAt: localInstant(checked.now) },
    setup: checked.setup ?? { attested: false, purpose: 'new', concerns: [] },
    lines: lines.map((text, index) => ({
      rowKey: keys[index] ?? '',
      sourceRow: rows[index] ?? null,
      text,
      findings: byLine.get(index) ?? [],
    })),
    invoices: groupInvoices(lines).map((invoice) => ({
      ...invoice,
      state: invoice.lines.some((line) => byLine.get(line)?.some(({ severity }) => severity === 'error') === true)
        ? 'returned'
        : 'accepted',
    })),
  };
}

/** RFC 3339 with this computer's offset, so that the day on it is the biller's. */
function localInstant(now: Date): string {
  const offset = -now.getTimezoneOffset();
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, -1);
  const two = (number: number) => String(number).padStart(2, '0');
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}
