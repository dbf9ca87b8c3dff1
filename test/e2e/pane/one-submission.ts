import { verifyReceipt } from '../../../src/submission/receipt.ts';
import type { OpenExcel } from '../../support/excel.ts';
import type { FarPlan } from './pane-on-excel.ts';

/** What the workbook and the plan have in the end: one submission, its receipt genuine, its invoices accepted once. */
export async function expectOneSubmission(far: FarPlan, excel: OpenExcel): Promise<void> {
  const { receipts, state, contents } = await excel.run(async () => ({
    receipts: await excel.workbook.receipts(),
    state: await excel.workbook.submissionState(),
    contents: await excel.workbook.read(far.plan.profile),
  }));
  expect(receipts).toHaveLength(1);
  const [row] = receipts;
  expect(row).toMatchObject({ lines: 3, state: '3 accepted' });
  expect(await verifyReceipt(row?.receipt ?? '', far.plan, null)).toMatchObject({
    kind: 'verified',
    receipt: { submissionId: row?.submissionId },
  });
  const numbers = contents.lines.map(({ text }) => text.invoiceNumber);
  expect(state).toEqual({ attempt: 2, accepted: numbers });
  for (const number of numbers) expect(await submissionsWith(far, number)).toEqual([row?.submissionId]);
}

/** Submissions in which the plan has an invoice. */
async function submissionsWith({ network, token }: FarPlan, invoiceNumber: string): Promise<readonly string[]> {
  const answer = await fetch(`${network.url}/v1/receipts?invoice=${invoiceNumber}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  const { receipts } = (await answer.json()) as { receipts: { submissionId: string }[] };
  return receipts.map(({ submissionId }) => submissionId);
}
