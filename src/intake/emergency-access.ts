import type { EmergencyAccess, emergencyReasons, EmergencyAccessList } from '../submission/emergency-access.ts';
import { openDocument } from './checking.ts';
import { uuidV7 } from './identifiers.ts';
import type { Caller } from './identity/access.ts';
import type { Clock } from './options.ts';
import type { EmergencyAccesses, StoredEmergencyAccess } from './store/emergency-accesses.ts';
import type { Reach } from './store/reach.ts';
import { decrypt, encrypt, type Keyring, type SealContext } from './store/seal.ts';
import type { StoredSubmission } from './store/stored-submission.ts';
import type { Submissions } from './store/submissions.ts';

/** What opening works with. */
export interface EmergencyParts {
  readonly submissions: Submissions;
  readonly emergencyAccesses: EmergencyAccesses;
  readonly keyring: Keyring;
  readonly clock: Clock;
}

/** For how long a submission is open, milliseconds: an hour. */
export const openTime = 60 * 60_000;

/** Accesses that a list names at most. */
const listed = 200;

/**
 * Opens a submission to a caller who does not see it otherwise. The code of the reason stands in the audit chain; its
 * words may name somebody, and are sealed.
 *
 * @param from network address of the caller
 */
export async function openInEmergency(
  parts: EmergencyParts,
  submission: StoredSubmission,
  { reason, words }: { readonly reason: (typeof emergencyReasons)[number]; readonly words: string },
  caller: Caller,
  from: string,
): Promise<EmergencyAccess> {
  const now = parts.clock();
  const id = uuidV7(now);
  const access = { id, submissionId: submission.id, openedAt: now.toISOString() };
  const until = new Date(now.getTime() + openTime).toISOString();
  await parts.emergencyAccesses.open({
    ...{ ...access, until, reason, from },
    ...{ openedBy: caller.subject, role: caller.role, organisationId: caller.organisation.id },
    words: encrypt(
      dataKeyOf(parts.keyring, submission.planId, submission.id, submission.wrappedKey),
      Buffer.from(words),
      wordsContext(submission.planId, submission.id, id),
    ),
  });
  return { ...access, until };
}

/**
 * What was sent, byte for byte, told before it is shown.
 *
 * @returns `notOpen` where the caller has not opened it, or too long ago; null where it is not there
 */
export async function readInEmergency(
  parts: EmergencyParts,
  submission: StoredSubmission,
  caller: Caller,
  from: string,
): Promise<Buffer | 'notOpen' | null> {
  const now = parts.clock();
  const access = await parts.emergencyAccesses.openFor(submission.id, caller.subject, now);
  if (access === null) return 'notOpen';
  const { subject, role, organisation } = caller;
  const reader = { at: now.toISOString(), subject, role, organisationId: organisation.id, from };
  await parts.emergencyAccesses.tellRead(access, submission.id, reader);
  return openDocument(parts, submission, 'envelope');
}

/**
 * Who opened what, and why, the latest first.
 *
 * @param reach null for everything there is, from the command line
 */
export async function listEmergencyAccesses(
  parts: Pick<EmergencyParts, 'emergencyAccesses' | 'keyring'>,
  reach: Reach | null,
): Promise<EmergencyAccessList> {
  const found = await parts.emergencyAccesses.list(reach, listed);
  return {
    accesses: found.map((access) => ({
      ...{ id: access.id, submissionId: access.submissionId, planId: access.planId },
      ...{ openedAt: access.openedAt, until: access.until, openedBy: access.openedBy, role: access.role },
      ...{ organisation: access.organisationId, reason: access.reason, words: wordsOf(parts.keyring, access) },
      reads: access.reads,
    })),
  };
}

function wordsOf(
  keyring: Keyring,
  { id, planId, submissionId, wrappedKey, words }: StoredEmergencyAccess,
): string | null {
  if (words.byteLength === 0 || wrappedKey.byteLength === 0) return null;
  const dataKey = dataKeyOf(keyring, planId, submissionId, wrappedKey);
  return decrypt(dataKey, words, wordsContext(planId, submissionId, id)).toString('utf8');
}

function wordsContext(tenant: string, submission: string, id: string): SealContext {
  return { tenant, submission, kind: `emergency ${id}` };
}

function dataKeyOf(keyring: Keyring, tenant: string, submission: string, wrappedKey: Uint8Array): Buffer {
  return keyring.unwrap(wrappedKey, { tenant, submission, kind: 'key' });
}
