import type { Words } from './english.ts';
import { lines, invoices, members, errors, warnings } from './spanish/counts.ts';
import { check, damage } from './spanish/check.ts';
import { fill } from './spanish/fill.ts';
import { imports } from './spanish/import.ts';
import { common, steps, tasks, awaitingCell, excel, messages } from './spanish/pane.ts';
import { followUp } from './spanish/follow-up.ts';
import { history } from './spanish/history.ts';
import { repairs } from './spanish/repairs.ts';
import { setUp } from './spanish/set-up.ts';
import { start, install, plan, signIn } from './spanish/start.ts';
import { submit } from './spanish/submit.ts';

/**
 * Spanish. Names of sheets and of the guidance's data elements stay in English, as they stand in the workbook; dates
 * stay month first.
 */
export const spanish: Words = {
  language: 'es-US',
  rules: 'es',
  title: 'Factura CalAIM',

  counts: { lines, invoices, members, errors, warnings },
  common,
  start,
  install,
  plan,
  steps,
  tasks,
  awaitingCell,
  excel,
  messages,
  signIn,
  setUp,
  fill,
  import: imports,
  check,
  damage,
  repairs,
  submit,
  followUp,
  history,
};
