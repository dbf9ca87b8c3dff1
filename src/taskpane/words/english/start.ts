export const start = {
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
    text: 'Check your network connection, then try again. Until then the workbook itself works: you can fill in lines, the lists offer their entries, and badly formed cells turn red. Only checking and sending wait for the pane.',
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
};

export const install = {
  title: 'Start an invoice workbook',
  text: 'This adds the sheets Instructions, Setup, Members, Invoice and Receipts to the open workbook. Your own sheets stay as they are.',
  plan: 'Which plan do you send invoices to?',
  button: 'Add the invoice sheets',
};

export const plan = {
  unknownTitle: 'This workbook names a plan that the pane does not know',
  unknownText:
    'You can fill in the workbook, but the pane cannot check it, and nothing will be sent. Get the template from your plan, or start a new workbook here.',
  alteredTitle: 'The plan’s data in this workbook were changed',
  alteredText:
    'You can fill in and check, but nothing will be sent until the plan’s template is put back. Your entries are kept.',
  newerTitle: 'This workbook is newer than the pane',
  newerText:
    'Its template is of a later version than this pane has loaded. Close the pane and open it again. Until then you can fill in the sheets, and nothing is checked, changed or sent from here.',
  olderTitle: 'Your plan has a newer template',
  olderText:
    'Update this workbook so that its lists and rates are the present ones; then you can submit. Your entries are kept; undo starts afresh.',
  restore: 'Put the template back',
  update: 'Update the template',
  listsTitle: 'The plan’s diagnosis codes could not be loaded',
  listsText: (years: string) =>
    `Lines are checked without the list of ICD-10 codes for fiscal year ${years}. The plan checks them with it, so an invoice may come back for a code. Check all lines tries again.`,
};

export const signIn = {
  button: 'Sign in',
  signOut: 'Sign out',
  signedIn: 'Signed in',
  signedOut: 'Not signed in',
  idle: 'You were signed out because nothing was done in the pane for 15 minutes. Nothing is lost: sign in again when you need to.',
  closed: 'The sign-in window was closed before you were signed in. Try again when you are ready.',
  blocked: 'The sign-in window could not open. Allow pop-up windows for Excel, then try again.',
  refused: 'Your plan did not sign you in. Try again, or ask your plan for help with your account.',
  foreign:
    'The sign-in window showed a page that does not belong to your plan’s sign-in, so it was closed. Nothing was sent. Try again; if it happens again, tell your plan.',
  unavailable: 'Your plan’s sign-in cannot be reached. Check your network connection, then try again.',
};
