import type { RepairCode } from '../../guidance/repair.ts';
import type { CellsChange } from '../../workbook/filled-cell.ts';
import type { SheetRepair } from '../../workbook/sheet-repairs.ts';

/** Repairs that are shown before they are made. */
export interface RepairPreview {
  readonly repairs: readonly SheetRepair[];
  /** Kinds that are not to be made. */
  readonly without: readonly RepairCode[];
}

/** Repairs of what the sheets hold. */
export interface RepairsState {
  readonly preview: RepairPreview | null;
  /** What was made last, so that one click takes it back; null where there is nothing. */
  readonly made: readonly CellsChange[] | null;
}

export const initialRepairs: RepairsState = { preview: null, made: null };

/** What happens to repairs. */
export type RepairsEvent =
  | { readonly type: 'repairsPreviewed'; readonly repairs: readonly SheetRepair[] }
  | { readonly type: 'repairKindChosen'; readonly code: RepairCode; readonly wanted: boolean }
  | { readonly type: 'repairsDropped' }
  | { readonly type: 'repairsMade'; readonly made: readonly CellsChange[] }
  | { readonly type: 'repairsTakenBack' };

/** The repairs after an event. */
export function reduceRepairs(state: RepairsState, event: RepairsEvent): RepairsState {
  switch (event.type) {
    case 'repairsPreviewed':
      return { ...state, preview: { repairs: event.repairs, without: [] } };
    case 'repairKindChosen': {
      if (state.preview === null) return state;
      const others = state.preview.without.filter((code) => code !== event.code);
      return { ...state, preview: { ...state.preview, without: event.wanted ? others : [...others, event.code] } };
    }
    case 'repairsDropped':
      return { ...state, preview: null };
    case 'repairsMade':
      return { preview: null, made: event.made.length === 0 ? state.made : event.made };
    case 'repairsTakenBack':
      return { ...state, made: null };
  }
}

/** The repairs of a preview that are to be made. */
export function wantedRepairs({ repairs, without }: RepairPreview): readonly SheetRepair[] {
  return repairs.filter(({ code }) => !without.includes(code));
}
