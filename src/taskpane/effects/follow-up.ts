import { fetchReceipts, fetchStatus, type Received } from '../../submission/client.ts';
import type { CallOptions } from '../../submission/exchange.ts';
import { verifyReceipt, type Receipt } from '../../submission/receipt.ts';
import { isSettled, numbersWithoutReceipt, type KeptReceipt } from '../state/follow-up-state.ts';
import type { PlanTrouble } from '../state/message.ts';
import type { Plan } from '../state/plans.ts';
import { troubleFrom, withPlan } from './plan-call.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show } from './task.ts';
import { writeResult } from './write-result.ts';

/** Numbers that one click asks for at most: each of them is a call, and most numbers have never been sent. */
const numbersAtOnce = 60;

/** Reads the Receipts sheet and verifies every receipt with the plan's keys; no network is needed. */
export function readReceipts(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'readReceipts', async (plan) => {
    await readKept(context, plan);
  });
}

/** Asks the plan what became of every submission of which something is left to hear, and writes what is new. */
export function askPlan(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'askPlan', async (plan) => {
    const kept = await readKept(context, plan);
    const accepted = new Set((await context.ports.workbook.submissionState()).accepted);
    const open = kept.filter((each) => !isSettled(each, accepted));
    if (open.length === 0) {
      show(context, { kind: 'nothingOpen' });
      return;
    }
    await withPlan(context, plan, async (options) => {
      for (const { receipt, row } of open) {
        if (receipt === null) continue;
        const trouble = await follow(context, plan, options, receipt, row.receipt);
        if (trouble !== null) return trouble;
      }
      await readKept(context, plan);
      show(context, { kind: 'planAnswered', submissions: open.length });
      return null;
    });
  });
}

/**
 * Fetches receipts again that the workbook has lost, by one invoice number or by those of its lines. Only what the
 * plan has signed is written; the results come with it, so that nothing is sent a second time.
 *
 * @param invoiceNumber ten digits, or null for the numbers of all lines that no receipt names
 */
export function findReceipts(context: EffectContext, invoiceNumber: string | null): Promise<void> {
  return runPlanTask(context, 'findReceipts', async (plan) => {
    const kept = await readKept(context, plan);
    const { contents } = await readSnapshot(context, plan);
    const numbers = contents.lines.map(({ text }) => text.invoiceNumber);
    const wanted = invoiceNumber === null ? numbersWithoutReceipt(numbers, kept) : [invoiceNumber];
    await withPlan(context, plan, async (options) => {
      const found = new Map<string, { readonly receipt: Receipt; readonly jws: string }>();
      const asked = new Set<string>();
      for (const number of wanted) {
        if (asked.size >= numbersAtOnce) break;
        if (isNamed(number, found.values())) continue;
        asked.add(number);
        const answer = await fetchReceipts(plan, number, options);
        if (answer.kind !== 'answered') return troubleFrom(context, answer);
        for (const { submissionId, jws, verification } of answer.body) {
          if (verification.kind === 'verified') found.set(submissionId, { receipt: verification.receipt, jws });
        }
      }
      const oldestFirst = [...found.values()].sort(
        (left, right) => Date.parse(left.receipt.receivedAt) - Date.parse(right.receipt.receivedAt),
      );
      for (const { receipt, jws } of oldestFirst) {
        const trouble = await follow(context, plan, options, receipt, jws);
        if (trouble !== null) return trouble;
      }
      await readKept(context, plan);
      const unasked = wanted.filter((number) => !asked.has(number) && !isNamed(number, found.values())).length;
      show(context, { kind: 'receiptsFound', submissions: found.size, unasked });
      return null;
    });
  });
}

function isNamed(number: string, found: Iterable<{ readonly receipt: Receipt }>): boolean {
  return [...found].some(({ receipt }) => receipt.invoices.some(({ invoiceNumber }) => invoiceNumber === number));
}

/** Fetches a submission's result and writes it with its receipt; gives what went wrong with the plan. */
async function follow(
  context: EffectContext,
  plan: Plan,
  options: CallOptions,
  receipt: Receipt,
  jws: string,
): Promise<PlanTrouble | null> {
  const { store } = context;
  const { submissionId, receivedAt } = receipt;
  const answer = await fetchStatus(plan, submissionId, options);
  if (answer.kind !== 'answered') return troubleFrom(context, answer);
  const result = answer.body.state === 'checked' ? answer.body.result : null;
  const invoices = result?.invoices ?? null;
  store.dispatch({ type: 'resultFollowed', followed: { submissionId, receivedAt, invoices } });
  const received: Received = { kind: 'received', submissionId, receipt, jws, result };
  // Read anew: an earlier result may have changed it.
  const setup = store.getState().snapshot?.contents.setup;
  if (setup !== undefined) await writeResult(context, plan, setup, received);
  return null;
}

/** Reads the Receipts sheet and shows it. */
export async function readKept(context: EffectContext, plan: Plan): Promise<readonly KeptReceipt[]> {
  const rows = await context.ports.workbook.receipts();
  const receipts = await Promise.all(
    rows.map(async (row): Promise<KeptReceipt> => {
      const verification = await verifyReceipt(row.receipt, plan, null);
      const genuine = verification.kind === 'verified' && verification.receipt.submissionId === row.submissionId;
      return { row, receipt: genuine ? verification.receipt : null };
    }),
  );
  context.store.dispatch({ type: 'receiptsRead', receipts });
  return receipts;
}
