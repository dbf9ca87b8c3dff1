import type { Message, PlanTrouble } from '../state/message.ts';
import type { Words } from './english.ts';

/** The words of a message. */
export function messageText(message: Message, words: Words): string {
  const { messages } = words;
  switch (message.kind) {
    case 'installed':
      return messages.installed(message.carriedOver);
    case 'setupSaved':
      return messages.setupSaved(message.problems);
    case 'memberSaved':
      return messages.memberSaved(message.problems);
    case 'lineSaved':
      return messages.lineSaved(message.row, message.problems);
    case 'lineInserted':
    case 'lineDeleted':
    case 'lineMoved':
    case 'filterCleared':
      return messages[message.kind](message.row);
    case 'imported':
      return messages.imported(message.lines, message.members);
    case 'membersImported':
      return messages.membersImported(message.members);
    case 'checked':
      return messages.checked(message.lines, message.errors, message.warnings);
    case 'repaired':
      return messages.repaired(message.places, message.rebuilt);
    case 'repairsMade':
      return words.repairs.made(message.made, message.left);
    case 'repairsTakenBack':
      return words.repairs.takenBack(message.made, message.left);
    case 'noRepairs':
      return words.repairs.nothing;
    case 'signInFailed':
      return words.signIn[message.reason];
    case 'excel':
      return words.excel[message.trouble];
    case 'plan':
      return planTroubleText(message.trouble, words);
    case 'signedOutIdle':
      return words.signIn.idle;
    case 'nothingToClear':
    case 'nothingOpen':
    case 'errorsSaved':
    case 'correctionEnded':
      return words.followUp.messages[message.kind];
    case 'invoiceUnknown':
      return words.history.unknown(message.invoiceNumber);
    case 'errorWorkbookLoaded':
      return words.followUp.messages.errorWorkbookLoaded(message.findings);
    case 'linesCleared':
      return words.followUp.messages.linesCleared(message.lines);
    case 'membersCleared':
      return words.followUp.messages.membersCleared(message.members);
    case 'correctionsTaken':
      return words.followUp.messages.correctionsTaken(message.lines);
    case 'correctionStarted':
      return words.followUp.messages.correctionStarted[message.purpose](message.invoices);
    case 'planAnswered':
      return words.followUp.messages.answered(message.submissions);
    case 'receiptsFound':
      return words.followUp.messages.found(message.submissions, message.unasked);
    default:
      return messages[message.kind];
  }
}

/** Why the plan told nothing when it was asked. */
function planTroubleText(trouble: PlanTrouble, { followUp, signIn, submit }: Words): string {
  switch (trouble.kind) {
    case 'signInFailed':
      return signIn[trouble.reason];
    case 'failed':
      return followUp.failures[trouble.reason];
    case 'refused':
      return [
        submit.problems[trouble.problem],
        ...(trouble.requestId === null ? [] : [submit.refusedRequest(trouble.requestId)]),
      ].join(' ');
  }
}
