import type { Area } from '../model/area.ts';
import { Refusal } from '../model/refusal.ts';
import type { ProtectionOptions } from '../model/protection.ts';
import type { Sheet } from '../model/sheet.ts';
import { beyondWorkbench, done, type Outcome, protectedCell, refused, unavailable } from './outcome.ts';

/** The refusal of a change to these cells while any of them is locked on a protected sheet; undefined where none is. */
export function lockedRefusal(sheet: Sheet, area: Area): Outcome | undefined {
  return sheet.protection.isOn && sheet.hasLocked(area) ? refused(protectedCell) : undefined;
}

/** The refusal of a command that the protection does not leave allowed. */
export function permissionRefusal(
  sheet: Sheet,
  permission: Exclude<keyof ProtectionOptions, 'selectionMode'>,
  command: string,
): Outcome | undefined {
  return sheet.protection.allows(permission)
    ? undefined
    : unavailable(`${command} is not available while the sheet is protected.`);
}

/** Runs a change as one step that can be undone; what the model refuses becomes Excel's message. */
export function step(sheet: Sheet, label: string, action: () => void): Outcome {
  try {
    sheet.book.asPerson(label, action);
    return done;
  } catch (reason) {
    if (reason instanceof Refusal) return refusalOutcome(reason);
    throw reason;
  }
}

export function refusalOutcome(refusal: Refusal): Outcome {
  return refusal.kind === 'notModelled' ? beyondWorkbench(refusal.message) : refused(refusal.message);
}
