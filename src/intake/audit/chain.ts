import { createHash } from 'node:crypto';
import { canonicalJson, type CanonicalValue } from '../../submission/canonical.ts';

/** What happened: who, what, when, and codes and counts of it. Never member data. */
interface Event<Action extends string> {
  readonly at: string;
  /** Subject of the token, or `endpoint` for what the endpoint did by itself. */
  readonly actor: string;
  readonly action: Action;
  readonly detail: Readonly<Record<string, CanonicalValue>>;
}

/** What happened to a submission. */
export type AuditEvent = Event<
  | 'received'
  | 'checked'
  | 'read'
  | 'purged'
  | 'emergencyOpened'
  | 'replaced'
  | 'voided'
  | 'adjudicated'
  | 'encounterWritten'
  | 'encounterAnswered'
>;

/** What happened to an organisation, its people and its systems. */
export type OrganisationEvent = Event<
  | 'organisationCreated'
  | 'organisationChanged'
  | 'invited'
  | 'invitedAgain'
  | 'accountSetUp'
  | 'signedIn'
  | 'locked'
  | 'disabled'
  | 'enabled'
  | 'clientCreated'
  | 'clientDisabled'
>;

/** What happened to the files of a plan. */
export type PlanEvent = Event<'planFileLoaded' | 'planFileRemoved' | 'planFilePurged'>;

/** One link of a chain. */
export interface AuditEntry {
  /** Whose chain it is: a submission's id, an organisation's or a plan's. The name is part of what is hashed, and stays. */
  readonly submissionId: string;
  /** From 1, without a gap. */
  readonly sequence: number;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  /** Canonical JSON. */
  readonly detail: string;
  readonly previousHash: string;
  /** SHA-256 over everything above, hexadecimal. */
  readonly hash: string;
}

/** Hash before the first link. */
export const chainStart = '0'.repeat(64);

/**
 * The next link: its hash covers the previous one, so that no entry can be changed, taken out or put in later without
 * breaking the chain. A chain belongs to one submission or organisation; a global one would make every write wait for every other.
 */
export function nextEntry(
  submissionId: string,
  previous: Pick<AuditEntry, 'sequence' | 'hash'> | null,
  event: AuditEvent | OrganisationEvent | PlanEvent,
): AuditEntry {
  const unsealed = {
    submissionId,
    sequence: (previous?.sequence ?? 0) + 1,
    at: event.at,
    actor: event.actor,
    action: event.action,
    detail: canonicalJson(event.detail),
    previousHash: previous?.hash ?? chainStart,
  };
  return { ...unsealed, hash: hashOf(unsealed) };
}

/** Outcome of {@link verifyChain}. */
export type ChainVerification = { readonly kind: 'whole' } | { readonly kind: 'broken'; readonly sequence: number };

/** Verifies the chain of one submission or organisation, given in order of sequence. */
export function verifyChain(submissionId: string, entries: readonly AuditEntry[]): ChainVerification {
  let previous: AuditEntry | null = null;
  for (const entry of entries) {
    const expected: number = (previous?.sequence ?? 0) + 1;
    const intact =
      entry.submissionId === submissionId &&
      entry.sequence === expected &&
      entry.previousHash === (previous?.hash ?? chainStart) &&
      entry.hash === hashOf(entry);
    if (!intact) return { kind: 'broken', sequence: expected };
    previous = entry;
  }
  return entries.length > 0 ? { kind: 'whole' } : { kind: 'broken', sequence: 1 };
}

function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  const { submissionId, sequence, at, actor, action, detail, previousHash } = entry;
  return createHash('sha256')
    .update(canonicalJson({ submissionId, sequence, at, actor, action, detail, previousHash }))
    .digest('hex');
}
