import { civilDateAt } from '../../guidance/civil-date.ts';
import type { Envelope } from '../../submission/contract.ts';
import { prepareEnvelope, type EnvelopeRefusal } from '../../submission/prepare-envelope.ts';
import type { ProviderSetup } from '../../workbook/model.ts';
import { outgoing } from '../state/outgoing.ts';
import type { Plan } from '../state/plans.ts';
import { standingOf } from '../state/standing.ts';
import type { SubmissionStop } from '../state/submission-state.ts';
import { checkWorkbook } from './check.ts';
import type { EffectContext } from './ports.ts';
import { productVersion } from './product-version.ts';
import { refreshPlans } from './refresh-plans.ts';
import { presentPlan, unlessStopped } from './task.ts';

/** A submission that is ready to go, or why there is none. */
export type PreparedSubmission =
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
export async function prepareSubmission(
  context: EffectContext,
  planId: string,
  signal: AbortSignal,
): Promise<PreparedSubmission> {
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
