import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { Language } from '../guidance/messages/words.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { submissionResultSchema, type SubmissionResult } from '../submission/result.ts';
import type { AddIn } from '../xlsx/template-file.ts';
import { hashUnder } from './hash-keys.ts';
import type { Clock } from './options.ts';
import {
  authorizationHashKey,
  authorizedLineContext,
  knowledgeOf,
  type KnowledgeOfSubmission,
} from './plan-files/knowledge.ts';
import { planTimeZone } from './receipt/compose.ts';
import { zonedInstant } from './receipt/zoned-instant.ts';
import type { LeasedWork, Outbox } from './store/outbox.ts';
import { decrypt, encrypt, type Keyring } from './store/seal.ts';
import { OutdatedCheckError, storeChecked } from './store/checked.ts';
import type { EarlierInvoices } from './store/earlier-invoices.ts';
import { InvoiceChangedError } from './store/invoice-changes.ts';
import type { PlanFiles } from './store/plan-files.ts';
import type { Store } from './store/store.ts';
import type { StoredSubmission } from './store/stored-submission.ts';
import type { Submissions } from './store/submissions.ts';
import type { ServiceLine } from './work/services.ts';
import type { EnvelopeCheck } from './work/check-envelope.ts';
import type { ThreadPool } from './work/pool.ts';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** What checking works with. */
export interface CheckingParts {
  readonly store: Store;
  readonly submissions: Submissions;
  readonly outbox: Outbox;
  readonly planFiles: PlanFiles;
  readonly keyring: Keyring;
  readonly plans: ReadonlyMap<string, PlanProfile>;
  readonly pool: ThreadPool;
  readonly clock: Clock;
}

/** Thrown where a stored submission is of a plan that this endpoint was not started with; the work waits for one. */
export class PlanMissingError extends Error {
  constructor() {
    super('A stored submission is of a plan that this endpoint does not serve now');
    this.name = 'PlanMissingError';
  }
}

/**
 * Checks a received submission and stores the result; the work item is completed in the same transaction.
 *
 * @returns how many invoices were accepted and how many come back
 */
export async function check(
  parts: CheckingParts,
  work: LeasedWork,
): Promise<{ readonly accepted: number; readonly returned: number }> {
  const submission = await parts.submissions.find(work.submissionId);
  const profile = parts.plans.get(submission.planId);
  if (profile === undefined) throw new PlanMissingError();
  const body = await openDocument(parts, submission, 'envelope');
  if (body === null) throw new TypeError('A submission has no envelope');
  await parts.submissions.recordServices(work.submissionId, await servicesIn(parts, body));
  for (;;) {
    const earlier = await parts.submissions.earlierInvoices(submission.id);
    const { knowledge, known } = await knowledgeOf(parts, submission, body);
    const checked = await parts.pool.run({
      kind: 'check',
      body,
      profile,
      receivedAt: submission.receivedAt.toISOString(),
      checkedAt: parts.clock().toISOString(),
      timeZone: planTimeZone,
      earlier,
      knowledge,
      authorizationHashKey: authorizationHashKey(parts.keyring),
    });
    try {
      await store(parts, work, submission, checked, { earlier, known });
      return { accepted: checked.accepted.length, returned: checked.returned.length };
    } catch (error) {
      // A twin with the same invoice numbers, services or authorizations was accepted meanwhile, or the plan has loaded
      // another file: what the check knew no longer holds.
      if (!(error instanceof OutdatedCheckError || error instanceof InvoiceChangedError)) throw error;
    }
  }
}

/** The services of an envelope, under each key of hashes that there is: while one is rotated, either finds them. */
async function servicesIn({ keyring, pool }: CheckingParts, body: Uint8Array): Promise<readonly ServiceLine[]> {
  const services: ServiceLine[] = [];
  for (const { id, key } of keyring.serviceHashKeys()) {
    const found = await pool.run({ kind: 'services', body, serviceHashKey: key });
    services.push(...found.map((service) => ({ ...service, hash: hashUnder(id, service.hash) })));
  }
  return services;
}

