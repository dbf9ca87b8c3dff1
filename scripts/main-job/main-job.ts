import { checkLines, findingOf } from '../../src/guidance/check.ts';
import { civilDateAt, type CivilDate } from '../../src/guidance/civil-date.ts';
import type { LineText } from '../../src/guidance/columns.ts';
import type { DiagnosisList } from '../../src/guidance/diagnosis-list.ts';
import type { Finding } from '../../src/guidance/finding.ts';
import { applyRepairs, offerRepairs } from '../../src/guidance/repairs.ts';
import { planFacts } from '../../src/plan/facts.ts';
import { identifyDiagnosisLists } from '../../src/plan/diagnosis-lists.ts';
import type { PlanFacts } from '../../src/guidance/plan-facts.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { reportOfSubmission } from '../../src/intake/error-report.ts';
import type { ErrorReport } from '../../src/xlsx/errors/error-report.ts';
import { openInvoiceWorkbook } from '../../src/excel/open-invoice-workbook.ts';
import type { InvoiceWorkbook } from '../../src/excel/invoice-workbook.ts';
import { fetchStatus, submit } from '../../src/submission/client.ts';
import type { PlanConnection } from '../../src/submission/connection.ts';
import { prepareEnvelope, type LineToSend } from '../../src/submission/prepare-envelope.ts';
import { verifyReceipt, type Receipt } from '../../src/submission/receipt.ts';
import type { SubmissionResult } from '../../src/submission/result.ts';
import { importedLines, sourceDifferences } from '../../src/workbook/imported-lines.ts';
import type { ProviderSetup } from '../../src/workbook/model.ts';
import { completeRowKeys } from '../../src/workbook/row-key.ts';
import type { CsvLines } from '../../src/xlsx/csv.ts';
import type { ExcelHost } from '../../src/workbench/host/excel-host.ts';

/** What the main job is done with. */
export interface MainJobOrder {
  /** The workbook's host, whose journal counts what the add-in asks of Excel. */
  readonly host: ExcelHost;
  readonly connection: PlanConnection;
  readonly token: string;
  readonly source: Extract<CsvLines, { kind: 'lines' }>;
  /** Whether the offered repairs are applied first. */
  readonly repair: boolean;
  readonly productVersion: string;
  /** Lists of ICD-10-CM of the plan. */
  readonly diagnosisLists: readonly DiagnosisList[];
  readonly now: Date;
}

/** A finding on a row of the source file. */
export interface SourceFinding extends Finding {
  /** 1-based row of the file; the header is row 1. */
  readonly row: number;
  readonly invoiceNumber: string;
}

/** What became of it. */
export interface MainJobOutcome {
  readonly lines: number;
  readonly invoices: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly repaired: number;
  readonly findings: readonly SourceFinding[];
  /** Whether the plan found exactly what the check beside the sheet found. */
  readonly agreed: boolean;
  readonly receipt: Receipt;
  readonly jws: string;
  /** What goes back to the biller, with the rows of the source file. */
  readonly report: ErrorReport;
  /** Lines of the invoices that the plan accepted, as they were sent. */
  readonly acceptedLines: readonly LineText[];
  /** Whether the receipt, read back from the workbook's Receipts sheet, verifies with the plan's public key. */
  readonly verified: boolean;
  readonly syncs: { readonly install: number; readonly check: number };
}

/** The job could not be done; the message is for the person at the terminal and holds no member data. */
export class MainJobFailure extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MainJobFailure';
  }
}

/**
 * The main job, once, on real parts: the plan's template into an empty workbook through Office.js, a month of lines
 * imported, checked and marked, sent over HTTP, the receipt verified and written into the workbook.
 *
 * Runs with the globals of Office.js set to the host's.
 *
 * @throws MainJobFailure
 */
export async function runMainJob(order: MainJobOrder): Promise<MainJobOutcome> {
  const { profile } = order.connection;
  const facts = planFacts(profile, order.diagnosisLists);
  const today = civilDateAt(order.now);
  const repairs = order.repair ? offerRepairs(order.source.lines) : [];
  const lines = applyRepairs(order.source.lines, repairs);
  const workbook = openInvoiceWorkbook();

  const beforeInstall = order.host.journal.mark();
  await workbook.install(profile, Math.max(profile.rows, lines.length));
  const installSyncs = order.host.journal.since(beforeInstall).syncs;

  const setup = await fill(workbook, profile, lines);
  const beforeCheck = order.host.journal.mark();
  const checked = await check(workbook, profile, facts, lines, today);
  const checkSyncs = order.host.journal.since(beforeCheck).syncs;

  const { attempt, accepted } = await workbook.submissionState();
  const prepared = prepareEnvelope({
    profile,
    setup,
    lines: checked.toSend,
    diagnosisLists: (await identifyDiagnosisLists(order.diagnosisLists)).map(({ identity }) => identity),
    attempt,
    productVersion: order.productVersion,
    today,
  });
  if (prepared.kind === 'refused') throw new MainJobFailure(`Nothing can be sent: ${prepared.reason}.`);
  const outcome = await submit(prepared.envelope, order.connection, { token: order.token, wait: 60 });
  if (outcome.kind !== 'received') throw new MainJobFailure(`The submission failed: ${outcome.kind}.`);
  const result = outcome.result ?? (await resultOf(order, outcome.submissionId));

  const acceptedNumbers = numbersIn(result, 'accepted');
  const rejected = result.invoices.filter(({ state }) => state === 'rejected').length;
  const acceptedCount = result.invoices.length - rejected;
  await workbook.writeReceipt({
    submissionId: outcome.submissionId,
    receivedAt: outcome.receipt.receivedAt,
    invoices: outcome.receipt.counts.invoices,
    lines: outcome.receipt.counts.lines,
    totalCents: outcome.receipt.totalCents,
    state:
      rejected === 0
        ? `${String(acceptedCount)} accepted`
        : `${String(acceptedCount)} accepted, ${String(rejected)} to correct`,
    receipt: outcome.jws,
  });
  await workbook.writeSubmissionState({
    attempt: attempt + 1,
    accepted: [...new Set([...accepted, ...acceptedNumbers])],
  });

  return {
    lines: lines.length,
    invoices: result.invoices.length,
    accepted: acceptedCount,
    rejected,
    repaired: repairs.length,
    findings: checked.findings.map((finding) => ({
      ...finding,
      row: order.source.rows[finding.line] ?? 0,
      invoiceNumber: lines[finding.line]?.invoiceNumber ?? '',
    })),
    agreed: sameFindings(checked, result),
    receipt: outcome.receipt,
    jws: outcome.jws,
    report: reportOfSubmission({
      profile,
      submissionId: outcome.submissionId,
      receivedAt: outcome.receipt.receivedAt,
      receipt: outcome.jws,
      part2Program: false,
      envelope: prepared.envelope,
      result,
      sourceRows: order.source.rows,
    }),
    acceptedLines: lines.filter(({ invoiceNumber }) => acceptedNumbers.includes(invoiceNumber)),
    verified: await isKept(workbook, order.connection, outcome.submissionId),
    syncs: { install: installSyncs, check: checkSyncs },
  };
}

