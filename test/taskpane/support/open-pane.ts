import type { PlanProfile } from '../../../src/plan/profile.ts';
import type { PlanConnection } from '../../../src/submission/connection.ts';
import { createCommands, type Commands } from '../../../src/taskpane/effects/commands.ts';
import type { EffectContext, Ports } from '../../../src/taskpane/effects/ports.ts';
import { effectContext } from '../../../src/taskpane/effects/effect-context.ts';
import { initialState, type PaneState } from '../../../src/taskpane/state/pane-state.ts';
import { reduce } from '../../../src/taskpane/state/reduce.ts';
import { createStore, type Store } from '../../../src/taskpane/state/store.ts';
import type { PaneEvent } from '../../../src/taskpane/state/pane-event.ts';
import { english } from '../../../src/taskpane/words/english.ts';
import { sampleContents } from '../../support/sample-contents.ts';
import { MemoryWorkbook } from './memory-workbook.ts';

/** A pane without its screens. */
export interface OpenPane {
  readonly workbook: MemoryWorkbook;
  readonly store: Store<PaneState, PaneEvent>;
  readonly commands: Commands;
  readonly context: EffectContext;
  state(): PaneState;
}

/** The instant at which the tests' biller sits there: after the sample month. */
export const testNow = new Date('2026-11-24T17:00:00Z');

/** A biller who signs in at once, with a token for an hour. */
export function signInWith(token: string): Ports['signIn'] {
  return () => Promise.resolve({ kind: 'signedIn', token: { token, usableUntil: testNow.getTime() + 3_600_000 } });
}

/** A client that tries again without waiting. */
export const impatient: Ports['surroundings'] = { sleep: () => Promise.resolve(), random: () => 0 };

/** A pane over a workbook in memory; every part outside of it may be replaced. */
export function openPane(plan: PlanConnection, ports: Partial<Ports> = {}, workbook = new MemoryWorkbook()): OpenPane {
  const store = createStore(reduce, { ...initialState, start: 'ready' });
  const context = effectContext(store, {
    workbook,
    readPlans: () => Promise.resolve({ kind: 'known', plans: [plan] }),
    readDiagnosisList: () => Promise.resolve(null),
    signIn: () => Promise.resolve({ kind: 'failed', reason: 'closed' }),
    surroundings: {},
    mayCall: () => true,
    readInWorker: () => Promise.resolve(null),
    saveFile: () => {
      throw new Error('nothing is saved here');
    },
    now: () => testNow,
    words: english,
    ...ports,
  });
  return { workbook, store, context, commands: createCommands(context), state: () => store.getState() };
}

/** Puts the template and the sample month into a workbook. */
export async function fillWithSample(
  workbook: MemoryWorkbook,
  profile: PlanProfile,
  name: 'harbor-care-2026-10' | 'harbor-care-2026-10-dirty' = 'harbor-care-2026-10',
): Promise<void> {
  const sample = sampleContents(profile, name);
  await workbook.install(profile);
  await workbook.writeSetup(sample.setup);
  await workbook.writeMembers(sample.members);
  await workbook.appendLines(sample.entries);
  workbook.calls.length = 0;
}
