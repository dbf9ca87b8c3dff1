import { StoreError } from '../../../src/intake/store/store-error.ts';
import { transact, untilNoConflict } from '../../../src/intake/store/transact.ts';
import { storeOf } from '../database.ts';
import { afterTests, emptyFolder } from '../running.ts';

const folder = await emptyFolder();
const stores = [await storeOf(folder), await storeOf(folder)] as const;
afterTests(async () => {
  for (const store of stores) await store.destroy();
});

test('transactions that meet leave what one after the other would', async () => {
  const count = 12;
  const insertNext = (store: (typeof stores)[number]): Promise<void> =>
    transact(store, async (transaction) => {
      const rows = await transaction.selectFrom('identity_record').select('id_hash').execute();
      await transaction
        .insertInto('identity_record')
        .values({
          ...{ model: 'test', id_hash: String(rows.length), grant_hash: null, uid_hash: null },
          ...{ payload: Buffer.alloc(0), expires_at: null, consumed_at: null },
        })
        .execute();
    });
  await Promise.all(
    stores.map(async (store) => {
      for (let made = 0; made < count; made += 1) await insertNext(store);
    }),
  );
  const rows = await stores[0].selectFrom('identity_record').select('id_hash').execute();
  expect(rows.map((row) => Number(row.id_hash)).toSorted((one, other) => one - other)).toEqual(
    Array.from({ length: 2 * count }, (_, index) => index),
  );
});

test.each(['conflict', 'unavailable', 'failed'] as const)(
  'what fails for ever by %s is told in the end',
  async (fault) => {
    let made = 0;
    const error = new StoreError(fault, 'X', 'words');
    const attempt = (): Promise<never> => {
      made += 1;
      return Promise.reject(error);
    };
    await expect(untilNoConflict(attempt)).rejects.toBe(error);
    expect(made).toBe(fault === 'conflict' ? 12 : 1);
  },
);
