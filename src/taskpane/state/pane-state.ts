import type { Finding } from '../../guidance/finding.ts';
import type { Damage, SubmissionState, WorkbookContents, WorkbookState } from '../../excel/invoice-workbook.ts';
import { initialFill, type FillState } from './fill-state.ts';
import { initialFollowUp, type FollowUpState } from './follow-up-state.ts';
import type { Message } from './message.ts';
import type { Plans } from './plans.ts';
import { initialRepairs, type RepairsState } from './repairs-state.ts';
import { initialSetUp, type SetUpState } from './set-up-state.ts';
import { initialSubmission, type SubmissionView } from './submission-state.ts';

/** The short path of a month. */
export const steps = ['setUp', 'fill', 'check', 'submit', 'followUp'] as const;

/** A step of the path. */
export type Step = (typeof steps)[number];

/** How far the pane came at its start. */
export type Start = 'starting' | 'officeMissing' | 'notExcel' | 'tooOld' | 'ready';

/** Something that takes a moment; one at a time, so that a second click does nothing. */
export type Task =
  | 'open'
  | 'install'
  | 'saveSetup'
  | 'saveMember'
  | 'readFile'
  | 'previewImport'
  | 'import'
  | 'openLine'
  | 'saveLine'
  | 'arrange'
  | 'check'
  | 'select'
  | 'inspect'
  | 'repair'
  | 'previewRepairs'
  | 'makeRepairs'
  | 'takeRepairsBack'
  | 'signIn'
  | 'submit'
  | 'seal'
  | 'readReceipts'
  | 'askPlan'
  | 'findReceipts'
  | 'readHistory'
  | 'saveErrors'
  | 'readErrors'
  | 'takeCorrections'
  | 'correct'
  | 'clear';

/** How far long work is. */
export interface Progress {
  /** Lines that are done. */
  readonly done: number;
  /** Null while it is not known how many there are. */
  readonly total: number | null;
}

/** One read of the workbook with what the rules say of it: they always belong together. */
export interface Snapshot {
  readonly contents: WorkbookContents;
  /** Findings by place in `contents.lines`. */
  readonly findings: readonly Finding[];
}

/** Everything that the screens show. Member data live here, in memory, and nowhere else outside the workbook. */
export interface PaneState {
  readonly start: Start;
  readonly plans: Plans;
  /** Null until it has been read. */
  readonly workbook: WorkbookState | null;
  readonly snapshot: Snapshot | null;
  /** Local time in words of the last check that wrote the Check column; null before the first in this pane. */
  readonly markedAt: string | null;
  /** Whether lines changed since then. */
  readonly changedSinceMarked: boolean;
  /** Whether Excel keeps a call waiting because a cell is being edited. */
  readonly awaitingCell: boolean;
  /** Null until it has been looked for. */
  readonly damages: readonly Damage[] | null;
  readonly sent: SubmissionState | null;
  /** The plan's lists of ICD-10-CM that could not be loaded, for the notice; null where none is missing. */
  readonly missingLists: { readonly planId: string; readonly fiscalYears: readonly number[] } | null;
  /** Whether the pane holds a token. The token itself is no state: no screen needs it. */
  readonly signedIn: boolean;
  readonly busy: Task | null;
  /** How far long work is that can be stopped; null while there is none. */
  readonly progress: Progress | null;
  readonly message: Message | null;
  readonly step: Step;
  readonly setUp: SetUpState;
  readonly fill: FillState;
  readonly repairs: RepairsState;
  readonly submission: SubmissionView;
  readonly followUp: FollowUpState;
}

/** The pane as it opens. */
export const initialState: PaneState = {
  start: 'starting',
  plans: { kind: 'loading' },
  workbook: null,
  snapshot: null,
  markedAt: null,
  changedSinceMarked: false,
  awaitingCell: false,
  damages: null,
  sent: null,
  missingLists: null,
  signedIn: false,
  busy: null,
  progress: null,
  message: null,
  step: 'setUp',
  setUp: initialSetUp,
  fill: initialFill,
  repairs: initialRepairs,
  submission: initialSubmission,
  followUp: initialFollowUp,
};
