import type { Area } from './area.ts';

/** What a conditional format lays over a cell's own format. */
export interface ConditionalStyle {
  readonly fillColour?: string;
  readonly fontColour?: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strikethrough?: boolean;
}

/** A conditional format of type *custom formula*. */
export interface ConditionalFormat {
  /** Stable within its sheet, in the form that Office.js shows. */
  readonly id: string;
  readonly areas: readonly Area[];
  /** `=…`, relative references as seen from the top left cell of the first area. */
  readonly formula: string;
  readonly style: ConditionalStyle;
  readonly stopIfTrue: boolean;
}

/** What is given to make one. */
export type ConditionalFormatDraft = Omit<ConditionalFormat, 'id'>;
