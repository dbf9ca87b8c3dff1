import type { DiagnosisList } from '../../guidance/diagnosis-list.ts';
import { reduceFill } from './fill-state.ts';
import { reduceFollowUp } from './follow-up-state.ts';
import type { PaneEvent } from './pane-event.ts';
import type { PaneState } from './pane-state.ts';
import type { Plans } from './plans.ts';
import { reduceRepairs } from './repairs-state.ts';
import { reduceSetUp } from './set-up-state.ts';
import { reduceSubmission } from './submission-state.ts';

/** The pane after an event. Pure: the same state and event always give the same state. */
export function reduce(state: PaneState, event: PaneEvent): PaneState {
  switch (event.type) {
    case 'started':
      return { ...state, start: event.start };
    case 'plansRead':
      return { ...state, plans: event.plans };
    case 'diagnosisListsRead':
      return {
        ...state,
        plans: withLists(state.plans, event.planId, event.lists),
        missingLists: event.missing.length === 0 ? null : { planId: event.planId, fiscalYears: event.missing },
      };
    case 'workbookRead':
      return { ...state, workbook: event.workbook };
    case 'snapshotRead':
      return {
        ...state,
        snapshot: event.snapshot,
        changedSinceMarked: state.changedSinceMarked || (event.edited && state.markedAt !== null),
      };
    case 'marked':
      return { ...state, snapshot: event.snapshot, markedAt: event.at, changedSinceMarked: false };
    case 'cellAwaited':
      return { ...state, awaitingCell: event.awaiting };
    case 'damagesRead':
      return { ...state, damages: event.damages };
    case 'sentRead':
      return { ...state, sent: event.sent };
    case 'signedIn':
      return { ...state, signedIn: true };
    case 'signedOut':
      return { ...state, signedIn: false };
    case 'taskStarted':
      return { ...state, busy: event.task, progress: null, message: null };
    case 'progressed':
      return { ...state, progress: event.progress };
    case 'taskEnded':
      return { ...state, busy: null, progress: null };
    case 'messageShown':
      return { ...state, message: event.message };
    case 'messageDismissed':
      return { ...state, message: null };
    case 'stepChosen':
      return { ...state, step: event.step, message: null };
    case 'setUpViewChosen':
    case 'setupEdited':
    case 'setupSaved':
    case 'setupDiscarded':
    case 'setupPurposeChanged':
    case 'memberOpened':
    case 'memberEdited':
    case 'memberSaved':
    case 'memberTried':
    case 'memberClosed':
      return { ...state, setUp: reduceSetUp(state.setUp, event) };
    case 'lineOpened':
    case 'lineEdited':
    case 'lineSaved':
    case 'lineMovedTo':
    case 'importOpened':
    case 'importRead':
    case 'importRefused':
    case 'importMapped':
    case 'importDecided':
    case 'importPreviewed':
    case 'importDropped':
    case 'fillClosed':
      return { ...state, fill: reduceFill(state.fill, event) };
    case 'repairsPreviewed':
    case 'repairKindChosen':
    case 'repairsDropped':
    case 'repairsMade':
    case 'repairsTakenBack':
      return { ...state, repairs: reduceRepairs(state.repairs, event) };
    case 'submissionMoved':
    case 'submissionEnded':
    case 'submissionBroken':
      return { ...state, submission: reduceSubmission(state.submission, event) };
    case 'receiptsRead':
    case 'resultFollowed':
    case 'errorFileRead':
    case 'historyRead':
    case 'historyClosed':
    case 'correctionsTaken':
      return { ...state, followUp: reduceFollowUp(state.followUp, event) };
  }
}

function withLists(plans: Plans, planId: string, lists: readonly DiagnosisList[]): Plans {
  if (plans.kind !== 'known') return plans;
  return {
    ...plans,
    plans: plans.plans.map((plan) => (plan.planId === planId ? plan.withDiagnosisLists(lists) : plan)),
  };
}
