import type { Message } from '../state/message.ts';
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
    default:
      return messages[message.kind];
  }
}
