import type { InvoiceWorkbook } from '../../excel/invoice-workbook.ts';
import type { DiagnosisList } from '../../guidance/diagnosis-list.ts';
import type { DiagnosisListReference } from '../../plan/diagnosis-lists.ts';
import type { Surroundings } from '../../submission/exchange.ts';
import type { ReadingOf, ReadTask } from '../file-worker/read-task.ts';
import type { SignInFailure } from '../state/message.ts';
import type { PaneEvent } from '../state/pane-event.ts';
import type { PaneState } from '../state/pane-state.ts';
import type { Plan, Plans } from '../state/plans.ts';
import type { Store } from '../state/store.ts';
import type { AccessToken } from '../sign-in/issuer.ts';
import type { Words } from '../words/english.ts';
import type { LineMemory } from './line-memory.ts';
import type { Session } from './session.ts';

/** How a sign-in ended. */
export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly token: AccessToken }
  | { readonly kind: 'failed'; readonly reason: SignInFailure };

/** A file that a person saves. */
export interface SavedFile {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Everything outside the pane that its effects touch; tests put their own parts here. */
export interface Ports {
  readonly workbook: InvoiceWorkbook;
  readonly readPlans: () => Promise<Plans>;
  /** A list that the registry names, from the pane's own origin; null where it cannot be had as it was named. */
  readonly readDiagnosisList: (reference: DiagnosisListReference) => Promise<DiagnosisList | null>;
  /**
   * Reads what a person opened beside the pane, so that a large file does not hold it up; null where that cannot be
   * done. The signal ends it.
   */
  readonly readInWorker: <Task extends ReadTask>(task: Task, signal: AbortSignal) => Promise<ReadingOf<Task> | null>;
  readonly signIn: (plan: Plan, signal: AbortSignal) => Promise<SignInOutcome>;
  /** Whether the page's policy lets the plan be called. */
  readonly mayCall: (plan: Plan) => boolean;
  /** Replaces the network and the clock of the submission client; empty in production. */
  readonly surroundings: Partial<Surroundings>;
  /** Offers a file for saving. Its name holds nothing of a member. */
  readonly saveFile: (file: SavedFile) => void;
  readonly now: () => Date;
  /** For what is written into the workbook in words: times and states. */
  readonly words: Words;
}

/** What every effect works with. */
export interface EffectContext {
  readonly ports: Ports;
  readonly store: Store<PaneState, PaneEvent>;
  readonly session: Session;
  /** Orders reads: a slow one that was overtaken shows nothing. */
  readonly reads: { started: number; shown: number };
  /** What was checked last, so that only what changed is looked at again. */
  readonly memory: { current: LineMemory | null };
  /** Stops the live check; null while there is none. */
  readonly live: { stop: (() => Promise<void>) | null };
  /** The plan's lists of ICD-10-CM on their way; null while none is. */
  readonly lists: { loading: { readonly planId: string; readonly done: Promise<void> } | null };
  /** Stops what runs at the moment; null where it cannot be stopped. */
  readonly cancellation: { current: AbortController | null };
}
