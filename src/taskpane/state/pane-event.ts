import type { Damage, SubmissionState, WorkbookState } from '../../excel/invoice-workbook.ts';
import type { DiagnosisList } from '../../guidance/diagnosis-list.ts';
import type { FillEvent } from './fill-state.ts';
import type { FollowUpEvent } from './follow-up-state.ts';
import type { Message } from './message.ts';
import type { Progress, Snapshot, Start, Step, Task } from './pane-state.ts';
import type { Plans } from './plans.ts';
import type { RepairsEvent } from './repairs-state.ts';
import type { SetUpEvent } from './set-up-state.ts';
import type { SubmissionEvent } from './submission-state.ts';

/** Everything that can happen to the pane. */
export type PaneEvent =
  | { readonly type: 'started'; readonly start: Start }
  | { readonly type: 'plansRead'; readonly plans: Plans }
  /** The plan's lists of ICD-10-CM came, or some of them did not. */
  | {
      readonly type: 'diagnosisListsRead';
      readonly planId: string;
      readonly lists: readonly DiagnosisList[];
      readonly missing: readonly number[];
    }
  | { readonly type: 'workbookRead'; readonly workbook: WorkbookState }
  /** `edited` says that the read followed an edit that somebody made on the sheets. */
  | { readonly type: 'snapshotRead'; readonly snapshot: Snapshot; readonly edited: boolean }
  /** The Check column and the row keys were written. `at` is local time in words. */
  | { readonly type: 'marked'; readonly at: string; readonly snapshot: Snapshot }
  /** Excel keeps a call waiting while somebody edits a cell. */
  | { readonly type: 'cellAwaited'; readonly awaiting: boolean }
  | { readonly type: 'damagesRead'; readonly damages: readonly Damage[] }
  | { readonly type: 'sentRead'; readonly sent: SubmissionState }
  | { readonly type: 'signedIn' }
  | { readonly type: 'signedOut' }
  | { readonly type: 'taskStarted'; readonly task: Task }
  | { readonly type: 'progressed'; readonly progress: Progress | null }
  | { readonly type: 'taskEnded' }
  | { readonly type: 'messageShown'; readonly message: Message }
  | { readonly type: 'messageDismissed' }
  | { readonly type: 'stepChosen'; readonly step: Step }
  | SetUpEvent
  | FillEvent
  | RepairsEvent
  | SubmissionEvent
  | FollowUpEvent;
