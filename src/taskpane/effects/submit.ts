import { fetchStatus, submit as send, type Received } from '../../submission/client.ts';
import type { Plan } from '../state/plans.ts';
import type { SubmissionOutcome, SubmissionPhase } from '../state/submission-state.ts';
import { callPlan, troubleFrom } from './plan-call.ts';
import type { EffectContext } from './ports.ts';
import { prepareSubmission } from './prepare-submission.ts';
import { runSubmission } from './run-submission.ts';
import { isWritten, writeResult } from './write-result.ts';

/** Seconds that the endpoint may take to check before it answers without a result, at most as long as it allows. */
const waitSeconds = 30;

/**
 * Sends everything that is ready, once. Everything that decides what is sent is read from the workbook at this click;
 * the idempotency key follows from it, so a second click, a closed pane or a lost connection ends in one submission.
 */
export function submit(context: EffectContext): Promise<void> {
  return runSubmission(context, 'submit', (plan, signal) => submitTo(context, plan, signal));
}

async function submitTo(context: EffectContext, known: Plan, signal: AbortSignal): Promise<SubmissionOutcome> {
  const prepared = await prepareSubmission(context, known.planId, signal);
  if (prepared.kind === 'stopped') return prepared;
  const { plan } = prepared;

  enter(context, 'signingIn');
  const call = await callPlan(context, plan, signal);
  if (call.kind === 'trouble') return call.trouble;

  enter(context, 'sending');
  const sent = await send(prepared.envelope, plan, { ...call.options, wait: waitSeconds });
  if (sent.kind === 'notVerified') return { kind: 'receiptNotVerified' };
  if (sent.kind !== 'received') return troubleFrom(context, sent);

  const received = sent.result === null ? await awaitResult(context, plan, sent, call.options) : sent;
  const { submissionId, receipt, result } = received;
  context.store.dispatch({
    type: 'resultFollowed',
    followed: { submissionId, receivedAt: receipt.receivedAt, invoices: result?.invoices ?? null },
  });
  enter(context, 'writing');
  // The plan has it, whatever Excel says now: the outcome tells both.
  const written = await writeResult(context, plan, prepared.setup, received).then(
    () => true,
    () => isWritten(context, received).catch(() => false),
  );
  return { kind: 'received', receipt, result, written };
}

/** The result that the endpoint was not done with; without one the receipt alone is kept, and asked again later. */
async function awaitResult(
  context: EffectContext,
  plan: Plan,
  received: Received,
  call: Parameters<typeof fetchStatus>[2],
): Promise<Received> {
  enter(context, 'waiting');
  const answer = await fetchStatus(plan, received.submissionId, { ...call, wait: waitSeconds });
  // The next click asks again: with a token that the plan takes.
  if (answer.kind === 'signedOut') troubleFrom(context, answer);
  const checked = answer.kind === 'answered' && answer.body.state === 'checked';
  return checked ? { ...received, result: answer.body.result } : received;
}

function enter({ store }: EffectContext, phase: SubmissionPhase): void {
  store.dispatch({ type: 'submissionMoved', phase });
}
