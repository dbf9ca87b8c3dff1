import { largestControlNumber } from '../../encounter/envelope.ts';
import type { Store } from './store.ts';
import { transact } from './transact.ts';

/** Nine digits have been used up. */
export class ControlNumbersUsedUp extends Error {
  constructor() {
    super('All control numbers from 1 to 999999999 have been used.');
    this.name = 'ControlNumbersUsedUp';
  }
}

/**
 * Takes the next control number for good: it is stored before this resolves, so that no other request, endpoint or
 * start uses it again. All plans of a database share the numbers, since several may send as one sender. A number whose
 * file was never finished stays used.
 *
 * @throws ControlNumbersUsedUp
 */
export async function takeControlNumber(store: Store): Promise<number> {
  return transact(store, async (transaction) => {
    const { last } = await transaction
      .updateTable('control_number')
      .set((row) => ({ last: row('last', '+', 1) }))
      .where('id', '=', 'encounter')
      .returning('last')
      .executeTakeFirstOrThrow();
    if (last > largestControlNumber) throw new ControlNumbersUsedUp();
    return last;
  });
}
