import { lines, errors, warnings } from './counts.ts';

export const check = {
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
};

export const damage = {
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
};
