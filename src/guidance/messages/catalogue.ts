import type { ElementKey } from '../elements.ts';
import type { RepairCode } from '../repair.ts';
import type { RuleCode } from '../rules/index.ts';

/** What a biller reads of a finding. `{element}` stands for the header of its column, never for a cell's value. */
export interface Words {
  /** What it is about, a few words. */
  readonly title: string;
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly fix: string;
}

/** All words of one language. A rule or a repair without words does not compile. */
export interface Catalogue {
  readonly rules: Readonly<Record<RuleCode, Words>>;
  /** For a code that this version does not know: a plan's endpoint may run newer rules. */
  readonly unknownRule: Words;
  /** What to enter in a data element. */
  readonly elements: Readonly<Record<ElementKey, string>>;
  /** What a repair does, as the label of a choice. */
  readonly repairs: Readonly<Record<RepairCode, string>>;
}
