import type { LineText } from '../../src/guidance/columns.ts';
import type { RuleCode } from '../../src/guidance/rules/index.ts';

interface RequirementHead {
  /**
   * Where it comes from: `E21.3` is the third thing to test of element 21, `SVC-2` a rule of the coding table, `R4` the
   * fourth point that the guidance leaves open, as it is read here.
   */
  readonly key: string;
  /** What is asked, in our words. */
  readonly text: string;
  /** What else is to be said: how our reading is wider or narrower. */
  readonly note?: string;
}

/** Something to check: the rules that hold it. Each rule has cases on both sides in `test/guidance/rules/cases`. */
interface HeldRequirement extends RequirementHead {
  readonly codes: readonly [RuleCode, ...RuleCode[]];
  /** Cells that must not return a line that is well otherwise. */
  readonly allows?: Partial<LineText>;
}

/** Something that is allowed: a line that is well otherwise is not returned for these cells. */
interface Permission extends RequirementHead {
  readonly allows: Partial<LineText>;
}

/** Something that no rule of ours holds. */
interface NoRule extends RequirementHead {
  /** Why. */
  readonly noRule: string;
}

/** One thing that a source asks for, and what became of it. */
export type Requirement = HeldRequirement | Permission | NoRule;
