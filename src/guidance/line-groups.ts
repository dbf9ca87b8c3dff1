import type { CheckedLine } from './checked-line.ts';
import type { ColumnKey } from './columns.ts';
import type { RuleCode } from './rules/index.ts';
import type { PreparedLine } from './rules/prepared-line.ts';
import type { CheckContext, GroupRule, GroupScope } from './rules/rule.ts';

/** A rule on groups, with the code of the catalogue. */
export type CodedGroupRule = GroupRule & { readonly code: RuleCode };

interface Group {
  readonly lines: CheckedLine[];
  /** Whether lines entered or left since it was last checked. */
  changed: boolean;
  /** Whether something was found in it then. */
  found: boolean;
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
  #group: Group | null = null;
  #rule: CodedGroupRule | null = null;

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
    const group = { lines: [line], changed: false, found: false };
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
      if (group.found) for (const line of group.lines) line.forget(this.#scope);
      group.found = false;
      if (group.lines.length > 0) this.#check(group);
    }
    this.#changed = [];
  }

  #note(group: Group): void {
    if (group.changed) return;
    group.changed = true;
    this.#changed.push(group);
  }

  #check(group: Group): void {
    this.#group = group;
    for (const rule of group.lines.length > 1 ? this.#rules : this.#rulesOfOne) {
      this.#rule = rule;
      rule.check(group.lines, this.#context, this.#report);
    }
  }

  /** One for all groups and rules, as in `check.ts`. */
  readonly #report = (line: CheckedLine, column: ColumnKey): void => {
    if (this.#group !== null) this.#group.found = true;
    if (this.#rule !== null) line.report(this.#rule, column);
  };
}
