import { columnOf, columnPlaces, type ColumnKey } from './columns.ts';
import type { Finding } from './finding.ts';
import { isRepairOffered } from './repairs.ts';
import { ruleOf, type RuleCode } from './rules/index.ts';
import { PreparedLine, type LineReading } from './rules/prepared-line.ts';
import type { GroupScope, RuleHead } from './rules/rule.ts';

/** A finding by a rule of this version. */
interface OwnFinding extends Finding {
  readonly code: RuleCode;
}

const nothing: readonly Finding[] = [];

/** A line that was read, with what was found in it: by itself, and as one of those that it belongs with. */
export class CheckedLine extends PreparedLine {
  /** 0-based place among the lines that are checked. */
  #place: number;
  #findings: OwnFinding[] | null = null;
  #inOrder = true;

  constructor(reading: LineReading, place: number) {
    super(reading);
    this.#place = place;
  }

  /**
   * Notes what a rule found.
   *
   * @param repair whether a repair is offered for the cell
   */
  report(
    rule: Pick<RuleHead, 'severity'> & { readonly code: RuleCode },
    column: ColumnKey,
    repair = this.text[column] !== '' && isRepairOffered(this.text, column),
  ): void {
    const finding: OwnFinding = {
      code: rule.code,
      severity: rule.severity,
      column,
      element: columnOf(column).element.number,
      line: this.#place,
      repair,
    };
    if (this.#findings === null) {
      this.#findings = [finding];
      return;
    }
    const last = this.#findings.at(-1);
    this.#inOrder &&= last === undefined || byElementThenCode(last, finding) < 0;
    this.#findings.push(finding);
  }

  /** Forgets what was found in the line as one of a group, before the group is checked again. */
  forget(scope: GroupScope): void {
    if (this.#findings !== null) this.#findings = this.#findings.filter(({ code }) => ruleOf(code).scope !== scope);
  }

  get hasFindings(): boolean {
    return this.#findings !== null;
  }

  /** What was found, by element, for a line that stands at a place now. */
  findings(place: number): readonly Finding[] {
    if (this.#findings === null) return nothing;
    if (this.#place !== place) {
      this.#place = place;
      this.#findings = this.#findings.map((finding) => ({ ...finding, line: place }));
    }
    if (!this.#inOrder) {
      this.#findings.sort(byElementThenCode);
      this.#inOrder = true;
    }
    return this.#findings;
  }
}

function byElementThenCode(left: Finding, right: Finding): number {
  return columnPlaces[left.column] - columnPlaces[right.column] || (left.code < right.code ? -1 : 1);
}
