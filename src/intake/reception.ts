import { gzip } from 'node:zlib';
import { promisify } from 'node:util';
import { rulePack } from '../guidance/rule-pack.ts';
import type { PlanProfile } from '../plan/profile.ts';
import type { Language } from '../guidance/messages/words.ts';
import { canonicalJson } from '../submission/canonical.ts';
import { idempotencyKeyPattern } from '../submission/idempotency-key.ts';
import type { Channel, Receipt } from '../submission/receipt.ts';
import { ProblemError } from './http/problem.ts';
import { uuidV7 } from './identifiers.ts';
import type { Caller } from './identity/access.ts';
import type { ProviderOrganisation } from './identity/directory.ts';
import type { Clock } from './options.ts';
import { composeReceipt, planTimeZone } from './receipt/compose.ts';
import type { ReceiptSigner } from './receipt/sign.ts';
import { encrypt, type Keyring } from './store/seal.ts';
import type { StoredSubmission } from './store/stored-submission.ts';
import type { Submissions } from './store/submissions.ts';
import { sha256Of } from './work/digest.ts';
import { TaskStoppedError, type ThreadPool } from './work/pool.ts';
import type { EnvelopeSummary } from './work/read-envelope.ts';
import type { FileReading, ListOrder } from './work/read-file.ts';

const compress = promisify(gzip);

/** What the reception works with. */
export interface ReceptionParts {
  readonly submissions: Submissions;
  readonly keyring: Keyring;
  readonly sign: ReceiptSigner;
  readonly plans: ReadonlyMap<string, PlanProfile>;
  readonly pool: ThreadPool;
  readonly clock: Clock;
  /** Private keys of the plans' sealed packages. */
  readonly packageKeys: readonly string[];
}

/** A submission that is stored, and whether it was so before. */
export interface Reception {
  readonly submissionId: string;
  readonly receipt: string;
  readonly channel: Channel;
  readonly replayed: boolean;
}

/** What a sender sends. */
export type Sent = {
  readonly body: Uint8Array;
  /** `Idempotency-Key` as it was given. */
  readonly key: string | undefined;
} & (
  | { readonly kind: 'envelope' }
  | {
      readonly kind: 'file';
      /** The plan that it is sent to; null where the sender did not say. */
      readonly planId: string | null;
      readonly order: ListOrder;
      /** In which a refusal is said. */
      readonly language: Language;
    }
);

/** A submission that was read and is not stored yet. */
interface ReadSubmission {
  /** The envelope, which is what is kept, sealed: byte for byte as it came, where it came as one. */
  readonly body: Uint8Array;
  readonly summary: EnvelopeSummary;
  readonly channel: Channel;
  readonly file: NonNullable<Receipt['file']> | null;
}

/**
 * Takes a submission in, once: what it returns is on the disk, and the same key gives the same receipt for ever.
 *
 * @param from network address of the caller, for the audit.
 * @throws ProblemError
 */
export async function receive(parts: ReceptionParts, sent: Sent, caller: Caller, from: string): Promise<Reception> {
  if (!isKey(sent)) throw new ProblemError('idempotency-key-missing');
  const read = sent.kind === 'envelope' ? await readJson(parts, sent.body) : await readSentFile(parts, sent);
  const { summary } = read;
  const profile = parts.plans.get(summary.planId);
  if (profile === undefined) throw new ProblemError('unknown-plan');
  const { organisation } = caller;
  if (organisation.kind !== 'provider' || !organisation.plans.includes(summary.planId)) {
    throw new ProblemError('plan-not-yours');
  }
  if (!organisation.billingProviderNpis.includes(summary.billingProviderNpi)) {
    throw new ProblemError('provider-not-yours');
  }
  const key = keyFor(sent, read);
  // Only of a file, which does not work it out from its content, is a key ever another one.
  if (read.channel !== 'file' && summary.idempotencyKey !== key) {
    const earlier = await parts.submissions.findByKey(summary.planId, key);
    throw new ProblemError(earlier === null ? 'idempotency-key-mismatch' : 'idempotency-key-reused');
  }
  return store(parts, read, key, profile, { caller, organisation, from });
}

/** Who sends, and from where. */
interface Sender {
  readonly caller: Caller;
  readonly organisation: ProviderOrganisation;
  readonly from: string;
}

/** Visible characters, as many as a key of any system has. */
const fileKeyPattern = /^[!-~]{1,200}$/;

function isKey({ kind, key }: Sent): boolean {
  if (kind === 'envelope') return key !== undefined && idempotencyKeyPattern.test(key);
  return key === undefined || fileKeyPattern.test(key);
}

/**
 * The key under which a submission is accepted once. An envelope's sender has worked it out. A file's is worked out
 * here, from its content, so that the same lines are one submission whatever they came in; a key that a sender gives
 * with a file counts for that provider of that plan only, and stands in the database as a hash.
 */
