import type { WorkbookContents } from '../../excel/invoice-workbook.ts';
import { lineChecker } from '../../guidance/check.ts';
import { civilDateAt, printCivilDate } from '../../guidance/civil-date.ts';
import type { LineText } from '../../guidance/columns.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { PlanFacts } from '../../guidance/plan-facts.ts';
import { inSlices, type SlicedWork } from '../../workbook/slices.ts';
import type { Plan } from '../state/plans.ts';
import { factsOf } from '../state/rules.ts';
import type { LineMemory } from './line-memory.ts';
import type { EffectContext } from './ports.ts';
import { presentPlan } from './task.ts';

/** Lines that are looked at in one go: a few milliseconds. */
const atOnce = 60;

/** Follows long work, and may stop it by throwing. */
export type Follow = (done: number, total: number) => void;

/**
 * Findings of all lines, for the plan as it is now. Lines that are the same objects as at the last time are not looked
 * at again; many new ones are looked at in slices, between which the pane answers.
 */
export async function findInLines(
  context: EffectContext,
  contents: WorkbookContents,
  plan: Plan,
  follow: Follow = () => undefined,
): Promise<readonly Finding[]> {
  const lines = contents.lines.map(({ text }) => text);
  for (;;) {
    const facts = factsOf(presentPlan(context, plan));
    const memory = memoryFor(context, facts);
    const done = { lines: 0 };
    const findings = await inSlices(checked(memory, lines, done), () => {
      follow(done.lines, lines.length);
    });
    // The plan's lists of diagnosis codes may have come meanwhile.
    if (facts === factsOf(presentPlan(context, plan))) return findings;
  }
}

function memoryFor({ memory, ports }: EffectContext, facts: PlanFacts): LineMemory {
  const today = civilDateAt(ports.now());
  const day = printCivilDate(today);
  const { current } = memory;
  if (current?.facts === facts && current.day === day) return current;
  const fresh: LineMemory = { facts, day, check: lineChecker(facts, today), lines: [], looked: 0 };
  memory.current = fresh;
  return fresh;
}

/**
 * A check that takes over the new lines piece by piece: each piece is one more call of the checker, which keeps what
 * it found on the lines before and looks at the piece alone.
 */
function* checked(
  memory: LineMemory,
  lines: readonly LineText[],
  done: { lines: number },
): SlicedWork<readonly Finding[]> {
  const known = new Set(memory.lines);
  const before = memory.lines;
  let fresh = 0;
  let looked = 0;
  for (const [place, line] of lines.entries()) {
    if (known.has(line)) continue;
    looked += 1;
    fresh += 1;
    if (fresh < atOnce) continue;
    memory.lines = [...lines.slice(0, place + 1), ...before.slice(place + 1)];
    memory.check(memory.lines);
    fresh = 0;
    done.lines = place + 1;
    yield;
  }
  memory.lines = lines;
  memory.looked = looked;
  return memory.check(lines);
}
