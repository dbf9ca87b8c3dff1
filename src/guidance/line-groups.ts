import type { CheckedLine } from './checked-line.ts';
import type { RuleCode } from './rules/index.ts';
import type { PreparedLine } from './rules/prepared-line.ts';
import type { CheckContext, GroupRule, GroupScope } from './rules/rule.ts';

/** A rule on groups, with the code of the catalogue. */
export type CodedGroupRule = GroupRule & { readonly code: RuleCode };

interface Group {
  readonly lines: CheckedLine[];
  changed: boolean;
}

/** Lines that belong together; they come and go, and only the groups in which that happened are checked again. */
export class LineGroups {
  readonly #scope: GroupScope;
  readonly #context: CheckContext;
  readonly #rules: readonly CodedGroupRule[];
  readonly #rulesOfOne: readonly CodedGroupRule[];
  readonly #keyOf: (line: PreparedLine) => string | null;
  readonly #groups = new Map<string, Group>();
  #changed: Group[] = [];

  /**
   * @param rules the rules to check groups with
   * @param keyOf what the lines of a group have in common; null for a line that belongs with no other
   */
  constructor(
    scope: GroupScope,
    context: CheckContext,
    rules: readonly CodedGroupRule[],
    keyOf: (line: PreparedLine) => string | null,
  ) {
    this.#scope = scope;
    this.#context = context;
    this.#rules = rules;
    this.#rulesOfOne = rules.filter((rule) => rule.ofOne);
    this.#keyOf = keyOf;
  }

  /** Adds a line to its group. */
  enter(line: CheckedLine): void {
    const key = this.#keyOf(line);
    const known = key === null ? undefined : this.#groups.get(key);
    if (known !== undefined) {
      known.lines.push(line);
      this.#note(known);
      return;
    }
    const group = { lines: [line], changed: false };
    if (key !== null) this.#groups.set(key, group);
    this.#note(group);
  }

  /** Takes a line out of its group. */
  leave(line: CheckedLine): void {
    const key = this.#keyOf(line);
    const group = key === null ? undefined : this.#groups.get(key);
    if (key === null || group === undefined) return;
    group.lines.splice(group.lines.indexOf(line), 1);
    if (group.lines.length === 0) this.#groups.delete(key);
    this.#note(group);
  }

  /** Checks the groups that lines entered or left since the last call. */
  checkChanged(): void {
    for (const group of this.#changed) {
      group.changed = false;
      for (const line of group.lines) line.forget(this.#scope);
      this.#check(group.lines.length > 1 ? this.#rules : this.#rulesOfOne, group.lines);
    }
    this.#changed = [];
  }

  #note(group: Group): void {
    if (group.changed) return;
    group.changed = true;
    this.#changed.push(group);
  }

  #check(rules: readonly CodedGroupRule[], lines: readonly CheckedLine[]): void {
    if (lines.length === 0) return;
    for (const rule of rules) {
      rule.check(lines, this.#context, (line, column) => {
        line.report(rule, column);
      });
    }
  }
}
