import { cellAddress } from '../model/address.ts';
import { areaOf } from '../model/area.ts';
import { Refusal } from '../model/refusal.ts';
import type { Sheet } from '../model/sheet.ts';
import type { ValidationAlert } from '../model/validation.ts';
import { lockedRefusal, refusalOutcome } from './guarded.ts';
import { type Dialog, done, type Outcome, refused } from './outcome.ts';

/** What the person answers to a warning about an entry. */
export type EntryAnswer = 'Yes' | 'OK';

/** Leaves the entry's step, so that all of it is taken back. */
class NotValid extends Error {}

/**
 * Enters what was typed into a cell: a locked cell of a protected sheet refuses it, a data validation may refuse it or
 * ask. With `answer` the person insists after a warning.
 */
export function enterTyped(sheet: Sheet, row: number, column: number, text: string, answer?: EntryAnswer): Outcome {
  const locked = lockedRefusal(sheet, areaOf(row, column));
  if (locked !== undefined) return locked;
  if (text === sheet.cells.input(row, column)) return done;
  const alert = sheet.validations.at(row, column)?.alert;
  try {
    sheet.book.asPerson(`Typing '${text}' in ${cellAddress(row, column)}`, () => {
      sheet.cells.enter(row, column, text);
      const insists = alert?.style !== 'Stop' && answer !== undefined;
      if (alert?.show === true && !insists && !sheet.validations.accepts(row, column)) throw new NotValid();
    });
  } catch (reason) {
    if (reason instanceof NotValid && alert !== undefined) return alertOutcome(alert);
    if (reason instanceof Refusal) return refusalOutcome(reason);
    throw reason;
  }
  return circularNotice(sheet, row, column);
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
