import type { ExcelTrouble } from '../../excel/invoice-workbook.ts';
import type { ProblemCode } from '../../submission/problem.ts';

/** Why a sign-in did not end in a session. */
export type SignInFailure =
  | 'closed'
  | 'blocked'
  /** A page of another origin than the pane's and its plan's spoke in the window. */
  | 'foreign'
  | 'refused'
  | 'unavailable';

/** Why the plan did not answer. Nothing is lost, and asking or sending again is safe. */
export type PlanTrouble =
  | { readonly kind: 'signInFailed'; readonly reason: SignInFailure }
  | {
      readonly kind: 'failed';
      readonly reason: 'network' | 'busy' | 'signedOut' | 'cancelled' | 'notUnderstood' | 'moved';
    }
  | { readonly kind: 'refused'; readonly problem: ProblemCode; readonly requestId: string | null };

/** What one line of text tells the biller after an action, as data: the catalogue has the words. */
export type Message =
  | { readonly kind: 'installed'; readonly carriedOver: number }
  | { readonly kind: 'setupSaved'; readonly problems: number }
  | { readonly kind: 'memberSaved'; readonly problems: number }
  | { readonly kind: 'memberNeedsCin' }
  | { readonly kind: 'lineSaved'; readonly row: number; readonly problems: number }
  | { readonly kind: 'lineInserted' | 'lineDeleted' | 'lineMoved' | 'filterCleared'; readonly row: number }
  | { readonly kind: 'sorted' }
  | { readonly kind: 'selectLine' }
  | { readonly kind: 'lineGone' }
  | { readonly kind: 'imported'; readonly lines: number; readonly members: number }
  | { readonly kind: 'membersImported'; readonly members: number }
  | { readonly kind: 'checked'; readonly lines: number; readonly errors: number; readonly warnings: number }
  | { readonly kind: 'repaired'; readonly places: number; readonly rebuilt: boolean }
  | { readonly kind: 'nothingToRepair' }
  | { readonly kind: 'noRepairs' }
  /** `left` counts repairs whose cells were changed meanwhile. */
  | { readonly kind: 'repairsMade' | 'repairsTakenBack'; readonly made: number; readonly left: number }
  | { readonly kind: 'signedIn' }
  | { readonly kind: 'signedOut' }
  /** Nobody had done anything for a quarter of an hour. */
  | { readonly kind: 'signedOutIdle' }
  | { readonly kind: 'linesCleared'; readonly lines: number }
  | { readonly kind: 'membersCleared'; readonly members: number }
  | { readonly kind: 'nothingToClear' }
  | { readonly kind: 'signInFailed'; readonly reason: SignInFailure }
  | { readonly kind: 'excel'; readonly trouble: ExcelTrouble }
  /** The plan was asked for something and did not answer; a submission says so in its own place. */
  | { readonly kind: 'plan'; readonly trouble: PlanTrouble }
  | { readonly kind: 'nothingOpen' }
  /** The plan has no invoice with this number from this provider. */
  | { readonly kind: 'invoiceUnknown'; readonly invoiceNumber: string }
  | { readonly kind: 'errorsSaved' }
  | { readonly kind: 'errorWorkbookLoaded'; readonly findings: number }
  | { readonly kind: 'correctionsTaken'; readonly lines: number }
  | { readonly kind: 'correctionStarted'; readonly purpose: 'replacement' | 'void'; readonly invoices: number }
  | { readonly kind: 'correctionEnded' }
  | { readonly kind: 'planAnswered'; readonly submissions: number }
  | { readonly kind: 'receiptsFound'; readonly submissions: number; readonly unasked: number }
  /** A person stopped it before it wrote anything. */
  | { readonly kind: 'stopped' }
  /** A part of the pane could not be loaded. */
  | { readonly kind: 'partMissing' }
  | { readonly kind: 'unexpected' };

/** How a message is shown: errors are announced at once, the rest when the screen reader is free. */
export function toneOf(message: Message): 'success' | 'warning' | 'error' {
  switch (message.kind) {
    case 'excel':
    case 'partMissing':
    case 'unexpected':
    case 'memberNeedsCin':
      return 'error';
    case 'signInFailed':
    case 'plan':
    case 'signedOutIdle':
    case 'nothingToClear':
    case 'invoiceUnknown':
    case 'selectLine':
    case 'stopped':
    case 'lineGone':
      return 'warning';
    case 'repairsMade':
    case 'repairsTakenBack':
      return message.left > 0 ? 'warning' : 'success';
    case 'receiptsFound':
      return message.submissions === 0 ? 'warning' : 'success';
    case 'setupSaved':
    case 'memberSaved':
    case 'lineSaved':
      return message.problems > 0 ? 'warning' : 'success';
    default:
      return 'success';
  }
}
