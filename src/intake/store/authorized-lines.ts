import type { Transaction } from 'kysely';
import { byCodeUnits } from '../../submission/canonical.ts';
import { statesInForce } from '../invoice-states.ts';
import { presentPlanFiles, type PlanFileOwner } from './plan-files.ts';
import { inPieces, insertRows } from './rows.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

/** A line under an authorization, sealed under the data key of its submission. */
export interface SealedAuthorizedLine {
  readonly submissionId: string;
  readonly line: number;
  readonly wrappedKey: Uint8Array;
  readonly invoiceNumber: string | null;
  readonly content: Uint8Array;
}

/** What a check knew of the plan's files, as far as it can be told whether that still holds. */
export interface KnownPlanFiles {
  readonly owner: PlanFileOwner;
  /** Ids of the files that the submission was compared with, in order. */
  readonly files: readonly string[];
  /** Hashes of the authorizations that it names, where authorizations are loaded. */
  readonly authorizations: readonly string[];
  /** The lines of invoices in force that were found by them: submission and line, in order. */
  readonly lines: readonly string[];
}

/** What is known to a check where the plan has loaded nothing. */
export function noPlanFiles(owner: PlanFileOwner): KnownPlanFiles {
  return { owner, files: [], authorizations: [], lines: [] };
}

/** Lines of invoices in force by the hashes of their authorizations, beside those of the submission itself. */
export async function earlierAuthorizedLines(
  store: Store | Transaction<Tables>,
  submissionId: string,
  hashes: readonly string[],
): Promise<readonly SealedAuthorizedLine[]> {
  const found: SealedAuthorizedLine[] = [];
  for (const piece of inPieces(hashes)) {
    const rows = await store
      .selectFrom('authorized_line')
      .innerJoin('invoice', (join) =>
        join
          .onRef('invoice.submission_id', '=', 'authorized_line.submission_id')
          .onRef('invoice.ordinal', '=', 'authorized_line.ordinal'),
      )
      .innerJoin('submission', 'submission.id', 'authorized_line.submission_id')
      .select(['authorized_line.submission_id', 'authorized_line.line', 'authorized_line.content'])
      .select(['submission.wrapped_key', 'invoice.invoice_number'])
      .where('authorized_line.authorization_hash', 'in', [...piece])
      .where('authorized_line.submission_id', '!=', submissionId)
      .where('invoice.state', 'in', statesInForce)
      .execute();
    found.push(
      ...rows.map((row) => ({
        ...{ submissionId: row.submission_id, line: row.line, content: row.content },
        ...{ wrappedKey: row.wrapped_key, invoiceNumber: row.invoice_number },
      })),
    );
  }
  return found;
}

/** Names of lines, by which it is seen whether others are there now. */
export function namesOf(lines: readonly Pick<SealedAuthorizedLine, 'submissionId' | 'line'>[]): readonly string[] {
  return lines.map(({ submissionId, line }) => `${submissionId} ${String(line)}`).sort(byCodeUnits);
}

/** Whether what a check knew of the plan's files is what there is now. */
export async function stillKnown(
  transaction: Transaction<Tables>,
  submissionId: string,
  known: KnownPlanFiles,
): Promise<boolean> {
  const present = await presentPlanFiles(transaction, known.owner);
  const files = [...present.values()].map(({ id }) => id).sort(byCodeUnits);
  if (files.join() !== known.files.join()) return false;
  if (known.authorizations.length === 0) return true;
  const lines = namesOf(await earlierAuthorizedLines(transaction, submissionId, known.authorizations));
  return lines.join() === known.lines.join();
}

/** A line under an authorization of an accepted invoice, to be stored. */
export interface NewAuthorizedLine {
  readonly line: number;
  readonly ordinal: number;
  readonly hash: string;
  readonly content: Uint8Array;
}

/** Stores lines under an authorization: their units count from now on, while their invoices are in force. */
export async function insertAuthorizedLines(
  transaction: Transaction<Tables>,
  submissionId: string,
  lines: readonly NewAuthorizedLine[],
): Promise<void> {
  await insertRows(
    transaction,
    'authorized_line',
    lines.map(({ line, ordinal, hash, content }) => ({
      ...{ submission_id: submissionId, line, ordinal, authorization_hash: hash, content },
    })),
  );
}