async function store(
  parts: CheckingParts,
  work: LeasedWork,
  submission: StoredSubmission,
  { result, accepted, returned, authorizedLines }: EnvelopeCheck,
  { earlier, known }: { readonly earlier: EarlierInvoices } & Pick<KnowledgeOfSubmission, 'known'>,
): Promise<void> {
  const context = { tenant: submission.planId, submission: submission.id };
  const dataKey = parts.keyring.unwrap(submission.wrappedKey, { ...context, kind: 'key' });
  const plain = await compress(Buffer.from(JSON.stringify(result)), { level: 1 });
  const now = parts.clock();
  await parts.outbox.complete(work, now, (transaction) =>
    storeChecked(transaction, {
      submissionId: submission.id,
      purpose: submission.purpose,
      sealedResult: encrypt(dataKey, plain, { ...context, kind: 'result' }),
      accepted,
      returned,
      earlier,
      planFiles: known,
      authorizedLines: authorizedLines.map(({ line, ordinal, hash, content }) => {
        const place = authorizedLineContext(submission.planId, submission.id, line);
        return { line, ordinal, hash, content: encrypt(dataKey, Buffer.from(content), place) };
      }),
      event: {
        at: now.toISOString(),
        actor: 'endpoint',
        action: 'checked',
        detail: {
          accepted: accepted.length,
          rejected: returned.length,
          rulePack: result.rulePack.applied.hash,
          profileVersion: result.profileVersion.applied,
          diagnosisLists: (result.diagnosisLists?.applied ?? []).map(({ sha256 }) => sha256),
          ...(known.files.length === 0 ? {} : { planFiles: [...known.files] }),
        },
      },
    }),
  );
}

/** The stored result of a checked submission, or null where it is not checked yet. */
export async function readResult(
  parts: Pick<CheckingParts, 'submissions' | 'keyring'>,
  submission: StoredSubmission,
): Promise<SubmissionResult | null> {
  const plain = await openDocument(parts, submission, 'result');
  return plain === null ? null : submissionResultSchema.parse(JSON.parse(plain.toString('utf8')));
}

/** The error file of a submission; `unchecked` while there is no result, null for a workbook where nothing came back. */
export async function readErrorFile(
  parts: Pick<CheckingParts, 'submissions' | 'keyring' | 'plans' | 'pool'> & { readonly addIn: AddIn | null },
  submission: StoredSubmission,
  form: 'xlsx' | 'csv',
  language: Language,
): Promise<Uint8Array | 'unchecked' | null> {
  const profile = parts.plans.get(submission.planId);
  if (profile === undefined) throw new PlanMissingError();
  const result = submission.state === 'checked' ? await readResult(parts, submission) : null;
  if (result === null) return 'unchecked';
  const body = await openDocument(parts, submission, 'envelope');
  if (body === null) throw new TypeError('A submission has no envelope');
  return parts.pool.run({
    ...{ kind: 'errors', form, language, body, result, profile, addIn: parts.addIn },
    submissionId: submission.id,
    receivedAt: zonedInstant(submission.receivedAt, planTimeZone),
    receipt: submission.receipt,
    part2Program: submission.part2Program,
  });
}

/** A document of a submission as it was sealed, or null where there is none. @throws SealError */
export async function openDocument(
  parts: Pick<CheckingParts, 'submissions' | 'keyring'>,
  submission: StoredSubmission,
  kind: 'envelope' | 'result',
): Promise<Buffer | null> {
  const sealed = await parts.submissions.document(submission.id, kind);
  if (sealed === null) return null;
  const context = { tenant: submission.planId, submission: submission.id };
  const dataKey = parts.keyring.unwrap(submission.wrappedKey, { ...context, kind: 'key' });
  return decompress(decrypt(dataKey, sealed, { ...context, kind }));
}
