import { counted } from './counts.ts';

/** Text of the history of an invoice, in English. */
export const history = {
  title: (number: string) => `History of invoice ${number}`,
  text: (time: string) => `As your plan told it on ${time}.`,
  again: 'Ask again',
  list: 'Invoices of this submission',
  open: (number: string) => `History of ${number}`,
  lookUp: {
    title: 'History of an invoice',
    text: 'When your plan received it, what the check found, what was decided and paid, and whether DHCS has taken the encounter.',
    number: 'Number of the invoice',
    button: 'Show the history',
  },
  unknown: (number: string) =>
    `Your plan has no invoice ${number} from this billing provider. Compare the number, and the billing NPI on Set up.`,
  facts: {
    state: 'State',
    encounter: 'Encounter',
    interest: 'Late interest',
  },
  interest: (days: number, amount: string) =>
    `${counted(days, 'day', 'days')} past the due date: about ${amount}, as of today`,
  states: {
    received: 'Received, being checked',
    returned: 'Came back to be corrected',
    accepted: 'Accepted, not decided yet',
    contested: 'Contested',
    denied: 'Denied',
    paid: 'Paid',
    replaced: 'Replaced by a later submission',
    voided: 'Voided',
  },
  encounters: {
    notWritten: 'Not reported to DHCS yet',
    written: 'Reported to DHCS, no answer yet',
    accepted: 'Taken by DHCS',
    rejected: 'Rejected by DHCS',
  },
  sent: {
    new: (time: string) => `New invoice of ${time}`,
    replacement: (time: string) => `Replacement of ${time}`,
    void: (time: string) => `Void of ${time}`,
  },
  submission: (id: string) => `Submission ${id}`,
  steps: {
    received: 'Your plan received it.',
    returned: 'The check found errors, and it came back. It was not accepted.',
    accepted: 'The check found no error, and your plan accepted it.',
    contested: 'Your plan contested it.',
    denied: 'Your plan denied it.',
    paid: 'Your plan paid it.',
    replaced: 'A later submission replaced it.',
    voided: 'It was voided: nothing is paid for it.',
  },
  by: (id: string) => `By submission ${id}.`,
  decisions: {
    paid: (amount: string, day: string) => `Your plan paid ${amount}, by its decision of ${day}.`,
    contested: (day: string) => `Your plan contested it on ${day}: it asks for more before it pays.`,
    denied: (day: string) => `Your plan denied it on ${day}.`,
  },
  alsoPaid: (amount: string) => `Paid so far: ${amount}.`,
  claimNumber: (number: string) => `The plan’s claim number is ${number}.`,
  reason: (reason: string) => `Reason: ${reason}`,
  decided: { paid: 'paid', contested: 'contested', denied: 'denied' },
  line: (line: number, decision: string, amount: string) => `Line ${String(line)} ${decision}, ${amount}`,
  encounterSteps: {
    notWritten: 'The encounter is not written yet.',
    written: 'Your plan wrote the encounter, its report of these services to DHCS.',
    accepted: 'DHCS took the encounter.',
    rejected: 'DHCS rejected the encounter.',
  },
  code: (code: string) => `Rejected with code ${code}`,
  ofCell: (header: string) =>
    `The code is about ${header}. Compare the cell with your records, and ask your plan what the code wants.`,
  ofPlan: 'It names no cell of yours: your plan looks after it. Ask your plan if it stays so.',
  replace: 'Your plan has accepted this invoice. If a cell is wrong, correct it and send the invoice as a replacement.',
  elsewhere: (count: number) =>
    `${counted(count, 'finding is on a line that is', 'findings are on lines that are')} not in this workbook.`,
};
