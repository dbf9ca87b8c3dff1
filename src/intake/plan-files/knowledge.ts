import type * as z from 'zod';
import type { PlanFileKind } from '../../submission/plan-files.ts';
import {
  earlierAuthorizedLines,
  namesOf,
  noPlanFiles,
  type KnownPlanFiles,
  type SealedAuthorizedLine,
} from '../store/authorized-lines.ts';
import type { PlanFiles, StoredPlanFile } from '../store/plan-files.ts';
import { decrypt, type Keyring, type SealContext } from '../store/seal.ts';
import type { Store } from '../store/store.ts';
import type { StoredSubmission } from '../store/stored-submission.ts';
import type { ThreadPool } from '../work/pool.ts';
import {
  authorizationEntrySchema,
  authorizedLineSchema,
  eligibilityEntrySchema,
  rosterEntrySchema,
  type EarlierAuthorizedLine,
  type PlanKnowledge,
} from './entries.ts';
import type { LookUps } from './look-ups.ts';
import { PlanFileKeys } from './sealed-entries.ts';

/** What finding out works with. */
export interface KnowledgeParts {
  readonly store: Store;
  readonly planFiles: PlanFiles;
  readonly keyring: Keyring;
  readonly pool: ThreadPool;
}

/** Of a plan's files what bears on a submission, and what the check of it rests on. */
export interface KnowledgeOfSubmission {
  /** Null where the plan has loaded nothing: then nothing is compared. */
  readonly knowledge: PlanKnowledge | null;
  readonly known: KnownPlanFiles;
}

/**
 * Looks up in the plan's files what bears on a submission, and the lines that used its authorizations before.
 *
 * @param body the submission's envelope
 * @throws SealError where something was altered or its key is missing
 */
export async function knowledgeOf(
  parts: KnowledgeParts,
  submission: Pick<StoredSubmission, 'id' | 'planId' | 'delegateId'>,
  body: Uint8Array,
): Promise<KnowledgeOfSubmission> {
  const owner = { planId: submission.planId, delegateId: submission.delegateId };
  const files = await parts.planFiles.present(owner);
  if (files.size === 0) return { knowledge: null, known: noPlanFiles(owner) };
  const keys = new Map([...files].map(([kind, file]) => [kind, new PlanFileKeys(parts.keyring, file)] as const));
  const lookUps = await parts.pool.run({
    kind: 'lookUps',
    body,
    keys: Object.fromEntries([...keys].map(([kind, each]) => [kind, each.lookUpKey])),
    authorizationHashKey: authorizationHashKey(parts.keyring),
  });
  function find<Entry>(kind: PlanFileKind, schema: z.ZodType<Entry>): Promise<readonly Entry[] | null> {
    return entriesOf(parts.planFiles, files.get(kind), keys.get(kind), lookUps, schema);
  }
  const lines = await earlierAuthorizedLines(parts.store, submission.id, lookUps.authorizations);
  return {
    knowledge: {
      roster: await find('roster', rosterEntrySchema),
      eligibility: await find('eligibility', eligibilityEntrySchema),
      authorizations: await find('authorizations', authorizationEntrySchema),
      used: openLines(parts.keyring, submission.planId, lines),
    },
    known: {
      owner,
      files: [...files.values()].map(({ id }) => id).sort(),
      authorizations: lookUps.authorizations,
      lines: namesOf(lines),
    },
  };
}

async function entriesOf<Entry>(
  planFiles: PlanFiles,
  file: StoredPlanFile | undefined,
  keys: PlanFileKeys | undefined,
  lookUps: LookUps,
  schema: z.ZodType<Entry>,
): Promise<readonly Entry[] | null> {
  if (file === undefined || keys === undefined) return null;
  const found = await planFiles.entries(file.id, lookUps.entries[file.kind]);
  return found.map(({ lookUp, content }) => schema.parse(JSON.parse(keys.open(lookUp, content))));
}

/**
 * Key of the hashes by which lines under an authorization are found again. It is derived, so that a thread can hash
 * without holding a key that opens anything.
 */
export function authorizationHashKey(keyring: Keyring): Buffer {
  return Buffer.from(keyring.lookUpHash('authorization', 'key'), 'hex');
}

/** Place of a line under an authorization. */
export function authorizedLineContext(planId: string, submissionId: string, line: number): SealContext {
  return { tenant: planId, submission: submissionId, kind: `authorizedLine ${String(line)}` };
}

function openLines(
  keyring: Keyring,
  planId: string,
  lines: readonly SealedAuthorizedLine[],
): readonly EarlierAuthorizedLine[] {
  const dataKeys = new Map<string, Buffer>();
  return lines.map(({ submissionId, line, wrappedKey, invoiceNumber, content }) => {
    const dataKey =
      dataKeys.get(submissionId) ??
      keyring.unwrap(wrappedKey, { tenant: planId, submission: submissionId, kind: 'key' });
    dataKeys.set(submissionId, dataKey);
    const plain = decrypt(dataKey, content, authorizedLineContext(planId, submissionId, line));
    const opened = authorizedLineSchema.parse(JSON.parse(plain.toString('utf8')));
    return { ...opened, invoiceNumber: invoiceNumber ?? '' };
  });
}
