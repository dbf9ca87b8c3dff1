import { organisationAudit } from '../store/audit-entries.ts';
import { planAudit, planAuditHeads } from '../store/plan-audit.ts';
import type { Store } from '../store/store.ts';
import { Submissions } from '../store/submissions.ts';
import { verifyChain, type AuditEntry } from './chain.ts';

/** A submission, an organisation or a plan whose chain does not hold, and the entry (from 1) at which that shows. */
export interface BrokenChain {
  readonly id: string;
  readonly sequence: number;
}

/** How many chains were looked at. */
export interface AuditedCounts {
  readonly submissions: number;
  readonly organisations: number;
  /** Plans that have loaded files. */
  readonly plans: number;
}

/** Submissions whose ids are read at a time. */
const pageLength = 500;

/**
 * Verifies the audit chain of every organisation, of every plan that has loaded files, and of every submission, oldest
 * first, a page at a time: each link, and that the submission is what its chain says, so that neither can be changed without the other. Reads only; endpoints may go on.
 *
 * @param found told of each chain that is broken
 * @returns how many of each there were
 */
export async function verifyAudit(store: Store, found: (broken: BrokenChain) => void): Promise<AuditedCounts> {
  const submissions = new Submissions(store);
  const organisations = await store.selectFrom('organisation').select('id').orderBy('id').execute();
  for (const { id } of organisations) {
    const sequence = await firstFaultOfOrganisation(store, id);
    if (sequence !== null) found({ id, sequence });
  }
  const plans = await planAuditHeads(store);
  for (const { planId: id, hash } of plans) {
    const chain = await planAudit(store, id);
    const verification = verifyChain(id, chain);
    if (verification.kind === 'broken') found({ id, sequence: verification.sequence });
    // An entry of meanwhile does no harm: the chain was read after its end.
    else if (chain.every((entry) => entry.hash !== hash)) found({ id, sequence: chain.length + 1 });
  }
  let count = 0;
  for (let last = ''; ;) {
    const page = await store
      .selectFrom('submission')
      .select(['id', 'content_hash'])
      .where('id', '>', last)
      .orderBy('id')
      .limit(pageLength)
      .execute();
    for (const { id, content_hash: contentHash } of page) {
      const sequence = await firstFault(submissions, id, contentHash);
      if (sequence !== null) found({ id, sequence });
    }
    count += page.length;
    last = page.at(-1)?.id ?? last;
    if (page.length < pageLength) {
      return { submissions: count, organisations: organisations.length, plans: plans.length };
    }
  }
}

/** The entry at which the chain of an organisation breaks, or null where it is whole and as long as it was. */
async function firstFaultOfOrganisation(store: Store, id: string): Promise<number | null> {
  for (;;) {
    const before = await headOf(store, id);
    const chain = await organisationAudit(store, id);
    const verification = verifyChain(id, chain);
    if (verification.kind === 'broken') return verification.sequence;
    if (chain.at(-1)?.hash === before) return null;
    // An entry of meanwhile moves the head, too; one that was cut off does not.
    if ((await headOf(store, id)) === before) return chain.length + 1;
  }
}

async function headOf(store: Store, id: string): Promise<string> {
  const row = await store
    .selectFrom('organisation')
    .select('audit_hash')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.audit_hash;
}

/** The entry at which a chain breaks, or null where it is whole. */
async function firstFault(submissions: Submissions, id: string, contentHash: string): Promise<number | null> {
  const chain = await submissions.auditChain(id);
  const verification = verifyChain(id, chain);
  if (verification.kind === 'broken') return verification.sequence;
  if (!receives(chain[0], contentHash)) return 1;
  // Asked after the chain was read: an entry of meanwhile does no harm, a lost one shows.
  const { state, purgedAt } = await submissions.find(id);
  const purge = chain.find(isPurge);
  if (purge !== undefined && purgedAt === null) return purge.sequence;
  if (purge === undefined && purgedAt !== null && !(await submissions.auditChain(id)).some(isPurge)) {
    return chain.length + 1;
  }
  if (state === 'checked' && !chain.some((entry) => entry.action === 'checked')) {
    const now = await submissions.auditChain(id);
    return now.some((entry) => entry.action === 'checked') ? null : chain.length + 1;
  }
  return null;
}

const isPurge = (entry: AuditEntry): boolean => entry.action === 'purged';

/** Whether an entry says that this content was received. */
function receives(entry: AuditEntry | undefined, contentHash: string): boolean {
  if (entry?.action !== 'received') return false;
  const detail = JSON.parse(entry.detail) as { contentHash?: unknown };
  return detail.contentHash === contentHash;
}
