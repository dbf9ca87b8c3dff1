import { cellAddress } from '../model/address.ts';
import { type Area, areaOf } from '../model/area.ts';
import { Refusal } from '../model/refusal.ts';
import type { Sheet } from '../model/sheet.ts';
import type { ValidationAlert } from '../model/validation.ts';
import { lockedRefusal, refusalOutcome } from './guarded.ts';
import { type Dialog, done, type Outcome, refused } from './outcome.ts';

/** What the person answers to a warning about an entry. */
export type EntryAnswer = 'Yes' | 'OK';

/** Leaves the entry's step, so that all of it is taken back. */
class NotValid extends Error {
  readonly alert: ValidationAlert;

  constructor(alert: ValidationAlert) {
    super('The entry is not valid.');
    this.alert = alert;
  }
}

/**
 * Enters what was typed into a cell: a locked cell of a protected sheet refuses it, a data validation may refuse it or
 * ask. With `answer` the person insists after a warning.
 */
export function enterTyped(sheet: Sheet, row: number, column: number, text: string, answer?: EntryAnswer): Outcome {
  const area = areaOf(row, column);
  const locked = lockedRefusal(sheet, area);
  if (locked !== undefined) return locked;
  const outcome = validatedStep(sheet, area, `Typing '${text}' in ${cellAddress(row, column)}`, answer, () => {
    sheet.cells.enter(row, column, text);
  });
  return outcome.kind === 'done' ? circularNotice(sheet, row, column) : outcome;
}

/** Runs an entry into cells as one step; all of it is taken back where a validation refuses one of the cells. */
export function validatedStep(
  sheet: Sheet,
  area: Area,
  label: string,
  answer: EntryAnswer | undefined,
  action: () => void,
): Outcome {
  try {
    sheet.book.asPerson(label, () => {
      action();
      const alert = firstAlert(sheet, area, answer);
      if (alert !== undefined) throw new NotValid(alert);
    });
    return done;
  } catch (reason) {
    if (reason instanceof NotValid) return alertOutcome(reason.alert);
    if (reason instanceof Refusal) return refusalOutcome(reason);
    throw reason;
  }
}

/** The alert of the first cell whose validation refuses what it now holds, unless the person insists. */
function firstAlert(sheet: Sheet, area: Area, answer: EntryAnswer | undefined): ValidationAlert | undefined {
  for (const { top, left, bottom, right } of sheet.validations.invalidCells(area)) {
    for (let row = top; row <= bottom; row += 1) {
      for (let column = left; column <= right; column += 1) {
        const alert = sheet.validations.at(row, column)?.alert;
        const insists = alert?.style !== 'Stop' && answer !== undefined;
        if (alert?.show === true && !insists) return alert;
      }
    }
  }
  return undefined;
}

const defaultMessage = "This value doesn't match the data validation restrictions defined for this cell.";

function alertOutcome({ style, title, message }: ValidationAlert): Outcome {
  const heading = title === '' ? 'Microsoft Excel' : title;
  const text = message === '' ? defaultMessage : message;
  switch (style) {
    case 'Stop':
      return refused(text, heading, ['Retry', 'Cancel', 'Help']);
    case 'Warning':
      return {
        kind: 'asked',
        dialog: { title: heading, message: `${text}\n\nContinue?`, buttons: ['Yes', 'No', 'Cancel', 'Help'] },
      };
    case 'Information':
      return { kind: 'asked', dialog: { title: heading, message: text, buttons: ['OK', 'Cancel', 'Help'] } };
  }
}

const circularWarning: Dialog = {
  title: 'Microsoft Excel',
  message:
    'There are one or more circular references where a formula refers to its own cell either directly or indirectly. ' +
    'This might cause them to calculate incorrectly.\n\nTry removing or changing these references, or moving the ' +
    'formulas to different cells.',
  buttons: ['OK', 'Help'],
};

function circularNotice(sheet: Sheet, row: number, column: number): Outcome {
  const formula = sheet.cells.formula(row, column);
  return formula !== null && sheet.book.circularReference !== undefined
    ? { kind: 'done', notice: circularWarning }
    : done;
}
