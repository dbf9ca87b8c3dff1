import type { Kysely } from 'kysely';
import type { Tables } from './schema.ts';
import { SealError, type Keyring, type SealContext } from './seal.ts';
import { transact } from './transact.ts';

const id = 'keys';
/** Place of the proof. */
export const keyProofContext: SealContext = { tenant: 'endpoint', submission: id, kind: 'proof' };

/** Whether keys open what a database keeps to prove them. */
export function isProofOf(keyring: Keyring, proof: Uint8Array): boolean {
  try {
    keyring.open(proof, keyProofContext);
    return true;
  } catch (error) {
    if (error instanceof SealError) return false;
    throw error;
  }
}

/** The proof that a database keeps, or null where no endpoint has been started on it. */
export async function findKeyProof(store: Kysely<Tables>): Promise<Uint8Array | null> {
  const row = await store.selectFrom('key_proof').select('proof').where('id', '=', id).executeTakeFirst();
  return row?.proof ?? null;
}

/**
 * Whether the keys are those of the database; the first ones become so. With others everything stored would stay shut,
 * and a second endpoint would seal what the first one cannot open.
 */
export function confirmKeys(store: Kysely<Tables>, keyring: Keyring): Promise<boolean> {
  return transact(store, async (transaction) => {
    const present = await findKeyProof(transaction);
    if (present !== null) return isProofOf(keyring, present);
    await transaction
      .insertInto('key_proof')
      .values({ id, proof: keyring.seal(Buffer.from(id), keyProofContext) })
      .execute();
    return true;
  });
}
