import type { Area } from './area.ts';

export type ComparisonOperator =
  | 'Between'
  | 'NotBetween'
  | 'EqualTo'
  | 'NotEqualTo'
  | 'GreaterThan'
  | 'LessThan'
  | 'GreaterThanOrEqualTo'
  | 'LessThanOrEqualTo';

/**
 * What a cell accepts. Formulas are text with `=`; relative references count from the cell for which the rule is
 * given or asked. Bounds are numbers (dates and times as serials) or formulas.
 */
export type ValidationRule =
  | {
      readonly type: 'List';
      /** Entries with commas between (`Yes,No`, at most 255 characters), or `=` with a reference or a name. */
      readonly source: string;
      readonly inCellDropDown: boolean;
    }
  | {
      readonly type: 'WholeNumber' | 'Decimal' | 'Date' | 'Time' | 'TextLength';
      readonly operator: ComparisonOperator;
      readonly formula1: number | string;
      readonly formula2?: number | string;
    }
  | { readonly type: 'Custom'; readonly formula: string };

export interface ValidationPrompt {
  readonly show: boolean;
  /** At most 32 characters. */
  readonly title: string;
  /** At most 255 characters. */
  readonly message: string;
}

export interface ValidationAlert {
  readonly show: boolean;
  readonly style: 'Stop' | 'Warning' | 'Information';
  /** At most 32 characters. */
  readonly title: string;
  /** At most 225 characters in Excel's dialog (224 is what every version takes). */
  readonly message: string;
}

/** A data validation: rule, what is shown on selecting the cell, and what on a wrong entry. */
export interface Validation {
  readonly rule: ValidationRule;
  readonly ignoreBlanks: boolean;
  readonly prompt: ValidationPrompt;
  readonly alert: ValidationAlert;
}

/** A validation with the cells that have it; formulas are as seen from the top left cell of the first area. */
export interface PlacedValidation {
  readonly validation: Validation;
  readonly areas: readonly Area[];
}

/** What Excel sets when only a rule is given. */
export const defaultPrompt: ValidationPrompt = { show: true, title: '', message: '' };
export const defaultAlert: ValidationAlert = { show: true, style: 'Stop', title: '', message: '' };
