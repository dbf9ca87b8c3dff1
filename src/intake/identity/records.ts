import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Keyring, SealContext } from '../store/seal.ts';
import type { Store } from '../store/store.ts';
import { untilNoConflict } from '../store/transact.ts';

/** What the records need. */
export interface RecordParts {
  readonly store: Store;
  readonly keyring: Keyring;
}

/**
 * Where the embedded issuer keeps sessions, grants and codes: in the endpoint's database, so that a restart signs
 * nobody out. A record's id is often the secret itself (an authorization code, a session cookie): ids are stored as
 * keyed hashes and the rest sealed, so that a copy of the database signs nobody in. Expiry is by the real clock, as
 * the issuer's own is.
 */
export class IdentityRecords implements Adapter {
  readonly #model: string;
  readonly #parts: RecordParts;

  constructor(model: string, parts: RecordParts) {
    this.#model = model;
    this.#parts = parts;
  }

  async upsert(id: string, payload: AdapterPayload, expiresIn?: number): Promise<void> {
    const { store, keyring } = this.#parts;
    const idHash = this.#hash('id', id);
    const values = {
      grant_hash: payload.grantId === undefined ? null : this.#hash('grant', payload.grantId),
      uid_hash: payload.uid === undefined ? null : this.#hash('uid', payload.uid),
      payload: keyring.seal(Buffer.from(JSON.stringify(payload)), this.#context(idHash)),
      expires_at: expiresIn === undefined ? null : Date.now() + expiresIn * 1000,
    };
    await untilNoConflict(() =>
      store
        .insertInto('identity_record')
        .values({ model: this.#model, id_hash: idHash, consumed_at: null, ...values })
        .onConflict((conflict) => conflict.columns(['model', 'id_hash']).doUpdateSet(values))
        .execute(),
    );
  }

  async find(id: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('id_hash', this.#hash('id', id));
  }

  async findByUid(uid: string): Promise<AdapterPayload | undefined> {
    return this.#findBy('uid_hash', this.#hash('uid', uid));
  }

  /** The device flow is not offered: no record has a user code. */
  findByUserCode(): Promise<undefined> {
    return Promise.resolve(undefined);
  }

  async consume(id: string): Promise<void> {
    await untilNoConflict(() =>
      this.#parts.store
        .updateTable('identity_record')
        .set({ consumed_at: Date.now() })
        .where('model', '=', this.#model)
        .where('id_hash', '=', this.#hash('id', id))
        .execute(),
    );
  }

  async destroy(id: string): Promise<void> {
    await untilNoConflict(() =>
      this.#parts.store
        .deleteFrom('identity_record')
        .where('model', '=', this.#model)
        .where('id_hash', '=', this.#hash('id', id))
        .execute(),
    );
  }

  async revokeByGrantId(grantId: string): Promise<void> {
    await untilNoConflict(() =>
      this.#parts.store.deleteFrom('identity_record').where('grant_hash', '=', this.#hash('grant', grantId)).execute(),
    );
  }

  async #findBy(column: 'id_hash' | 'uid_hash', hash: string): Promise<AdapterPayload | undefined> {
    const now = Date.now();
    const row = await this.#parts.store
      .selectFrom('identity_record')
      .select(['id_hash', 'payload', 'consumed_at'])
      .where('model', '=', this.#model)
      .where(column, '=', hash)
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
      .executeTakeFirst();
    if (row === undefined) return undefined;
    const plain = this.#parts.keyring.open(row.payload, this.#context(row.id_hash));
    const payload = JSON.parse(plain.toString('utf8')) as AdapterPayload;
    return row.consumed_at === null ? payload : { ...payload, consumed: Math.floor(row.consumed_at / 1000) };
  }

  #hash(purpose: string, value: string): string {
    return this.#parts.keyring.lookUpHash(`identity ${purpose}`, value);
  }

  #context(idHash: string): SealContext {
    return { tenant: 'identity', submission: idHash, kind: this.#model };
  }
}

/** Deletes what has expired. */
export async function deleteExpiredRecords(store: Store): Promise<void> {
  await untilNoConflict(() => store.deleteFrom('identity_record').where('expires_at', '<=', Date.now()).execute());
}
