import { createHash } from 'node:crypto';
import type { DecisionFault } from '../../submission/adjudications.ts';
import type { PlanFileKind } from '../../submission/plan-files.ts';
import { uuidV7 } from '../identifiers.ts';
import type { Clock } from '../options.ts';
import type { PlanFileOwner, PlanFiles, StoredPlanFile } from '../store/plan-files.ts';
import type { Keyring } from '../store/seal.ts';
import type { PlanFileEntry, PlanFileReading, PlanFileTask } from './read-plan-file.ts';
import { PlanFileKeys, planFileKeyContext } from './sealed-entries.ts';

/** What loading works with. */
export interface PlanFileParts {
  readonly planFiles: PlanFiles;
  readonly keyring: Keyring;
  readonly clock: Clock;
  /** Reads a list where it holds up nobody. */
  readonly read: (task: PlanFileTask) => Promise<PlanFileReading>;
}

/** Who loads or removes a file, for the audit. */
export interface PlanFileActor {
  /** Subject of the token, or who it is at the command line. */
  readonly subject: string;
  /** Organisation of whoever it is; null at the command line. */
  readonly organisation: string | null;
}

/** Thrown where a list has faults; nothing was replaced. */
export class PlanFileRefused extends Error {
  readonly faults: readonly DecisionFault[];

  constructor(faults: readonly DecisionFault[]) {
    super('The list has faults, and nothing of it was taken');
    this.name = 'PlanFileRefused';
    this.faults = faults;
  }
}

/**
 * Loads a list in the place of the one of its kind that its owner had: all of it or nothing. Entries are sealed one by
 * one under a key of the file, and found by hashes under another one.
 *
 * @throws PlanFileRefused; BusyError, TaskStoppedError of reading
 */
export async function loadPlanFile(
  parts: PlanFileParts,
  owner: PlanFileOwner,
  kind: PlanFileKind,
  body: Uint8Array,
  actor: PlanFileActor,
): Promise<StoredPlanFile> {
  const now = parts.clock();
  const id = uuidV7(now);
  const { wrapped: wrappedKey } = parts.keyring.newDataKey(planFileKeyContext({ planId: owner.planId, id }));
  const keys = new PlanFileKeys(parts.keyring, { planId: owner.planId, id, wrappedKey });
  const reading = await parts.read({ kind: 'planFile', of: kind, body, lookUpKey: keys.lookUpKey });
  if (reading.kind === 'faults') throw new PlanFileRefused(reading.faults);
  const file: StoredPlanFile = {
    ...{ ...owner, id, kind, rows: reading.rows, wrappedKey },
    ...{ loadedAt: now.toISOString(), loadedBy: actor.subject },
  };
  await parts.planFiles.begin(file);
  try {
    for (const piece of reading.pieces) {
      const entries = JSON.parse(Buffer.from(piece).toString('utf8')) as readonly PlanFileEntry[];
      await parts.planFiles.add(
        id,
        entries.map(({ lookUp, content }) => ({ lookUp, content: keys.seal(lookUp, content) })),
      );
    }
    const sha256 = createHash('sha256').update(body).digest('hex');
    await parts.planFiles.replace(file, {
      ...{ at: file.loadedAt, actor: actor.subject, action: 'planFileLoaded' },
      detail: { file: id, kind, delegate: owner.delegateId, organisation: actor.organisation, rows: file.rows, sha256 },
    });
  } catch (error) {
    await parts.planFiles.discard(id);
    throw error;
  }
  return file;
}

/** Takes a file out: nothing is compared with it any more. @returns whether there was one */
export function removePlanFile(
  { planFiles, clock }: Pick<PlanFileParts, 'planFiles' | 'clock'>,
  owner: PlanFileOwner,
  kind: PlanFileKind,
  actor: PlanFileActor,
): Promise<boolean> {
  return planFiles.remove(owner, kind, {
    ...{ at: clock().toISOString(), actor: actor.subject, action: 'planFileRemoved' },
    detail: { kind, delegate: owner.delegateId, organisation: actor.organisation },
  });
}
