import { civilDateAt } from '../../guidance/civil-date.ts';
import { isWellFormed } from '../../guidance/formats.ts';
import { concernsOf } from '../state/concerns.ts';
import { memberFindings, setupProblemCount } from '../state/rules.ts';
import { makeRoom } from './make-room.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show } from './task.ts';

/**
 * Saves Setup as it is typed: what is not right yet is said, and kept. The workbook is the draft, and a provider who
 * lacks one number shall not lose the other nine.
 */
export function saveSetup(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'saveSetup', async (plan) => {
    const { ports, store } = context;
    const { setUp, snapshot } = store.getState();
    const typed = setUp.draft ?? snapshot?.contents.setup;
    if (typed === undefined) return;
    const setup = { ...typed, concerns: concernsOf(typed.concerns) };
    if (setUp.draft !== null) {
      await ports.workbook.writeSetup(setup);
      await readSnapshot(context, plan);
    }
    store.dispatch({ type: 'setupSaved' });
    show(context, { kind: 'setupSaved', problems: setupProblemCount(setup, plan, civilDateAt(ports.now())) });
  });
}

/** Saves the member under edit. Members are found by their CIN, so only a well-formed one is written. */
export function saveMember(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'saveMember', async (plan) => {
    const { ports, store } = context;
    const member = store.getState().setUp.member?.draft;
    if (member === undefined) return;
    if (!isWellFormed.cin(member.memberCin)) {
      store.dispatch({ type: 'memberTried' });
      show(context, { kind: 'memberNeedsCin' });
      return;
    }
    await makeRoom(context, plan, { lines: 0, members: 1 });
    await ports.workbook.writeMembers([member]);
    await readSnapshot(context, plan);
    const findings = memberFindings(member, plan, civilDateAt(ports.now()));
    const problems = findings.filter(({ severity }) => severity === 'error').length;
    store.dispatch({ type: 'memberSaved', problems });
    show(context, { kind: 'memberSaved', problems });
  });
}
