import type { LineText } from '../../guidance/columns.ts';
import { groupInvoices } from '../../submission/invoices.ts';
import { openDocument, type CheckingParts } from '../checking.ts';
import type { StoredSubmission } from '../store/stored-submission.ts';
import { readAccepted } from '../work/read-envelope.ts';

/** An invoice as it was sent. */
export interface SentInvoice {
  readonly lines: readonly [LineText, ...LineText[]];
  /** Hidden identities of the lines in the biller's file. */
  readonly rowKeys: readonly string[];
}

/**
 * The invoices of a submission by their place in it.
 *
 * @returns null where the plan keeps what was sent no longer
 */
export async function sentInvoices(
  parts: Pick<CheckingParts, 'submissions' | 'keyring'>,
  submission: StoredSubmission,
): Promise<readonly SentInvoice[] | null> {
  const body = await openDocument(parts, submission, 'envelope');
  if (body === null) return null;
  const sent = readAccepted(body).lines;
  return groupInvoices(sent.map(({ values }) => values)).map(({ lines: places }) => {
    const lines = places.flatMap((place) => sent[place] ?? []);
    const [first, ...others] = lines.map(({ values }) => values);
    if (first === undefined) throw new TypeError('An invoice has no line');
    return { lines: [first, ...others], rowKeys: lines.map(({ rowKey }) => rowKey) };
  });
}
