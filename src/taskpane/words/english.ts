import type { Language } from '../../guidance/messages/words.ts';
import type { UnitBasis } from '../../guidance/services.ts';
import { problems, type ProblemCode } from '../../submission/problem.ts';

const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-US')} ${many}`;

const lines = (count: number): string => counted(count, 'line', 'lines');
const invoices = (count: number): string => counted(count, 'invoice', 'invoices');
const members = (count: number): string => counted(count, 'member', 'members');
const errors = (count: number): string => counted(count, 'error', 'errors');
const warnings = (count: number): string => counted(count, 'warning', 'warnings');
const fields = (count: number): string => counted(count, 'field needs', 'fields need');

/** All text of the pane's screens, in English. Another language is one more file of this shape. */
export const english = {
  /** BCP 47, also for numbers, dates and money. */
  language: 'en-US',
  /** Language of the rules' words. */
  rules: 'en' as Language,
  title: 'CalAIM Invoice',

  counts: { lines, invoices, members, errors, warnings },

  common: {
    close: 'Close',
    back: 'Back',
    edit: 'Edit',
    remove: 'Remove',
    optional: 'optional',
    dismiss: 'Dismiss this message',
    stop: 'Stop',
    progress: (done: number, total: number) => `${done.toLocaleString('en-US')} of ${lines(total)}`,
    showMore: (count: number) => `Show ${String(count)} more`,
    problems: 'Please look at these fields',
    row: (row: number) => `Row ${String(row)}`,
    support: 'Help from your plan',
    choose: 'Choose',
  },

  start: {
    starting: 'Opening…',
    officeMissing: {
      title: 'Excel did not answer this pane',
      text: 'The pane needs a network connection to start. Close it, check your connection, and open it again. Until then the workbook itself works: you can fill in lines, the lists offer their entries, and badly formed cells turn red. Only checking and sending wait for the pane.',
    },
    notExcel: {
      title: 'This pane works in Excel',
      text: 'Open it from the Home tab of Excel, with your invoice workbook or an empty workbook open.',
    },
    tooOld: {
      title: 'This version of Excel is too old for the pane',
      text: 'Use Microsoft 365, Excel 2021 or later, or Excel on the web. The workbook itself works in this Excel: fill it in here, then open it in a newer Excel to check and send.',
    },
    unreachable: {
      title: 'The list of plans could not be read',
      text: 'Check your network connection, then try again. Your workbook is unchanged.',
    },
    notTrusted: {
      title: 'The list of plans is not genuine',
      text: 'It does not carry the right signature, so nothing will be sent. Tell the person who gave you this add-in.',
    },
    unread: {
      title: 'The workbook has not been read',
      text: 'The message above says why.',
    },
    tryAgain: 'Try again',
  },

  install: {
    title: 'Start an invoice workbook',
    text: 'This adds the sheets Instructions, Setup, Members, Invoice and Receipts to the open workbook. Your own sheets stay as they are.',
    plan: 'Which plan do you send invoices to?',
    button: 'Add the invoice sheets',
  },

  plan: {
    unknownTitle: 'This workbook names a plan that the pane does not know',
    unknownText:
      'You can fill in the workbook, but the pane cannot check it, and nothing will be sent. Get the template from your plan, or start a new workbook here.',
    alteredTitle: 'The plan’s data in this workbook were changed',
    alteredText:
      'You can fill in and check, but nothing will be sent until the plan’s template is put back. Your entries are kept.',
    olderTitle: 'Your plan has a newer template',
    olderText:
      'Update this workbook so that its lists and rates are the present ones. Your entries are kept; undo starts afresh.',
    restore: 'Put the template back',
    update: 'Update the template',
    listsTitle: 'The plan’s diagnosis codes could not be loaded',
    listsText: (years: string) =>
      `Lines are checked without the list of ICD-10 codes for fiscal year ${years}. The plan checks them with it, so an invoice may come back for a code. Check all lines tries again.`,
  },

  steps: {
    label: 'Steps',
    errors: 'errors',
    setUp: 'Set up',
    fill: 'Fill',
    check: 'Check',
    submit: 'Submit',
    receipts: 'Receipts',
  },

  tasks: {
    open: 'Reading the workbook…',
    install: 'Adding the sheets…',
    saveSetup: 'Saving…',
    saveMember: 'Saving…',
    readFile: 'Reading your list…',
    import: 'Adding the lines…',
    openLine: 'Opening the line…',
    saveLine: 'Saving…',
    arrange: 'Arranging the lines…',
    check: 'Checking…',
    select: 'Going to the cell…',
    inspect: 'Looking at the sheet…',
    repair: 'Repairing…',
    signIn: 'Waiting for you to sign in…',
    submit: 'Submitting…',
    readReceipts: 'Reading the receipts…',
  },

  awaitingCell: 'Excel is busy: finish the cell that you are editing (Enter or Esc).',

  excel: {
    cellEdit: 'Excel is busy: finish the cell that you are editing (Enter or Esc), then try again.',
    notAnswering:
      'Excel is not answering. Wait a moment, then try again. If it stays so, save the workbook and open it again.',
    protected: 'Excel refused because of a sheet’s protection. Use Repair on the Check step, then try again.',
    tooOld: 'This version of Excel cannot do that. Use Microsoft 365, or Excel on the web.',
    otherPlan: 'This workbook already holds the template of another plan. Begin a new workbook for this plan.',
    full: 'The workbook holds at most 5,000 lines, and that many members. Send what is there, or begin a second workbook.',
    unexpected: 'Excel did not do it. Try again.',
  },

  messages: {
    installed: (carriedOver: number) =>
      carriedOver === 0
        ? 'The invoice sheets are in the workbook.'
        : `The template is in place. ${lines(carriedOver)} kept.`,
    setupSaved: (problems: number) =>
      problems === 0
        ? 'Saved to the Setup sheet.'
        : `Saved to the Setup sheet. ${fields(problems)} attention before you can submit.`,
    memberSaved: (problems: number) =>
      problems === 0 ? 'Member saved.' : `Member saved. ${fields(problems)} attention before you can submit.`,
    memberNeedsCin: 'A member needs a CIN. Enter it, then save.',
    lineSaved: (row: number, problems: number) =>
      problems === 0
        ? `Row ${String(row)} saved.`
        : `Row ${String(row)} saved. ${fields(problems)} attention before you can submit.`,
    lineInserted: (row: number) => `A blank line is at row ${String(row)}.`,
    lineDeleted: (row: number) => `The line at row ${String(row)} is deleted.`,
    lineMoved: (row: number) => `The line is at row ${String(row)} now.`,
    sorted: 'The lines are sorted.',
    selectLine: 'First select a cell of a line on the Invoice sheet.',
    lineGone: 'That line is no longer in the workbook. Check again.',
    imported: (lineCount: number, memberCount: number) =>
      `${lines(lineCount)} added, ${members(memberCount)} on the Members sheet.`,
    checked: (lineCount: number, errorCount: number, warningCount: number) =>
      lineCount === 0
        ? 'There are no lines to check yet.'
        : errorCount === 0 && warningCount === 0
          ? `${lines(lineCount)} checked. Nothing to correct.`
          : `${lines(lineCount)} checked: ${errors(errorCount)}, ${warnings(warningCount)}.`,
    repaired: (places: number, rebuilt: boolean) =>
      `${counted(places, 'place', 'places')} repaired, your entries are kept.${rebuilt ? ' The sheet was built afresh.' : ''}`,
    nothingToRepair: 'There is nothing to repair.',
    signedIn: 'You are signed in.',
    signedOut: 'You are signed out.',
    stopped: 'Stopped. Nothing was written to the workbook.',
    partMissing: 'A part of the pane could not be loaded. Check your network connection, then try again.',
    unexpected: 'Something went wrong in the pane. Close it and open it again; nothing is ever sent twice.',
  },

  signIn: {
    button: 'Sign in',
    signOut: 'Sign out',
    signedIn: 'Signed in',
    signedOut: 'Not signed in',
    closed: 'The sign-in window was closed before you were signed in. Try again when you are ready.',
    blocked: 'The sign-in window could not open. Allow pop-up windows for Excel, then try again.',
    refused: 'Your plan did not sign you in. Try again, or ask your plan for help with your account.',
    unavailable: 'Your plan’s sign-in cannot be reached. Check your network connection, then try again.',
  },

  setUp: {
    title: 'Set up',
    views: 'Parts of Set up',
    provider: 'Provider',
    members: 'Members',
    providerTitle: 'Billing provider',
    providerText: 'Enter this once. Every line of the Invoice sheet takes it from here.',
    sitesTitle: 'Sites that give the services',
    sitesText: 'The rendering providers. A new line starts with the first one.',
    noSites: 'No site yet. Add at least one.',
    addSite: 'Add a site',
    sameAsBilling: 'Same as the billing provider',
    makeFirst: 'Make first',
    site: (number: number) => `Site ${String(number)}`,
    editSite: (name: string) => `Edit ${name}`,
    removeSite: (name: string) => `Remove ${name}`,
    makeSiteFirst: (name: string) => `Make ${name} the first site`,
    closeSite: 'Done with this site',
    firstSite: 'first',
    siteNameHelp: 'The site or person that gives the service. Lines choose it by this name.',
    workbookTitle: 'This workbook',
    invoiceDate: 'Invoice date for new lines',
    invoiceDateHelp: 'As MM/DD/YYYY. A line may have another date.',
    invoiceDateProblem: 'Enter the date as MM/DD/YYYY, for example 11/02/2026.',
    purpose: 'This workbook sends',
    purposes: {
      new: 'New invoices',
      replacement: 'Replacements of invoices that the plan accepted',
      void: 'Voids of invoices that the plan accepted',
    },
    concerns: 'Invoice numbers',
    concernsHelp:
      'The ten-digit numbers of the invoices to replace or void, with a space between them. Only these are sent.',
    concernsProblem: 'Enter at least one invoice number of ten digits.',
    attestationTitle: 'Attestation',
    attestation:
      'We have no system that can produce or receive 837 claims, and we do not bill other payers by 837 in another way.',
    attestationHelp:
      'DHCS lets providers send invoices who cannot send 837 claims (guidance, section 2(1)). Your answer is sent with every submission.',
    attestationProblem: 'Invoices can be sent only after this is confirmed.',
    saveSetup: 'Save',
    discard: 'Undo my changes',
    unsaved: 'You have changes that are not saved yet.',
    membersTitle: 'Members',
    membersText: 'Enter each member once. A line takes name, address and date of birth from here by the CIN.',
    noMembers: 'No member yet.',
    addMember: 'Add a member',
    findMember: 'Find by name or CIN',
    noMemberFound: 'No member matches.',
    cinFixed: 'To change a CIN, change it on the Members sheet.',
    homeless: '1 · Homeless',
    notHomeless: 'Blank · not homeless, or not known',
    newMember: 'New member',
    editMember: 'Edit member',
    saveMember: 'Save member',
    memberName: (last: string, first: string, cin: string) =>
      [[last, first].filter((part) => part !== '').join(', '), cin].filter((part) => part !== '').join(' · '),
  },

  fill: {
    title: 'Fill',
    used: (lineCount: number, freeRows: number) =>
      `${lines(lineCount)} in the workbook, ${counted(freeRows, 'free row', 'free rows')}.`,
    lineTitle: 'One line',
    lineText: 'Type in the sheet, or use the form here.',
    newLine: 'New line',
    editSelected: 'Edit the selected line',
    importTitle: 'Your own list',
    importText: 'Add many lines at once from a CSV file or a copied block.',
    openImport: 'Import a list',
    arrangeTitle: 'Arrange the lines',
    arrangeText: 'For the line of the selected cell. Lines keep their findings and their place in past submissions.',
    insert: 'Insert line above',
    delete: 'Delete line',
    moveUp: 'Move up',
    moveDown: 'Move down',
    confirmDelete: (row: number) => `Delete the line at row ${String(row)}?`,
    confirmDeleteButton: 'Yes, delete it',
    keep: 'Keep it',
    sortTitle: 'Sort',
    sort: 'Sort all lines by',
    sortButton: 'Sort',
    sorts: {
      invoiceNumber: 'Invoice number, then date',
      memberCin: 'Member, then date',
      serviceStartDate: 'Date',
      procedureCode: 'Service, then date',
    },
    providerBlock: 'The provider’s columns',
    providerBlockText: 'The Invoice sheet hides what it takes from Setup.',
    showBlock: 'Show them',
    hideBlock: 'Hide them',
    form: {
      newTitle: 'New line',
      title: (row: number) => `Line at row ${String(row)}`,
      previous: 'Previous line',
      next: 'Next line',
      member: 'Member',
      memberHelp: 'Type a part of the name or the CIN.',
      service: 'Service',
      serviceHelp: 'Type words of the service’s name, its code or a modifier.',
      noService: 'No service matches these words.',
      units: {
        encounter: 'per encounter',
        outreachAttempt: 'per outreach attempt',
        fifteenMinutes: 'per 15 minutes',
        day: 'per day',
        month: 'per month',
        service: 'per service',
        visit: 'per visit',
        session: 'per session',
        meal: 'per meal',
        delivery: 'per delivery',
      } satisfies Record<UnitBasis, string>,
      addThisMember: 'Add this member to Members',
      otherDiagnosis: 'Not on the list; any ICD-10-CM code may be typed.',
      firstSite: (name: string) => (name === '' ? 'The first site' : `The first site: ${name}`),
      endDateHelp: 'Leave blank where it is the start date.',
      rateHelp: (rate: string | null) =>
        rate === null ? 'Enter what you paid.' : `Leave blank for the plan’s rate of ${rate}.`,
      rateOfTheDay: 'Enter the start date first: the plan’s rate depends on it.',
      invoiceDateHelp: (date: string) =>
        date === '' ? 'Leave blank for the date on Setup.' : `Leave blank for ${date} from Setup.`,
      nextNumber: 'Next number',
      addDiagnosis: 'Add another diagnosis',
      charge: 'Service charge amount',
      save: 'Save line',
      saveAndNew: 'Save and start another',
      more: 'Optional elements',
    },
  },

  import: {
    title: 'Import a list',
    text: 'Your own list with its header row. The pane knows many headers; you say where the other columns go.',
    chooseFile: 'Open a CSV file',
    or: 'Or paste rows that you copied, with their header row if you can:',
    read: 'Preview',
    previewTitle: 'Preview',
    found: (lineCount: number, invoiceCount: number, memberCount: number) =>
      `${lines(lineCount)}, ${invoices(invoiceCount)}, ${members(memberCount)}.`,
    findings: (errorCount: number, warningCount: number) => `${errors(errorCount)}, ${warnings(warningCount)}.`,
    clean: 'Nothing to correct.',
    row: (row: number) => `File row ${String(row)}`,
    differences: (count: number) =>
      `${counted(count, 'value', 'values')} in columns that the workbook works out by itself ${count === 1 ? 'differs' : 'differ'} from what it works out. The workbook’s own values will be used.`,
    columns: (recognized: number, others: number, names: string) =>
      `${counted(recognized, 'column', 'columns')} recognized${others === 0 ? '.' : `, ${String(others)} not: ${names}.`}`,
    columnAt: (letters: string) => `Column ${letters}`,
    columnHolds: (name: string) => `${name} goes to`,
    example: (text: string) => `For example: ${text}`,
    memberName: '23, 24 · Member name, as Last, First',
    notRead: 'Nowhere: do not read this column',
    allColumns: 'Show all columns',
    fewerColumns: 'Show fewer columns',
    tooLong: (rows: string) =>
      `These rows have more cells than the header row, so that their cells may stand in the wrong columns: ${rows}.`,
    repairs: (count: number) =>
      `Apply ${counted(count, 'repair', 'repairs')} of formatting (for example digits only, or nine characters of a card number)`,
    setup: 'Take the billing provider and the sites from this list',
    larger: 'The Invoice sheet is rebuilt with more rows for this list. Your entries stay; undo starts afresh.',
    noRoom: (room: number) =>
      `There is room for ${counted(room, 'more line', 'more lines')} only. Split the list, or begin a second workbook.`,
    add: (count: number) => `Add ${lines(count)}`,
    another: 'Use another list',
    missing: (names: string) => `Nothing in the list goes to: ${names}.`,
    refusals: {
      noHeaders: 'This is no table with column headers. Paste the rows with their header row, then try again.',
      noLines: 'There are no lines below the headers.',
      brokenQuotes: 'The list has a quotation mark that does not close. Save it as CSV again, then try again.',
      unreadable: 'The file could not be read. Open it again, or paste its rows.',
    },
  },

  check: {
    title: 'Check',
    button: 'Check all lines',
    text: 'Runs the plan’s rules over all lines and writes the result beside each of them.',
    sheetTitle: 'The sheet itself',
    inspect: 'Look for damage to the sheet',
    inspectText: 'A paste can take lists, locks and formats away. This looks for it.',
    never: 'Not checked yet.',
    at: (time: string) => `The Check column was brought up to date at ${time}.`,
    changed: 'Lines have changed since; the list below is up to date, the column is not.',
    summary: (errorCount: number, warningCount: number, lineCount: number) =>
      `${errors(errorCount)} and ${warnings(warningCount)} in ${lines(lineCount)}.`,
    clean: (lineCount: number) => `${lines(lineCount)}, nothing to correct.`,
    empty: 'There are no lines yet.',
    group: 'Group findings',
    byLine: 'By line',
    byRule: 'By rule',
    onlyErrors: 'Errors only',
    error: 'Error',
    warning: 'Warning',
    fromPlan: 'From the plan',
    goTo: (row: number, column: string) => `Go to ${column}, row ${String(row)}`,
    inSetUp: 'Correct it in Set up',
    inMembers: 'Correct it in Members',
    goToShort: 'Go to the cell',
    inForm: 'Open the line form',
    inFormOf: (row: number) => `Open the line form of row ${String(row)}`,
    fix: 'What to do:',
    alternatives: 'Codes to choose from:',
    lineHeading: (row: number, invoiceNumber: string) =>
      invoiceNumber === '' ? `Row ${String(row)}` : `Row ${String(row)} · invoice ${invoiceNumber}`,
    ruleHeading: (title: string, count: number) => `${title} · ${lines(count)}`,
  },

  damage: {
    title: 'The sheet is not as it was installed',
    more: (count: number) => `${String(count)} more`,
    text: 'Mostly this comes from a paste. Repair puts it right and keeps your entries. Undo starts afresh after it.',
    repair: 'Repair',
    kinds: {
      unprotected: 'the sheet’s protection is off',
      locked: 'cells became locked',
      unlocked: 'cells lost their lock',
      listMissing: 'the list is gone',
      formatLost: 'the cell format is lost',
      formulaLost: 'a formula is gone',
      marksLost: 'the red marks are gone',
    },
  },

  submit: {
    title: 'Submit',
    goesTitle: 'What goes',
    goes: (invoiceCount: number, lineCount: number, memberCount: number, total: string) =>
      `${invoices(invoiceCount)} with ${lines(lineCount)} for ${members(memberCount)}, ${total} in all.`,
    goesNothing: 'There is no invoice to send.',
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
      writing: 'Writing the receipt into the workbook…',
    },
    cancel: 'Stop sending',
    stops: {
      planUnknown: 'Nothing was sent: the pane does not know this workbook’s plan.',
      altered: 'Nothing was sent: the plan’s data in this workbook were changed. Put the template back first.',
      damaged: 'Nothing was sent: the sheet was damaged, mostly by a paste. Repair it first.',
      notAttested: 'Nothing was sent: confirm on Set up that you cannot send 837 claims.',
      billingNpi: 'Nothing was sent: the billing provider’s NPI on Set up is missing or not right.',
      concerns: 'Nothing was sent: enter on Set up which invoices are replaced or voided.',
      nothingToSend: 'Nothing was sent: there is no invoice without errors that the plan has not accepted yet.',
      tooManyLines: 'Nothing was sent: one submission holds at most 5,000 lines.',
      unsendableText:
        'Nothing was sent: a cell holds more text than can be sent, or text that is damaged. The check says which one.',
    },
    failures: {
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
    invoice: (number: string, lineCount: number, amount: string) =>
      `Invoice ${number} · ${lines(lineCount)} · ${amount}`,
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
  },

  receipts: {
    title: 'Receipts',
    text: 'Every submission that your plan received from this workbook.',
    none: 'Nothing has been submitted from this workbook yet.',
    submission: (id: string) => `Submission ${id}`,
    received: 'Received',
    content: 'Content',
    total: 'Total',
    state: 'State',
    due: 'Paid, contested or denied by',
    signature: 'Signature',
    genuine: 'Signed by your plan',
    notGenuine: 'Not signed by your plan: call your plan',
  },
};

/** The shape of a catalogue. */
export type Words = typeof english;
