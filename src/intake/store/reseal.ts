import { codeSecretContext } from '../identity/stored-directory.ts';
import { encounterKeyContext } from '../encounters/sealed-file.ts';
import { planFileKeyContext } from '../plan-files/sealed-entries.ts';
import { keyProofContext } from './key-proof.ts';
import type { Keyring, SealContext } from './seal.ts';
import type { Store } from './store.ts';
import { untilNoConflict } from './transact.ts';

/** Something small that is sealed under a key-encryption key: how it is found and put back. */
interface SealedPlace {
  readonly sealed: Uint8Array;
  readonly context: SealContext;
  /** Puts other bytes in its place, unless those there have changed meanwhile. */
  readonly replace: (resealed: Uint8Array) => Promise<unknown>;
}

/** Rows that are read at a time. */
const pageLength = 500;

/**
 * Seals under the present key whatever is under an older one: data keys of submissions, encounter files and plan files,
 * records of the issuer, secrets of authenticator apps and the proof of the keys. Endpoints go on meanwhile; begun again
 * it goes on where it stopped.
 *
 * @returns how many were sealed anew
 * @throws SealError where something is under a key that is not here; what came before it is done
 */
export async function reseal(store: Store, keyring: Keyring): Promise<number> {
  let count = 0;
  for (const places of [
    submissionKeys(store),
    fileKeys(store, 'encounter_file', encounterKeyContext),
    fileKeys(store, 'plan_file', (planId, id) => planFileKeyContext({ planId, id })),
    issuerRecords(store),
    codeSecrets(store),
    keyProofs(store),
  ]) {
    for await (const { sealed, context, replace } of places) {
      if (keyring.isCurrent(sealed)) continue;
      const resealed = keyring.seal(keyring.open(sealed, context), context);
      await untilNoConflict(() => replace(resealed));
      count += 1;
    }
  }
  return count;
}

async function* submissionKeys(store: Store): AsyncGenerator<SealedPlace> {
  for (let last = ''; ;) {
    const page = await store
      .selectFrom('submission')
      .select(['id', 'plan_id', 'wrapped_key'])
      .where('id', '>', last)
      .where('purged_at', 'is', null)
      .orderBy('id')
      .limit(pageLength)
      .execute();
    for (const { id, plan_id: tenant, wrapped_key: sealed } of page) {
      yield {
        sealed,
        context: { tenant, submission: id, kind: 'key' },
        replace: (wrapped) =>
          store
            .updateTable('submission')
            .set({ wrapped_key: wrapped })
            .where('id', '=', id)
            .where('wrapped_key', '=', sealed)
            .execute(),
      };
    }
    last = page.at(-1)?.id ?? last;
    if (page.length < pageLength) return;
  }
}

/** Data keys of files: few, against submissions. That of a file that was purged is blank. */
async function* fileKeys(
  store: Store,
  table: 'encounter_file' | 'plan_file',
  contextOf: (planId: string, id: string) => SealContext,
): AsyncGenerator<SealedPlace> {
  const rows = await store
    .selectFrom(table)
    .select(['id', 'plan_id', 'wrapped_key'])
    .where('wrapped_key', '!=', new Uint8Array())
    .execute();
  for (const { id, plan_id: planId, wrapped_key: sealed } of rows) {
    yield {
      sealed,
      context: contextOf(planId, id),
      replace: (wrapped) =>
        store
          .updateTable(table)
          .set({ wrapped_key: wrapped })
          .where('id', '=', id)
          .where('wrapped_key', '=', sealed)
          .execute(),
    };
  }
}

/** Few: they expire within minutes. */
async function* issuerRecords(store: Store): AsyncGenerator<SealedPlace> {
  const rows = await store.selectFrom('identity_record').select(['model', 'id_hash', 'payload']).execute();
  for (const { model, id_hash: idHash, payload: sealed } of rows) {
    yield {
      sealed,
      context: { tenant: 'identity', submission: idHash, kind: model },
      replace: (payload) =>
        store
          .updateTable('identity_record')
          .set({ payload })
          .where('model', '=', model)
          .where('id_hash', '=', idHash)
          .where('payload', '=', sealed)
          .execute(),
    };
  }
}

async function* codeSecrets(store: Store): AsyncGenerator<SealedPlace> {
  const rows = await store.selectFrom('person').select(['id', 'code_secret']).execute();
  for (const { id, code_secret: sealed } of rows) {
    if (sealed === null) continue;
    yield {
      sealed,
      context: codeSecretContext(id),
      replace: (secret) =>
        store
          .updateTable('person')
          .set({ code_secret: secret })
          .where('id', '=', id)
          .where('code_secret', '=', sealed)
          .execute(),
    };
  }
}

async function* keyProofs(store: Store): AsyncGenerator<SealedPlace> {
  for (const { id, proof: sealed } of await store.selectFrom('key_proof').select(['id', 'proof']).execute()) {
    yield {
      sealed,
      context: keyProofContext,
      replace: (proof) => store.updateTable('key_proof').set({ proof }).where('id', '=', id).execute(),
    };
  }
}
