import { civilDateAt } from '../../guidance/civil-date.ts';
import { fetchStatus, submit as send, type Received } from '../../submission/client.ts';
import { prepareEnvelope, type EnvelopeRefusal } from '../../submission/prepare-envelope.ts';
import type { Envelope } from '../../submission/contract.ts';
import type { ProviderSetup } from '../../workbook/model.ts';
import type { Plan } from '../state/plans.ts';
import { outgoing } from '../state/outgoing.ts';
import { standingOf } from '../state/standing.ts';
import type { SubmissionOutcome, SubmissionPhase, SubmissionStop } from '../state/submission-state.ts';
import { checkWorkbook } from './check.ts';
import { callPlan, troubleFrom } from './plan-call.ts';
import type { EffectContext } from './ports.ts';
import { productVersion } from './product-version.ts';
import { refreshPlans } from './refresh-plans.ts';
import { presentPlan, runPlanTask, stoppable, unlessStopped } from './task.ts';
import { isWritten, writeResult } from './write-result.ts';

/** Seconds that the endpoint may take to check before it answers without a result, at most as long as it allows. */
const waitSeconds = 30;

/**
 * Sends everything that is ready, once. Everything that decides what is sent is read from the workbook at this click;
 * the idempotency key follows from it, so a second click, a closed pane or a lost connection ends in one submission.
 */
export function submit(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'submit', async (plan) => {
    const { store } = context;
    try {
      const outcome = await stoppable(context, (signal) => submitTo(context, plan, signal));
      store.dispatch({ type: 'submissionEnded', outcome });
    } catch (error) {
      store.dispatch({ type: 'submissionBroken' });
      throw error;
    }
  });
}

async function submitTo(context: EffectContext, known: Plan, signal: AbortSignal): Promise<SubmissionOutcome> {
  enter(context, 'checking');
  const prepared = await prepare(context, known.planId, signal);
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

type Prepared =
  | { readonly kind: 'ready'; readonly plan: Plan; readonly envelope: Envelope; readonly setup: ProviderSetup }
  | { readonly kind: 'stopped'; readonly reason: SubmissionStop };

const stops: Readonly<Record<EnvelopeRefusal, SubmissionStop>> = {
  noLines: 'nothingToSend',
  tooManyLines: 'tooManyLines',
  unsendableText: 'unsendableText',
  billingProvider: 'billingNpi',
  concerns: 'concerns',
  notAttested: 'notAttested',
};

/** Everything is read anew: plans, plan data, the damage, the lines, and what stands between two submissions. */
async function prepare(context: EffectContext, planId: string, signal: AbortSignal): Promise<Prepared> {
  const { ports, store } = context;
  const { workbook } = ports;
  await unlessStopped(refreshPlans(context), signal);
  store.dispatch({ type: 'workbookRead', workbook: await workbook.state() });
  const standing = standingOf(store.getState());
  if (standing.kind === 'newerTemplate') return { kind: 'stopped', reason: 'newer' };
  if (standing.kind !== 'template' || standing.plan.planId !== planId)
    return { kind: 'stopped', reason: 'planUnknown' };
  if (standing.altered) return { kind: 'stopped', reason: 'altered' };
  if (standing.older) return { kind: 'stopped', reason: 'older' };
  const { plan } = standing;
  const damages = await workbook.damages(plan.profile);
  store.dispatch({ type: 'damagesRead', damages });
  if (damages.length > 0) return { kind: 'stopped', reason: 'damaged' };

  const lines = await checkWorkbook(context, plan, signal);
  const sent = await workbook.submissionState();
  store.dispatch({ type: 'sentRead', sent });
  const snapshot = store.getState().snapshot;
  if (snapshot === null) return { kind: 'stopped', reason: 'nothingToSend' };
  const { setup } = snapshot.contents;
  const goes = new Set(
    outgoing(
      lines.map(({ text }) => text),
      lines.flatMap(({ findings }) => findings),
      setup,
      sent.accepted,
    ).lines,
  );
  const prepared = prepareEnvelope({
    profile: plan.profile,
    setup,
    lines: lines.filter((_, place) => goes.has(place)).map(({ rowKey, text }) => ({ rowKey, text, differences: [] })),
    diagnosisLists: presentPlan(context, plan).checkedDiagnosisLists,
    attempt: sent.attempt,
    productVersion,
    today: civilDateAt(ports.now()),
  });
  return prepared.kind === 'refused'
    ? { kind: 'stopped', reason: stops[prepared.reason] }
    : { kind: 'ready', plan, envelope: prepared.envelope, setup };
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
