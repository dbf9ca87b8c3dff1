/** A message box of Excel. */
export interface Dialog {
  readonly title: string;
  readonly message: string;
  /** From left to right; the first is the default. */
  readonly buttons: readonly DialogButton[];
}

export type DialogButton = 'OK' | 'Cancel' | 'Retry' | 'Yes' | 'No' | 'Help' | 'Delete';

/**
 * What came of something that the person did.
 * - `done`: Excel did it; a `notice` was shown afterwards.
 * - `asked`: Excel asks first and has changed nothing; the same call with an answer goes on.
 * - `refused`: nothing has changed. `dialog` is null where Excel says nothing, because the command is greyed out;
 *   `reason` says why in any case.
 */
export type Outcome =
  | { readonly kind: 'done'; readonly notice?: Dialog }
  | { readonly kind: 'asked'; readonly dialog: Dialog }
  | { readonly kind: 'refused'; readonly dialog: Dialog | null; readonly reason: string };

export const done: Outcome = { kind: 'done' };

const excel = 'Microsoft Excel';

export function refused(message: string, title: string = excel, buttons: readonly DialogButton[] = ['OK']): Outcome {
  return { kind: 'refused', dialog: { title, message, buttons }, reason: message };
}

/** The command is greyed out: no message box. */
export function unavailable(reason: string): Outcome {
  return { kind: 'refused', dialog: null, reason };
}

/** Excel could, the workbench cannot: said under its own name, so that nobody takes it for Excel's word. */
export function beyondWorkbench(message: string): Outcome {
  return { kind: 'refused', dialog: { title: 'Workbench', message, buttons: ['OK'] }, reason: message };
}

/** What Excel says where a locked cell of a protected sheet would change. */
export const protectedCell =
  "The cell or chart you're trying to change is on a protected sheet. To make a change, unprotect the sheet. " +
  'You might be requested to enter a password.';
