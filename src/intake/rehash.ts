import { civilDateOfIso } from '../submission/iso-date.ts';
import { contentHash, openContent } from './adjudication/content.ts';
import { openDocument } from './checking.ts';
import { answerPurpose, openText, sealText } from './encounters/sealed-file.ts';
import { hashUnder } from './hash-keys.ts';
import type { Keyring } from './store/seal.ts';
import type { Store } from './store/store.ts';
import { Submissions } from './store/submissions.ts';
import { transact } from './store/transact.ts';
import { servicesOf } from './work/services.ts';

/** Submissions that are looked at at a time. */
const pageLength = 500;

/**
 * Hashes under the present key what is under older ones only: services, beside the older hash; decisions and answers in
 * its place. What is hashed is read where it is sealed. Endpoints go on meanwhile and miss nothing, since a new service
 * is hashed under every key there is; begun again it goes on where it stopped.
 *
 * @returns how many hashes were made
 * @throws SealError where something is under a key that is not here; what came before it is done
 */
export async function rehash(store: Store, keyring: Keyring): Promise<number> {
  let count = 0;
  for (let last = ''; ;) {
    const page = await store
      .selectFrom('submission')
      .select('id')
      .where('id', '>', last)
      .where('purged_at', 'is', null)
      .orderBy('id')
      .limit(pageLength)
      .execute();
    for (const { id } of page) {
      count += await rehashServices(store, keyring, id);
      count += await rehashDecisions(store, keyring, id);
    }
    last = page.at(-1)?.id ?? last;
    if (page.length < pageLength) break;
  }
  return count + (await rehashAnswers(store, keyring));
}

/**
 * Removes the hashes of services under any key but the present one, which everything is under by then.
 *
 * @returns how many
 */
export async function forgetOldHashes(store: Store, keyring: Keyring): Promise<number> {
  const [present] = keyring.serviceHashKeys();
  const prefix = present === undefined || present.id === '' ? '' : `${present.id}.`;
  const removed = await transact(store, (transaction) =>
    transaction.deleteFrom('service_line').where('service_hash', 'not like', `${prefix}%`).executeTakeFirst(),
  );
  return Number(removed.numDeletedRows);
}

async function rehashServices(store: Store, keyring: Keyring, submissionId: string): Promise<number> {
  const rows = await store
    .selectFrom('service_line')
    .select(['line', 'service_hash'])
    .where('submission_id', '=', submissionId)
    .execute();
  const done = new Set(rows.filter((row) => keyring.isPresentHash(row.service_hash)).map((row) => row.line));
  const missing = new Set(rows.map((row) => row.line).filter((line) => !done.has(line)));
  const [present] = keyring.serviceHashKeys();
  if (missing.size === 0 || present === undefined) return 0;
  const submissions = new Submissions(store);
  const body = await openDocument({ submissions, keyring }, await submissions.find(submissionId), 'envelope');
  if (body === null) return 0;
  const services = servicesOf(body, present.key)
    .filter(({ line }) => missing.has(line))
    .map((service) => ({ ...service, hash: hashUnder(present.id, service.hash) }));
  return (await submissions.recordServices(submissionId, services)) ? services.length : 0;
}

async function rehashDecisions(store: Store, keyring: Keyring, submissionId: string): Promise<number> {
  const rows = await store
    .selectFrom('adjudication')
    .innerJoin('submission', 'submission.id', 'adjudication.submission_id')
    .selectAll('adjudication')
    .select(['submission.plan_id', 'submission.wrapped_key'])
    .where('submission_id', '=', submissionId)
    .execute();
  let count = 0;
  for (const row of rows) {
    if (keyring.isPresentHash(row.content_hash) || row.content.byteLength === 0) continue;
    const place = { planId: row.plan_id, submissionId, ordinal: row.ordinal, wrappedKey: row.wrapped_key };
    const content = openContent(keyring, place, row.content);
    const { decision, paid_cents: paidCents } = row;
    const hash = contentHash(keyring, {
      ...{ decision, paidCents, decidedOn: civilDateOfIso(row.decided_on) },
      ...content,
    });
    await transact(store, (transaction) =>
      transaction
        .updateTable('adjudication')
        .set({ content_hash: hash })
        .where('submission_id', '=', submissionId)
        .where('ordinal', '=', row.ordinal)
        .where('audit_sequence', '=', row.audit_sequence)
        .execute(),
    );
    count += 1;
  }
  return count;
}

async function rehashAnswers(store: Store, keyring: Keyring): Promise<number> {
  const rows = await store
    .selectFrom('encounter_answer')
    .innerJoin('encounter_file', 'encounter_file.id', 'encounter_answer.file_id')
    .select(['encounter_answer.file_id', 'encounter_answer.content_hash', 'encounter_file.plan_id'])
    .execute();
  let count = 0;
  for (const { file_id: id, content_hash: before, plan_id: planId } of rows) {
    if (keyring.isPresentHash(before)) continue;
    count += await transact(store, async (transaction) => {
      const row = await transaction
        .selectFrom('encounter_answer')
        .innerJoin('encounter_file', 'encounter_file.id', 'encounter_answer.file_id')
        .select(['encounter_answer.content', 'encounter_file.wrapped_key'])
        .where('encounter_answer.file_id', '=', id)
        .where('encounter_answer.content_hash', '=', before)
        .executeTakeFirst();
      if (row === undefined) return 0;
      const file = { planId, id, wrappedKey: row.wrapped_key };
      const text = await openText(keyring, file, `answer ${before}`, row.content);
      const after = keyring.contentHash(answerPurpose, text);
      await transaction
        .updateTable('encounter_answer')
        .set({ content_hash: after, content: await sealText(keyring, file, `answer ${after}`, text) })
        .where('file_id', '=', id)
        .where('content_hash', '=', before)
        .execute();
      return 1;
    });
  }
  return count;
}
