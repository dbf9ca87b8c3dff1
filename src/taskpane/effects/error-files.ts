import { columnOf } from '../../guidance/columns.ts';
import { errorFileName, errorFileTypes, fetchErrorFile, type ErrorFileForm } from '../../submission/error-file.ts';
import { verifyReceipt, type Receipt } from '../../submission/receipt.ts';
import type { LineEntry, WorkbookLine } from '../../workbook/model.ts';
import type { ErrorWorkbookFile } from '../../xlsx/errors/read-error-workbook.ts';
import type { ErrorFileView, FollowedInvoice } from '../state/follow-up-state.ts';
import type { Plan } from '../state/plans.ts';
import { readKept } from './follow-up.ts';
import { troubleFrom, withPlan } from './plan-call.ts';
import type { EffectContext } from './ports.ts';
import { readOpened } from './read-opened.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show, stoppable } from './task.ts';

/** Fetches what came back of a submission and offers it for saving. */
export function saveErrors(context: EffectContext, submissionId: string, form: ErrorFileForm): Promise<void> {
  return runPlanTask(context, 'saveErrors', (plan) =>
    withPlan(context, plan, async (options) => {
      const { saveFile, words } = context.ports;
      const answer = await fetchErrorFile(plan, submissionId, form, words.rules, options);
      if (answer.kind !== 'answered') return troubleFrom(context, answer);
      saveFile({ name: errorFileName(submissionId, form), type: errorFileTypes[form], bytes: answer.body });
      show(context, { kind: 'errorsSaved' });
      return null;
    }),
  );
}

/**
 * Reads an error workbook that was opened in the pane. Only one with a receipt that the plan signed counts; its
 * findings then stand on the lines of this workbook that have the same keys. No network is needed: the file may have
 * come by mail.
 */
export function readErrorWorkbook(context: EffectContext, file: Blob): Promise<void> {
  return runPlanTask(context, 'readErrors', async (plan) => {
    const errorFile = await load(context, plan, file);
    context.store.dispatch({ type: 'errorFileRead', errorFile });
    if (errorFile.kind === 'loaded') show(context, { kind: 'errorWorkbookLoaded', findings: errorFile.findings });
  });
}

async function load(context: EffectContext, plan: Plan, file: Blob): Promise<ErrorFileView> {
  const { profile } = plan;
  const read = await stoppable(context, (signal) =>
    readOpened(context, { kind: 'errorWorkbook', file, profile }, signal),
  );
  if (read.kind === 'refused') return read;
  const verification = await verifyReceipt(read.receipt, plan, null);
  if (verification.kind !== 'verified') return { kind: 'refused', reason: 'notFromPlan' };
  const { receipt } = verification;
  const { contents } = await readSnapshot(context, plan);
  const { submissionId, receivedAt } = receipt;
  await keepReceipt(context, plan, receipt, read.receipt);
  const invoices = invoicesIn(read, receipt, contents.lines);
  context.store.dispatch({ type: 'resultFollowed', followed: { submissionId, receivedAt, invoices } });
  const present = new Set(contents.lines.map(({ rowKey }) => rowKey));
  return {
    kind: 'loaded',
    submissionId,
    findings: read.findings.length,
    missing: read.lines.filter(({ rowKey }) => rowKey === null || !present.has(rowKey)).length,
    corrected: read.corrected.filter(({ rowKey }) => present.has(rowKey)),
  };
}

/** A receipt that the workbook lacks is written; what became of its invoices only the plan's own answer says. */
async function keepReceipt(context: EffectContext, plan: Plan, receipt: Receipt, jws: string): Promise<void> {
  const { workbook, words } = context.ports;
  const { counts, receivedAt, submissionId, totalCents } = receipt;
  if ((await readKept(context, plan)).some(({ row }) => row.submissionId === submissionId)) return;
  const state = words.submit.stateReceived;
  await workbook.writeReceipt({ submissionId, receivedAt, ...counts, totalCents, state, receipt: jws });
  await readKept(context, plan);
}

/**
 * The invoices of the receipt. A line belongs to the invoice under whose number it was sent: its number in the file
 * may be one that somebody has corrected since.
 */
function invoicesIn(
  { findings, lines }: Extract<ErrorWorkbookFile, { kind: 'errors' }>,
  receipt: Receipt,
  own: readonly WorkbookLine[],
): readonly FollowedInvoice[] {
  const sent = new Set(receipt.invoices.flatMap(({ invoiceNumber }) => invoiceNumber ?? []));
  const numbers = new Map<string, string>();
  for (const { rowKey, text } of [...lines, ...own]) {
    if (rowKey !== null && sent.has(text.invoiceNumber)) numbers.set(rowKey, text.invoiceNumber);
  }
  const returned = new Map<string | null, FollowedInvoice['findings']>();
  for (const finding of findings) {
    const { element } = columnOf(finding.column);
    const invoiceNumber = numbers.get(finding.rowKey) ?? null;
    returned.set(invoiceNumber, [...(returned.get(invoiceNumber) ?? []), { ...finding, element: element.number }]);
  }
  const accepted = [...sent].filter((number) => !returned.has(number));
  return [
    ...[...returned].map(([invoiceNumber, found]) => ({ invoiceNumber, state: 'rejected' as const, findings: found })),
    ...accepted.map((invoiceNumber) => ({ invoiceNumber, state: 'accepted' as const, findings: [] })),
  ];
}

/** Puts the cells that were corrected in the error workbook on the lines of this one; nothing else of them changes. */
export function takeCorrections(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'takeCorrections', async (plan) => {
    const { ports, store } = context;
    const { errorFile } = store.getState().followUp;
    if (errorFile?.kind !== 'loaded') return;
    const { contents } = await readSnapshot(context, plan);
    const byKey = new Map(
      contents.lines.flatMap((line) => (line.rowKey === null ? [] : [[line.rowKey, line] as const])),
    );
    let lines = 0;
    for (const { changes, rowKey } of errorFile.corrected) {
      const line = byKey.get(rowKey);
      if (line === undefined) continue;
      const entry: LineEntry = { ...line.entry, ...changes };
      await ports.workbook.writeLine(line.row, entry);
      lines += 1;
    }
    store.dispatch({ type: 'correctionsTaken' });
    await readSnapshot(context, plan);
    show(context, { kind: 'correctionsTaken', lines });
  });
}
