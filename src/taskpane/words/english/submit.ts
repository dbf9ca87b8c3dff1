import { problems, type ProblemCode } from '../../../submission/problem.ts';
import { lines, invoices, members } from './counts.ts';

export const submit = {
  title: 'Submit',
  goesTitle: 'What goes',
  goes: (invoiceCount: number, lineCount: number, memberCount: number, total: string) =>
    `${invoices(invoiceCount)} with ${lines(lineCount)} for ${members(memberCount)}, ${total} in all.`,
  goesNothing: (accepted: number): string =>
    accepted === 0 ? 'There is no invoice to send.' : 'No further invoice is ready to send.',
  staysTitle: 'What stays back',
  staysErrors: (count: number) => `${invoices(count)} with errors. Correct them, then submit again.`,
  staysAccepted: (count: number) => `${invoices(count)} that the plan already accepted.`,
  staysOther: (count: number) => `${invoices(count)} that Set up does not name for this purpose.`,
  purpose: {
    new: 'They are new invoices.',
    replacement: 'They replace invoices that the plan accepted.',
    void: 'They void invoices that the plan accepted.',
  },
  showErrors: 'Show the errors',
  button: 'Submit',
  buttonSignIn: 'Sign in and submit',
  again:
    'Nothing is ever sent twice: if the connection is lost or you click again, the plan still receives one submission.',
  phases: {
    checking: 'Checking all lines…',
    signingIn: 'Waiting for you to sign in…',
    sending: 'Sending…',
    waiting: 'Received. The plan is checking…',
    sealing: 'Sealing the file…',
    writing: 'Writing the receipt into the workbook…',
  },
  cancel: 'Stop sending',
  sealed: {
    title: 'Send as a sealed file',
    text: 'Your plan also takes a submission as a file that only it can open. Save the file here, then send it yourself.',
    button: 'Save the sealed file',
    savedTitle: 'The sealed file is saved',
    saved: (fileName: string, invoiceCount: number, lineCount: number) =>
      `${fileName} is among your downloads. It holds ${invoices(invoiceCount)} with ${lines(lineCount)}.`,
    steps: {
      sftp: (to: string): readonly string[] => [
        `Open your SFTP program and connect to ${to}.`,
        'Upload the file. Keep its name.',
      ],
      secureEmail: (to: string): readonly string[] => [
        `Begin a message to ${to} in your secure e-mail.`,
        'Attach the file. Write nothing about members in the subject or the text.',
        'Send the message.',
      ],
    },
    afterwards:
      'Your plan answers with a receipt. Until then leave these invoices as they are. Sending the file again, or submitting here as well, is safe: the plan takes them once.',
  },
  stops: {
    planUnknown: 'Nothing was sent: the pane does not know this workbook’s plan.',
    altered: 'Nothing was sent: the plan’s data in this workbook were changed. Put the template back first.',
    older: 'Nothing was sent: your plan has a newer template. Update the template first; your entries are kept.',
    newer: 'Nothing was sent: this workbook is newer than the pane. Close the pane and open it again.',
    damaged: 'Nothing was sent: the sheet was damaged, mostly by a paste. Repair it first.',
    notAttested: 'Nothing was sent: confirm on Set up that you cannot send 837 claims.',
    billingNpi: 'Nothing was sent: the billing provider’s NPI on Set up is missing or not right.',
    concerns: 'Nothing was sent: enter on Set up which invoices are replaced or voided.',
    nothingToSend: 'Nothing was sent: there is no invoice without errors that the plan has not accepted yet.',
    tooManyLines: 'Nothing was sent: one submission holds at most 5,000 lines.',
    unsendableText:
      'Nothing was sent: a cell holds more text than can be sent, or text that is damaged. The check says which one.',
    noSealedFiles: 'Nothing was saved: your plan no longer takes sealed files. Submit here instead.',
  },
  failures: {
    moved: 'Your plan has a new address. Nothing is lost: close the pane, open it again, and press Submit once more.',
    network:
      'Your plan could not be reached. Nothing is lost: when you are connected again, press Submit once more. It will be received once.',
    busy: 'Your plan is too busy to answer. Nothing is lost: wait some minutes, then press Submit once more. It will be received once.',
    signedOut:
      'Your sign-in ended before the plan received the submission. Press Submit and sign in again. It will be received once.',
    cancelled:
      'You stopped. If the plan has already received it, submitting again brings the receipt and sends nothing twice.',
    notUnderstood:
      'The answer did not come from your plan. Perhaps your network asks you to sign in first. Then press Submit once more.',
  },
  refusedRequest: (id: string) => `For the plan’s support: request ${id}.`,
  receiptNotVerified:
    'The answer carries no receipt that your plan has signed for this submission. It is not shown as received. Call your plan before you send again.',
  resultTitle: 'Result',
  received: (id: string, time: string) => `Received by the plan on ${time}. Submission ${id}.`,
  verified: 'The receipt is signed by your plan and written to the Receipts sheet.',
  notWritten:
    'Excel did not take the receipt, so the Receipts sheet lacks it. Press Submit again: the plan gives the same receipt, and nothing is sent twice.',
  stillChecking:
    'The plan is still checking. Press Submit again in some minutes to see the result; nothing will be sent twice.',
  due: (pay: string) => `The plan pays, contests or denies by ${pay}.`,
  acceptedList: 'Accepted invoices',
  accepted: (count: number) => `${invoices(count)} accepted.`,
  rejected: (count: number) => `${invoices(count)} came back to be corrected:`,
  invoice: (number: string, lineCount: number, amount: string) => `Invoice ${number} · ${lines(lineCount)} · ${amount}`,
  noNumber: 'without number',
  problems: Object.fromEntries(
    Object.entries(problems).map(([code, { title, detail }]) => [code, `${title}. ${detail}`]),
  ) as Record<ProblemCode, string>,
  notices: {
    RULE_PACK_DIFFERS:
      'The plan checked with another set of rules than this pane. Close the pane and open it again before the next submission.',
    PROFILE_VERSION_DIFFERS: 'The plan’s template is newer than this workbook. Update it when the pane offers it.',
    DIAGNOSIS_LISTS_DIFFER:
      'The plan checked diagnoses against another list of codes than this pane. Close the pane and open it again before the next submission.',
  },
  changedRules: 'These rules are not the same:',
  stateAccepted: (accepted: number) => `${String(accepted)} accepted`,
  stateMixed: (accepted: number, rejected: number) => `${String(accepted)} accepted, ${String(rejected)} to correct`,
  stateReceived: 'received, being checked',
};
