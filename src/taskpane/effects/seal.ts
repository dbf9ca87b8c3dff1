import { civilDateAt } from '../../guidance/civil-date.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import { sealPackage } from '../../submission/sealed-package.ts';
import type { Plan } from '../state/plans.ts';
import type { SubmissionOutcome } from '../state/submission-state.ts';
import type { EffectContext } from './ports.ts';
import { prepareSubmission } from './prepare-submission.ts';
import { runSubmission } from './run-submission.ts';

/**
 * Saves everything that is ready as a file that only the plan can open. It is the same submission as one that is sent:
 * its key follows from its content, so a plan that gets both takes it once.
 */
export function seal(context: EffectContext): Promise<void> {
  return runSubmission(context, 'seal', (plan, signal) => sealFor(context, plan, signal));
}

async function sealFor(context: EffectContext, known: Plan, signal: AbortSignal): Promise<SubmissionOutcome> {
  const { ports, store } = context;
  const prepared = await prepareSubmission(context, known.planId, signal);
  if (prepared.kind === 'stopped') return prepared;
  const { envelope, plan } = prepared;
  const way = plan.profile.sealedPackages;
  if (way === undefined) return { kind: 'stopped', reason: 'noSealedFiles' };
  store.dispatch({ type: 'submissionMoved', phase: 'sealing' });
  const { bytes, fileName } = await sealPackage(envelope, way.recipient, civilDateAt(ports.now()));
  ports.saveFile({ name: fileName, type: 'application/octet-stream', bytes });
  return {
    kind: 'sealed',
    fileName,
    invoices: groupInvoices(envelope.lines.map(({ values }) => values)).length,
    lines: envelope.lines.length,
    sendBy: way.sendBy,
    sendTo: way.sendTo,
  };
}
