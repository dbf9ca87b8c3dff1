/** What a rule of the workbench rests on: a document that can be looked up, or an assumption that says so. */
export type RuleBasis =
  | {
      /** Title of the page or specification. */
      readonly document: string;
      /** Its address, or the section within it. */
      readonly section: string;
    }
  | {
      /** Why the rule is believed although no document states it. */
      readonly assumption: string;
      /** Question in `docs/excel-probe` whose answer settles it. */
      readonly probe?: string;
    };

/** One thing that the workbench does because Excel does it. */
export interface Rule {
  /** Stable, `area.what-it-says`, for example `paste.replaces-validation`. */
  readonly id: string;
  /** What holds, in one sentence. */
  readonly statement: string;
  readonly basis: RuleBasis;
}

/** True for a rule that no document states. */
export function isAssumption(rule: Rule): boolean {
  return 'assumption' in rule.basis;
}