/** Whether the workbook now holds a genuine receipt of a submission: what a biller can show later, offline. */
async function isKept(workbook: InvoiceWorkbook, connection: PlanConnection, submissionId: string): Promise<boolean> {
  const kept = (await workbook.receipts()).find((row) => row.submissionId === submissionId);
  if (kept === undefined) return false;
  const verification = await verifyReceipt(kept.receipt, connection, null);
  return verification.kind === 'verified' && verification.receipt.submissionId === submissionId;
}

/** Setup, Members and the lines onto the sheets. */
async function fill(
  workbook: InvoiceWorkbook,
  profile: PlanProfile,
  lines: readonly LineText[],
): Promise<ProviderSetup> {
  const imported = importedLines(lines, planFacts(profile).services, profile.extraModifiers);
  const setup: ProviderSetup = {
    billing: imported.billing,
    sites: imported.sites,
    invoiceDate: '',
    attested: true,
    purpose: 'new',
    concerns: [],
  };
  await workbook.writeSetup(setup);
  await workbook.writeMembers(imported.members);
  await workbook.appendLines(imported.entries);
  return setup;
}

interface Checked {
  readonly findings: readonly Finding[];
  readonly toSend: readonly LineToSend[];
}

/** Checks the lines as the file has them, against what the sheet derives, and marks them in the workbook. */
async function check(
  workbook: InvoiceWorkbook,
  profile: PlanProfile,
  facts: PlanFacts,
  lines: readonly LineText[],
  today: CivilDate,
): Promise<Checked> {
  const contents = await workbook.read(profile);
  if (contents.lines.length !== lines.length) throw new MainJobFailure('Not every line of the file is on the sheet.');
  const differences = lines.map((line, index) => {
    const derived = contents.lines[index]?.text;
    return derived === undefined ? [] : sourceDifferences(line, derived, facts.services);
  });
  const findings = [
    ...checkLines(lines, facts, today),
    ...lines.flatMap((line, index) =>
      (differences[index] ?? []).map((column) => findingOf('DERIVED_DIFFERENCE', column, index, line)),
    ),
  ];
  const keys = completeRowKeys(contents.lines.map(({ rowKey }) => rowKey));
  const byLine = Map.groupBy(findings, ({ line }) => line);
  const toSend = lines.flatMap((text, index): readonly LineToSend[] => {
    const rowKey = keys[index];
    return rowKey === undefined ? [] : [{ rowKey, text, differences: differences[index] ?? [] }];
  });
  await workbook.writeVerdicts(
    contents.lines.flatMap(({ row }, index) => {
      const rowKey = keys[index];
      return rowKey === undefined ? [] : [{ row, rowKey, findings: byLine.get(index) ?? [] }];
    }),
    new Intl.DateTimeFormat('en-US', { dateStyle: 'short', timeStyle: 'short' }).format(new Date()),
  );
  return { findings, toSend };
}

async function resultOf(order: MainJobOrder, submissionId: string): Promise<SubmissionResult> {
  const answer = await fetchStatus(order.connection, submissionId, { token: order.token, wait: 60 });
  if (answer.kind === 'answered' && answer.body.state === 'checked') return answer.body.result;
  throw new MainJobFailure('The plan has the submission and its receipt is here, but it has not checked it yet.');
}

function numbersIn(result: SubmissionResult, state: 'accepted' | 'rejected'): readonly string[] {
  return result.invoices.flatMap((invoice) => (invoice.state === state ? (invoice.invoiceNumber ?? []) : []));
}

/** Pane and endpoint run the same rules: the same codes on the same cells. */
function sameFindings(checked: Checked, result: SubmissionResult): boolean {
  const ours = checked.findings.map(
    ({ code, column, line }) => `${checked.toSend[line]?.rowKey ?? ''} ${column} ${code}`,
  );
  const theirs = result.invoices.flatMap(({ findings }) =>
    findings.map(({ code, column, rowKey }) => `${rowKey} ${column} ${code}`),
  );
  return JSON.stringify([...new Set(ours)].sort()) === JSON.stringify([...new Set(theirs)].sort());
}
