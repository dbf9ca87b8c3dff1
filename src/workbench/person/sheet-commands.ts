import type { Book } from '../model/book.ts';
import type { ProtectionOptions } from '../model/protection.ts';
import { Refusal } from '../model/refusal.ts';
import type { Sheet } from '../model/sheet.ts';
import { refusalOutcome } from './guarded.ts';
import { done, type Outcome, refused } from './outcome.ts';

function attempt(action: () => void): Outcome {
  try {
    action();
    return done;
  } catch (reason) {
    if (reason instanceof Refusal) return refusalOutcome(reason);
    throw reason;
  }
}

/** Changes of sheets are the person's, and none of them can be undone. */
function attemptAsPerson(book: Pick<Book, 'asPerson'>, label: string, action: () => void): Outcome {
  return attempt(() => {
    book.asPerson(label, action);
  });
}

const wrongPassword =
  'The password you supplied is not correct. Verify that the CAPS LOCK key is off and be sure to use the correct ' +
  'capitalization.';

/** Unprotect Sheet in the menu, with the password where there is one. */
export function unprotect(sheet: Sheet, password: string): Outcome {
  const outcome = attemptAsPerson(sheet.book, 'Unprotect Sheet', () => {
    sheet.protection.unprotect(password);
  });
  return outcome.kind === 'refused' ? refused(wrongPassword) : outcome;
}

export function protect(sheet: Sheet, options: Partial<ProtectionOptions>, password: string): Outcome {
  return attemptAsPerson(sheet.book, 'Protect Sheet', () => {
    sheet.protection.protect(options, password);
  });
}

export function renameSheet(sheet: Sheet, name: string): Outcome {
  return attemptAsPerson(sheet.book, 'Rename Sheet', () => {
    sheet.rename(name);
  });
}

/** Excel asks before it deletes a sheet that holds anything. */
export function deleteSheet(sheet: Sheet, answer?: 'Delete'): Outcome {
  if (answer === undefined && sheet.usedArea() !== undefined) {
    return {
      kind: 'asked',
      dialog: {
        title: 'Microsoft Excel',
        message: 'Microsoft Excel will permanently delete this sheet. Do you want to continue?',
        buttons: ['Delete', 'Cancel'],
      },
    };
  }
  return attemptAsPerson(sheet.book, 'Delete Sheet', () => {
    sheet.book.deleteSheet(sheet);
  });
}

/** The + beside the tabs: behind the active sheet, and gone to. */
export function addSheet(book: Book): Outcome {
  return attemptAsPerson(book, 'Insert Sheet', () => {
    book.activate(book.addSheet(undefined, book.activeSheet.position + 1));
  });
}

/** Hide and Unhide in the menu of the tabs; a very hidden sheet is not offered there. */
export function setSheetHidden(sheet: Sheet, hidden: boolean): Outcome {
  if (!hidden && sheet.visibility === 'veryHidden')
    return refused('The sheet is not among those that can be unhidden.');
  return attemptAsPerson(sheet.book, hidden ? 'Hide Sheet' : 'Unhide Sheet', () => {
    sheet.setVisibility(hidden ? 'hidden' : 'visible');
  });
}
