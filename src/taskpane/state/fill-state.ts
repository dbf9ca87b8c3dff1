import type { LineEntry } from '../../workbook/model.ts';
import type { ColumnMapping } from '../../workbook/import/column-mapping.ts';
import type { OwnListRefusal } from '../../xlsx/own-list.ts';
import type { ImportChoices, ImportDraft, ImportOutcome, ImportPurpose } from './import-preview.ts';

/** Why a list could not be read. */
export type ImportRefusal = OwnListRefusal | 'unreadable';

/** A line under edit. */
export interface LineForm {
  /** 1-based row on the Invoice sheet; null for a new line. */
  readonly row: number | null;
  readonly entry: LineEntry;
  /** Saves so far: after the first one what is missing is said too. */
  readonly tries: number;
}

/** The step Fill. */
export interface FillState {
  readonly view: 'overview' | 'line' | 'import';
  readonly line: LineForm | null;
  /** What a list is opened for. */
  readonly purpose: ImportPurpose;
  /** The list to import; null before one was read. */
  readonly draft: ImportDraft | null;
  /** What importing it would do; null while that is not worked out. */
  readonly outcome: ImportOutcome | null;
  /** Why the last list could not be read. */
  readonly refusal: ImportRefusal | null;
}

export const initialFill: FillState = {
  view: 'overview',
  line: null,
  purpose: 'lines',
  draft: null,
  outcome: null,
  refusal: null,
};

/** What happens on the step Fill. */
export type FillEvent =
  | { readonly type: 'lineOpened'; readonly row: number | null; readonly entry: LineEntry }
  | { readonly type: 'lineEdited'; readonly entry: LineEntry }
  | { readonly type: 'lineSaved'; readonly row: number; readonly problems: number }
  | { readonly type: 'lineMovedTo'; readonly row: number }
  | { readonly type: 'importOpened'; readonly purpose: ImportPurpose }
  | { readonly type: 'importRead'; readonly draft: ImportDraft }
  | { readonly type: 'importRefused'; readonly refusal: ImportRefusal }
  /** A person said where a column of the list goes. */
  | { readonly type: 'importMapped'; readonly mapping: ColumnMapping }
  | { readonly type: 'importDecided'; readonly choices: ImportChoices }
  /** What a draft would do was worked out; it counts while the draft is the same. */
  | { readonly type: 'importPreviewed'; readonly draft: ImportDraft; readonly outcome: ImportOutcome }
  | { readonly type: 'importDropped' }
  | { readonly type: 'fillClosed' };

/** The step after an event. */
export function reduceFill(state: FillState, event: FillEvent): FillState {
  switch (event.type) {
    case 'lineOpened':
      return { ...state, view: 'line', line: { row: event.row, entry: event.entry, tries: 0 } };
    case 'lineEdited':
      return state.line === null ? state : { ...state, line: { ...state.line, entry: event.entry } };
    case 'lineSaved':
      // A form with problems stays open on its row, so that they can be mended where they are said.
      return state.line === null || event.problems === 0
        ? { ...state, view: 'overview', line: null }
        : { ...state, line: { ...state.line, row: event.row, tries: state.line.tries + 1 } };
    case 'lineMovedTo':
      return state.line === null ? state : { ...state, line: { ...state.line, row: event.row } };
    case 'importOpened':
      return { ...state, view: 'import', purpose: event.purpose, draft: null, outcome: null, refusal: null };
    case 'importRead':
      return { ...state, draft: event.draft, outcome: null, refusal: null };
    case 'importRefused':
      return { ...state, draft: null, outcome: null, refusal: event.refusal };
    case 'importMapped':
      return state.draft === null
        ? state
        : { ...state, draft: { ...state.draft, mapping: event.mapping }, outcome: null };
    case 'importDecided':
      return state.draft === null
        ? state
        : { ...state, draft: { ...state.draft, choices: event.choices }, outcome: null };
    case 'importPreviewed':
      return state.draft === event.draft ? { ...state, outcome: event.outcome } : state;
    case 'importDropped':
      return { ...state, draft: null, outcome: null, refusal: null };
    case 'fillClosed':
      return { ...state, view: 'overview', line: null, draft: null, outcome: null, refusal: null };
  }
}
