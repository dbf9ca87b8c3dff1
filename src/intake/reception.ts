import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { rulePack } from '../guidance/rule-pack.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { idempotencyKeyPattern } from '../submission/idempotency-key.ts';
import { ProblemError } from './http/problem.ts';
import { uuidV7 } from './identifiers.ts';
import type { Caller } from './identity/access.ts';
import type { ProviderOrganisation } from './identity/directory.ts';
import type { Clock } from './options.ts';
import { composeReceipt } from './receipt/compose.ts';
import type { ReceiptSigner } from './receipt/sign.ts';
import { encrypt, type Keyring } from './store/seal.ts';
import type { StoredSubmission, Submissions } from './store/submissions.ts';
import type { ThreadPool } from './work/pool.ts';
import type { EnvelopeSummary } from './work/read-envelope.ts';

const compress = promisify(gzip);

/** What the reception works with. */
export interface ReceptionParts {
  readonly submissions: Submissions;
  readonly keyring: Keyring;
  readonly sign: ReceiptSigner;
  readonly plans: ReadonlyMap<string, PlanProfile>;
  readonly pool: ThreadPool;
  readonly clock: Clock;
}

/** A submission that is stored, and whether it was so before. */
export interface Reception {
  readonly submissionId: string;
  readonly receipt: string;
  readonly replayed: boolean;
}

/**
 * Takes a submission in, once: what it returns is on the disk, and the same key gives the same receipt for ever.
 *
 * @param body request body as it came; it is kept byte for byte, sealed.
 * @param from network address of the caller, for the audit.
 * @throws ProblemError
 */
export async function receive(
  parts: ReceptionParts,
  body: Uint8Array,
  idempotencyKey: string | undefined,
  caller: Caller,
  from: string,
): Promise<Reception> {
  if (idempotencyKey === undefined || !idempotencyKeyPattern.test(idempotencyKey)) {
    throw new ProblemError('idempotency-key-missing');
  }
  const reading = await parts.pool.run({ kind: 'read', body, serviceHashKey: parts.keyring.serviceHashKey() });
  if (reading.kind === 'refused') throw new ProblemError(reading.code, { pointers: reading.pointers });
  const { summary } = reading;
  const profile = parts.plans.get(summary.planId);
  if (profile === undefined) throw new ProblemError('unknown-plan');
  const { organisation } = caller;
  if (organisation.kind !== 'provider' || !organisation.plans.includes(summary.planId)) {
    throw new ProblemError('plan-not-yours');
  }
  if (!organisation.billingProviderNpis.includes(summary.billingProviderNpi)) {
    throw new ProblemError('provider-not-yours');
  }
  const earlier = await parts.submissions.findByKey(summary.planId, idempotencyKey);
  if (summary.idempotencyKey !== idempotencyKey) {
    throw new ProblemError(earlier === null ? 'idempotency-key-mismatch' : 'idempotency-key-reused');
  }
  return earlier === null
    ? store(parts, body, summary, profile, { caller, organisation, from })
    : replay(earlier, summary, caller);
}

/** Who sends, and from where. */
interface Sender {
  readonly caller: Caller;
  readonly organisation: ProviderOrganisation;
  readonly from: string;
}

/** Signs first and commits then, so that the receipt is stored with what it is for; it is sent after the commit. */
async function store(
  parts: ReceptionParts,
  body: Uint8Array,
  summary: EnvelopeSummary,
  profile: PlanProfile,
  { caller, organisation, from }: Sender,
): Promise<Reception> {
  const receivedAt = parts.clock();
  const submissionId = uuidV7(receivedAt);
  const { version, hash } = rulePack;
  const receipt = await parts.sign(
    composeReceipt({ submissionId, receivedAt, summary, caller, profile, rulePack: { version, hash } }),
  );
  const context = { tenant: summary.planId, submission: submissionId };
  const { dataKey, wrapped } = parts.keyring.newDataKey({ ...context, kind: 'key' });
  const outcome = await parts.submissions.accept({
    id: submissionId,
    planId: summary.planId,
    organisationId: organisation.id,
    delegateId: organisation.delegate,
    billingProviderNpi: summary.billingProviderNpi,
    idempotencyKey: summary.idempotencyKey,
    contentHash: summary.contentHash,
    purpose: summary.purpose,
    attempt: summary.attempt,
    receivedAt,
    receipt,
    wrappedKey: wrapped,
    sealedEnvelope: encrypt(dataKey, await compress(body, { level: 1 }), { ...context, kind: 'envelope' }),
    invoices: summary.invoices,
    services: summary.services,
    event: {
      at: receivedAt.toISOString(),
      actor: caller.subject,
      action: 'received',
      detail: {
        organisation: organisation.id,
        ...(organisation.delegate === null ? {} : { delegate: organisation.delegate }),
        channel: 'api',
        from,
        contentHash: summary.contentHash,
        invoices: summary.invoices.length,
        lines: summary.lines,
        totalCents: summary.totalCents,
      },
    },
  });
  if (outcome.kind === 'known') return replay(outcome.earlier, summary, caller);
  return { submissionId, receipt, replayed: false };
}

/** The earlier receipt. Another organisation may not read it, even where it sends the very same. */
function replay(earlier: StoredSubmission, summary: EnvelopeSummary, caller: Caller): Reception {
  if (earlier.organisationId !== caller.organisation.id || earlier.contentHash !== summary.contentHash) {
    throw new ProblemError('idempotency-key-reused');
  }
  return { submissionId: earlier.id, receipt: earlier.receipt, replayed: true };
}
