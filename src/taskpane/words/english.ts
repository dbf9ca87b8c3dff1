import type { Language } from '../../guidance/messages/words.ts';
import { lines, invoices, members, errors, warnings } from './english/counts.ts';
import { check, damage } from './english/check.ts';
import { fill } from './english/fill.ts';
import { imports } from './english/import.ts';
import { common, steps, tasks, awaitingCell, excel, messages } from './english/pane.ts';
import { followUp } from './english/follow-up.ts';
import { history } from './english/history.ts';
import { repairs } from './english/repairs.ts';
import { setUp } from './english/set-up.ts';
import { start, install, plan, signIn } from './english/start.ts';
import { submit } from './english/submit.ts';

/** All text of the pane's screens, in English, a part per step. Another language is one more object of this shape. */
export const english = {
  /** BCP 47, also for numbers, dates and money. */
  language: 'en-US',
  /** Language of the rules' words. */
  rules: 'en' as Language,
  title: 'CalAIM Invoice',

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

/** The shape of a catalogue. */
export type Words = typeof english;