function keyFor({ kind, key }: Sent, { summary, channel }: ReadSubmission): string {
  if (key === undefined) return summary.idempotencyKey;
  if (kind === 'envelope' || channel === 'sealedPackage') return key;
  const { planId, billingProviderNpi } = summary;
  return sha256Of([canonicalJson({ planId, billingProviderNpi, givenKey: key })]);
}

async function readJson(parts: ReceptionParts, body: Uint8Array): Promise<ReadSubmission> {
  const reading = await parts.pool.run({ kind: 'read', body });
  if (reading.kind === 'refused') throw new ProblemError(reading.code, { pointers: reading.pointers });
  return { body, summary: reading.summary, channel: 'api', file: null };
}

async function readSentFile(parts: ReceptionParts, sent: Extract<Sent, { kind: 'file' }>): Promise<ReadSubmission> {
  const { body, planId, order, language } = sent;
  const only = parts.plans.size === 1 ? [...parts.plans.values()][0] : undefined;
  const profile = planId === null ? (only ?? null) : parts.plans.get(planId);
  if (profile === undefined) throw new ProblemError('unknown-plan');
  const reading = await readInThread(parts, { body, profile, order });
  switch (reading.kind) {
    case 'read':
      return reading;
    case 'refused':
      throw new ProblemError('file-refused', { file: { reason: reading.reason, language } });
    case 'planMissing':
      throw new ProblemError('malformed-request', { pointers: ['/plan'] });
    case 'contradicted':
      throw new ProblemError('malformed-request', { pointers: reading.parameters.map((name) => `/${name}`) });
  }
}

async function readInThread(
  parts: ReceptionParts,
  file: { readonly body: Uint8Array; readonly profile: PlanProfile | null; readonly order: ListOrder },
): Promise<FileReading> {
  try {
    return await parts.pool.run({
      ...{ kind: 'file', ...file, receivedAt: parts.clock().toISOString(), timeZone: planTimeZone },
      packageKeys: parts.packageKeys,
    });
  } catch (error) {
    // It took a thread down: more memory or time than any invoice workbook needs.
    if (error instanceof TaskStoppedError) return { kind: 'refused', reason: 'stopped' };
    throw error;
  }
}

/** Signs first and commits then, so that the receipt is stored with what it is for; it is sent after the commit. */
async function store(
  parts: ReceptionParts,
  { body, summary, channel, file }: ReadSubmission,
  idempotencyKey: string,
  profile: PlanProfile,
  { caller, organisation, from }: Sender,
): Promise<Reception> {
  const receivedAt = parts.clock();
  const submissionId = uuidV7(receivedAt);
  const { version, hash } = rulePack;
  const receipt = parts.sign(
    composeReceipt({
      ...{ submissionId, receivedAt, summary, channel, file, idempotencyKey, caller, profile },
      rulePack: { version, hash },
    }),
  );
  const context = { tenant: summary.planId, submission: submissionId };
  const { dataKey, wrapped } = parts.keyring.newDataKey({ ...context, kind: 'key' });
  const outcome = await parts.submissions.accept({
    id: submissionId,
    planId: summary.planId,
    organisationId: organisation.id,
    delegateId: organisation.delegate,
    part2Program: organisation.part2Program,
    billingProviderNpi: summary.billingProviderNpi,
    idempotencyKey,
    contentHash: summary.contentHash,
    purpose: summary.purpose,
    attempt: summary.attempt,
    receivedAt,
    receipt,
    wrappedKey: wrapped,
    sealedEnvelope: encrypt(dataKey, await compress(body, { level: 1 }), { ...context, kind: 'envelope' }),
    invoices: summary.invoices,
    event: {
      at: receivedAt.toISOString(),
      actor: caller.subject,
      action: 'received',
      detail: {
        organisation: organisation.id,
        ...(organisation.delegate === null ? {} : { delegate: organisation.delegate }),
        channel,
        ...(file === null ? {} : { file: file.sha256 }),
        from,
        contentHash: summary.contentHash,
        invoices: summary.invoices.length,
        lines: summary.lines,
        totalCents: summary.totalCents,
      },
    },
  });
  if (outcome.kind === 'known') return replay(outcome.earlier, { summary, channel }, caller);
  return { submissionId, receipt, channel, replayed: false };
}

/** The earlier receipt. Another organisation may not read it, even where it sends the very same. */
function replay(
  earlier: StoredSubmission,
  { summary, channel }: Pick<ReadSubmission, 'summary' | 'channel'>,
  caller: Caller,
): Reception {
  if (earlier.organisationId !== caller.organisation.id || earlier.contentHash !== summary.contentHash) {
    throw new ProblemError('idempotency-key-reused');
  }
  return { submissionId: earlier.id, receipt: earlier.receipt, channel, replayed: true };
}
