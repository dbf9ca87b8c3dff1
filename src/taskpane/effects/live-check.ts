import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { planOf } from './task.ts';

/**
 * Looks again after each edit that somebody makes, and shows what it finds in the pane; it never writes (decision 6).
 * One look at a time: edits during a look are taken in by one more look after it. Nobody asked for it, so it does not
 * wait for a cell that is being edited: when that is finished there is another occasion. An Excel that does not answer is
 * left alone until the next edit, and while a task runs the task's own read is the look.
 *
 * Begun anew after an install or a repair, whose sheets may be others than those that were watched.
 */
export async function restartLiveCheck(context: EffectContext): Promise<void> {
  const { live } = context;
  // Sheets that are gone cannot be let go of, and need not be.
  await live.stop?.().catch(() => undefined);
  live.stop = null;
  let looking = false;
  let again = false;
  const look = async (): Promise<void> => {
    if (looking) {
      again = true;
      return;
    }
    looking = true;
    do {
      again = false;
      const plan = planOf(context);
      if (plan !== null) await readSnapshot(context, plan, { what: 'edited', unasked: true }).catch(() => undefined);
      // `again` may have changed during the wait, which control flow analysis cannot see.
    } while (again as boolean);
    looking = false;
  };
  live.stop = await context.ports.workbook.watch(() => void look());
}
