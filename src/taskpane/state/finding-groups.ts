import type { Finding, Severity } from '../../guidance/finding.ts';
import type { WorkbookLine } from '../../workbook/model.ts';
import type { FollowedInvoice } from './follow-up-state.ts';

/** A finding on a line that is in the workbook. */
export interface PlacedFinding {
  readonly finding: Finding;
  readonly line: WorkbookLine;
  /** Whether only the plan's own check found it. */
  readonly fromPlan: boolean;
}

/** Findings with something in common. */
export interface FindingGroup {
  readonly key: string;
  readonly findings: readonly PlacedFinding[];
}

/**
 * The findings of the pane's check, and those of the plan's that the pane does not have itself. The plan's find their
 * line by its row key, wherever it has been moved to; a line that is gone takes its findings along.
 *
 * @param returned what the plan said of each invoice at last
 */
export function placedFindings(
  lines: readonly WorkbookLine[],
  findings: readonly Finding[],
  returned: readonly FollowedInvoice[],
): readonly PlacedFinding[] {
  const own = findings.flatMap((finding): readonly PlacedFinding[] => {
    const line = lines[finding.line];
    return line === undefined ? [] : [{ finding, line, fromPlan: false }];
  });
  if (returned.length === 0) return own;
  const known = new Set(findings.map(identity));
  const places = new Map(
    lines.flatMap((line, place) => (line.rowKey === null ? [] : [[line.rowKey as string, place]])),
  );
  const plans = returned.flatMap((invoice) =>
    invoice.findings.flatMap((found): readonly PlacedFinding[] => {
      const place = places.get(found.rowKey);
      const line = place === undefined ? undefined : lines[place];
      if (place === undefined || line === undefined) return [];
      const { code, column, element, repair, severity } = found;
      const finding: Finding = { code, column, element, line: place, repair, severity };
      return known.has(identity(finding)) ? [] : [{ finding, line, fromPlan: true }];
    }),
  );
  return [...own, ...plans].sort((left, right) => left.finding.line - right.finding.line);
}

const identity = ({ line, column, code }: Finding): string => `${String(line)} ${column} ${code}`;

/** Only those of a severity. */
export function ofSeverity(findings: readonly PlacedFinding[], severity: Severity): readonly PlacedFinding[] {
  return findings.filter(({ finding }) => finding.severity === severity);
}

/** Findings by line, from top to bottom. */
export function byLine(findings: readonly PlacedFinding[]): readonly FindingGroup[] {
  return grouped(findings, ({ line }) => String(line.row));
}

/** Findings by rule: errors before warnings, the most frequent first. */
export function byRule(findings: readonly PlacedFinding[]): readonly FindingGroup[] {
  const weight = ({ findings: [first] }: FindingGroup): number => (first?.finding.severity === 'error' ? 0 : 1);
  return grouped(findings, ({ finding }) => `${finding.severity} ${finding.code}`).sort(
    (left, right) => weight(left) - weight(right) || right.findings.length - left.findings.length,
  );
}

function grouped(findings: readonly PlacedFinding[], keyOf: (finding: PlacedFinding) => string): FindingGroup[] {
  const groups = new Map<string, PlacedFinding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [finding]);
    else group.push(finding);
  }
  return [...groups].map(([key, members]) => ({ key, findings: members }));
}
