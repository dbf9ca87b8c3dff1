import { counted, lines, members } from './counts.ts';

/** Text of the step Follow up, in English. */
export const followUp = {
  title: 'Follow up',
  text: 'Every submission that your plan received from this workbook, and what became of it.',
  none: 'Nothing has been submitted from this workbook yet.',
  ask: 'Ask the plan',
  askText: 'Asks what became of the submissions below, and writes it to the Receipts sheet.',
  submission: (time: string) => `Received ${time}`,
  facts: {
    id: 'Submission',
    content: 'Content',
    total: 'Total',
    state: 'State',
    acknowledge: 'Acknowledged by',
    pay: 'Paid, contested or denied by',
    signature: 'Signature',
  },
  genuine: 'Signed by your plan',
  notGenuine: 'Not signed by your plan: call your plan',
  returned: (count: number) =>
    `${counted(count, 'invoice of this submission is', 'invoices of this submission are')} still to correct:`,
  correctBy: (day: string) => `Send it again by ${day}.`,
  linesGone: 'Its lines are no longer in this workbook.',
  untilSentAgain:
    'What the plan found stays here until the invoice is sent again, also after you have corrected the cell.',
  save: { xlsx: 'Save the error workbook', csv: 'Save the list of errors (CSV)' },
  invoice: (number: string) => `Invoice ${number}`,
  sendAgain: 'The plan has not accepted it. Correct it and submit again: it keeps its number and is no replacement.',
  acceptedBefore:
    'The plan has accepted an invoice with this number before. Send it as a replacement if it corrects that one; give it another number if it is another invoice.',
  replaceIt: 'Send as replacement',
  errorWorkbook: {
    title: 'Error workbook',
    text: 'Open the error workbook of your plan here: what it says then stands on the lines of this workbook, wherever they have moved.',
    choose: 'Open an error workbook (.xlsx)',
    loaded: (id: string) => `It belongs to submission ${id}, and your plan has signed its receipt.`,
    missing: (count: number) =>
      `${counted(count, 'line', 'lines')} of the error workbook ${count === 1 ? 'is' : 'are'} not in this workbook. Correct ${count === 1 ? 'it' : 'them'} in the error workbook itself and submit from there.`,
    corrected: (count: number) =>
      `${counted(count, 'line was', 'lines were')} corrected in the error workbook. The corrected cells can be put on the same lines here. What was corrected on its Setup and Members sheets has to be corrected here too.`,
    take: 'Take the corrections over',
    refusals: {
      notAnErrorWorkbook: 'This is no error workbook. Choose the .xlsx file that your plan sent back, as it came.',
      notFromPlan:
        'This error workbook carries no receipt that your plan has signed, so it is not read. Ask your plan for it again.',
      passwordProtected:
        'The workbook opens with a password, so that the pane cannot read it. Take the password off in Excel (File, Info, Protect Workbook, Encrypt with Password: leave it blank), save, and open it here again.',
      damaged: 'The file is damaged, or its end is missing. Save the error workbook again and open that one.',
      altered:
        'The file holds more than your plan put into it, or is far larger. Save the error workbook again, correct its cells, and open that one.',
      otherPlan: 'This error workbook is of another plan than this workbook.',
      unreadable: 'The file could not be read. Open it again.',
    },
  },
  correct: {
    title: 'Replace or void an accepted invoice',
    text: 'Only for invoices that your plan has accepted. One that came back was never accepted: correct it and submit it again.',
    none: 'This workbook has no invoice that the plan has accepted.',
    purpose: 'What shall the plan do?',
    purposes: { replacement: 'Replace them', void: 'Void them' },
    meaning: {
      replacement:
        'The plan takes each invoice as it stands in this workbook in place of the one that it has. All lines of it are sent: correct them first.',
      void: 'The plan cancels each invoice as if it had never been sent, and takes back what it paid for it. Leave the lines as they were accepted.',
    },
    find: 'Find by invoice number',
    which: 'Invoices',
    more: (count: number) => `${String(count)} more: type a part of the number to find them.`,
    noneFound: 'No accepted invoice has this number.',
    chosen: (count: number) => `${counted(count, 'invoice', 'invoices')} chosen.`,
    start: { replacement: 'Prepare the replacement', void: 'Prepare the void' },
    underway: {
      replacement: (numbers: string) =>
        `This workbook now sends the replacement of ${numbers}. New invoices wait until it is accepted.`,
      void: (numbers: string) =>
        `This workbook now sends the void of ${numbers}. New invoices wait until it is accepted.`,
    },
    end: 'Send new invoices again',
  },
  clear: {
    title: 'Clear member data',
    text: 'When your plan has accepted your invoices, you can take the members’ data out of this workbook. Setup and Receipts stay.',
    needsReceipt: 'This waits for a receipt that your plan has signed: until then the workbook is the only record.',
    undo: 'Copies of this file, and its earlier versions in OneDrive or SharePoint, keep what they hold: delete them where you no longer need them.',
    invoice: {
      offer: (count: number, left: number) =>
        `${lines(count)} of accepted invoices can be cleared from the Invoice sheet.${left === 0 ? '' : ` ${lines(left)} that the plan has not accepted ${left === 1 ? 'stays' : 'stay'}.`}`,
      none: 'The Invoice sheet has no line of an accepted invoice.',
      button: 'Clear these lines',
      confirm: (count: number) =>
        `Clear ${lines(count)} for good? To replace or void these invoices later you need their lines.`,
      yes: 'Yes, clear the lines',
    },
    members: {
      offer: (count: number) =>
        `${members(count)} without a line in this workbook can be cleared from the Members sheet.`,
      none: 'Every member on the Members sheet has a line in this workbook.',
      button: 'Clear these members',
      confirm: (count: number) => `Clear ${members(count)} for good? Next month you would enter them again.`,
      yes: 'Yes, clear the members',
    },
    keep: 'Keep them',
  },
  find: {
    title: 'Is a submission missing here?',
    text: 'A copy or an older version of the workbook may lack receipts. The plan has them all and gives them again.',
    all: 'Look for all invoices of this workbook',
    number: 'Or by one invoice number',
    numberHelp: 'The ten digits of the number.',
    numberProblem: 'Enter an invoice number of ten digits.',
    one: 'Look for this invoice',
  },
  messages: {
    nothingOpen: 'There is nothing to ask: the plan has accepted every invoice that it received from this workbook.',
    answered: (count: number) =>
      `The plan answered for ${counted(count, 'submission', 'submissions')}. What came back is below.`,
    found: (count: number, unasked: number) =>
      [
        count === 0
          ? 'The plan has no receipt for what was asked.'
          : `${counted(count, 'submission', 'submissions')} found. ${count === 1 ? 'Its receipt is' : 'The receipts are'} on the Receipts sheet.`,
        ...(unasked === 0
          ? []
          : [`${counted(unasked, 'number is', 'numbers are')} not asked yet: click again to go on.`]),
      ].join(' '),
    errorsSaved: 'The file is offered for saving. It holds member data: keep it where the workbook is kept.',
    errorWorkbookLoaded: (count: number) =>
      `${counted(count, 'finding', 'findings')} of the plan read from the error workbook.`,
    correctionsTaken: (count: number) => `Corrections put on ${lines(count)}. Check all lines, then submit.`,
    correctionStarted: {
      replacement: (count: number) =>
        `The workbook now sends ${counted(count, 'replacement', 'replacements')} and nothing else. Correct the lines, then submit.`,
      void: (count: number) =>
        `The workbook now sends ${counted(count, 'void', 'voids')} and nothing else. Submit when you are ready.`,
    },
    nothingToClear: 'There is nothing to clear by now.',
    linesCleared: (count: number) => `${lines(count)} cleared from the Invoice sheet. Save the workbook.`,
    membersCleared: (count: number) => `${members(count)} cleared from the Members sheet. Save the workbook.`,
    correctionEnded: 'The workbook sends new invoices again. Nothing was sent.',
  },
  failures: {
    moved: 'Your plan has a new address. Close the pane, open it again, then try again.',
    network: 'Your plan could not be reached. Your workbook is unchanged. Try again when you are connected.',
    busy: 'Your plan is too busy to answer. Your workbook is unchanged. Wait some minutes, then try again.',
    signedOut: 'Your sign-in ended. Try again: you will be asked to sign in.',
    cancelled: 'Stopped. What the plan had already answered is kept.',
    notUnderstood:
      'The answer did not come from your plan. Perhaps your network asks you to sign in first. Then try again.',
  },
};
