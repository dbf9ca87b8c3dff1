import type { PlanProfile } from '../plan/profile.ts';
import type { Envelope } from '../submission/contract.ts';
import { groupInvoices } from '../submission/invoices.ts';
import type { SubmissionFinding, SubmissionResult } from '../submission/result.ts';
import type { ErrorReport } from '../xlsx/errors/error-report.ts';

/** A checked submission. */
export interface CheckedSubmission {
  readonly profile: PlanProfile;
  readonly submissionId: string;
  /** RFC 3339 with the offset of the plan's time zone. */
  readonly receivedAt: string;
  /** The receipt as the plan signed it. */
  readonly receipt: string;
  /** Whether a program of 42 CFR Part 2 sent it. */
  readonly part2Program: boolean;
  readonly envelope: Envelope;
  readonly result: SubmissionResult;
  /** 1-based rows of the biller's own file, one per line, where they are known and the lines do not say them. */
  readonly sourceRows?: readonly number[];
}

/** What goes back to the biller after a submission was checked. */
export function reportOfSubmission(checked: CheckedSubmission): ErrorReport {
  const { profile, submissionId, receivedAt, receipt, part2Program, envelope, result } = checked;
  const findings = new Map<string, SubmissionFinding[]>();
  for (const finding of result.invoices.flatMap((invoice) => invoice.findings)) {
    const known = findings.get(finding.rowKey);
    if (known === undefined) findings.set(finding.rowKey, [finding]);
    else known.push(finding);
  }
  // The result has the invoices in the order of the envelope's groups, which is how it came about.
  const groups = groupInvoices(envelope.lines.map(({ values }) => values));
  return {
    profile,
    origin: { kind: 'submission', submissionId, receivedAt, attempt: envelope.attempt, receipt, part2Program },
    setup: {
      attested: envelope.attestation.cannotProduce837,
      purpose: envelope.purpose.kind,
      concerns: concernsLeft(envelope, result),
    },
    lines: envelope.lines.map(({ rowKey, values, sourceRow }, index) => ({
      rowKey,
      sourceRow: sourceRow ?? checked.sourceRows?.[index] ?? null,
      text: values,
      findings: findings.get(rowKey) ?? [],
    })),
    invoices: result.invoices.map(({ invoiceNumber, state, chargeCents }, index) => ({
      invoiceNumber,
      state: state === 'rejected' ? 'returned' : 'accepted',
      lines: groups[index]?.lines ?? [],
      chargeCents,
    })),
  };
}

/** The numbers that replacements or voids still concern: not those of invoices that the plan has accepted by now. */
function concernsLeft({ purpose }: Envelope, result: SubmissionResult): readonly string[] {
  if (purpose.kind === 'new') return [];
  const numbers = purpose.kind === 'replacement' ? purpose.replaces : purpose.voids;
  const accepted = new Set(
    result.invoices.flatMap(({ state, invoiceNumber }) => (state === 'accepted' ? (invoiceNumber ?? []) : [])),
  );
  const left = numbers.filter((number) => !accepted.has(number));
  return left.length === 0 ? numbers : left;
}
