import type { ColumnKey } from '../../guidance/columns.ts';
import { completeRowKeysInSlices } from '../../workbook/row-key.ts';
import type { RowVerdict } from '../../excel/invoice-workbook.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { RowKey, WorkbookLine } from '../../workbook/model.ts';
import type { Plan } from '../state/plans.ts';
import { inSlices, pause } from '../../workbook/slices.ts';
import { timeText } from '../words/formats.ts';
import { loadDiagnosisLists } from './diagnosis-lists.ts';
import type { EffectContext } from './ports.ts';
import { readSnapshot } from './read-snapshot.ts';
import { runPlanTask, show, stoppable, Stopped, unlessStopped } from './task.ts';

/** A line that has its key, with its place and findings. */
export interface CheckedLine extends WorkbookLine {
  readonly rowKey: RowKey;
  readonly findings: readonly Finding[];
}

/**
 * The full check: one read, every rule, one write of all verdicts and keys. It says how far it is; until it writes it
 * can be stopped, and then nothing is written.
 */
export async function checkWorkbook(
  context: EffectContext,
  plan: Plan,
  signal: AbortSignal,
): Promise<readonly CheckedLine[]> {
  const { ports, store } = context;
  const follow = (done: number, total: number | null): void => {
    if (signal.aborted) throw new Stopped();
    store.dispatch({ type: 'progressed', progress: { done, total } });
  };
  follow(0, null);
  await unlessStopped(loadDiagnosisLists(context, plan), signal);
  const { contents, findings } = await readSnapshot(context, plan, { follow, signal });
  await pause();
  const keys = await inSlices(completeRowKeysInSlices(contents.lines.map(({ rowKey }) => rowKey)));
  if (signal.aborted) throw new Stopped();
  store.dispatch({ type: 'progressed', progress: null });
  const lines = withFindings(contents.lines, keys, findings);
  const checkedAt = timeText(ports.now());
  const verdicts = lines.map((line): RowVerdict => ({ row: line.row, rowKey: line.rowKey, findings: line.findings }));
  await pause();
  await ports.workbook.writeVerdicts(verdicts, checkedAt);
  await pause();
  // The keys that were just written are known without another read.
  const keyed = { ...contents, lines: contents.lines.map((line, place) => withKey(line, keys[place] ?? null)) };
  store.dispatch({ type: 'marked', at: checkedAt, snapshot: { contents: keyed, findings } });
  await pause();
  return lines;
}

function withFindings(
  lines: readonly WorkbookLine[],
  keys: readonly RowKey[],
  findings: readonly Finding[],
): readonly CheckedLine[] {
  const byLine = new Map<number, Finding[]>();
  for (const finding of findings) {
    const found = byLine.get(finding.line);
    if (found === undefined) byLine.set(finding.line, [finding]);
    else found.push(finding);
  }
  return lines.flatMap((line, place): readonly CheckedLine[] => {
    const rowKey = keys[place];
    return rowKey === undefined ? [] : [{ ...line, rowKey, findings: byLine.get(place) ?? [] }];
  });
}

/** The same line where it has its key already: what shows it is not drawn again. */
function withKey(line: WorkbookLine, rowKey: RowKey | null): WorkbookLine {
  return line.rowKey === rowKey ? line : { ...line, rowKey };
}

/** Check all lines. */
export function check(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'check', async (plan) => {
    const lines = await stoppable(context, (signal) => checkWorkbook(context, plan, signal));
    const findings = lines.flatMap((line) => line.findings);
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    show(context, { kind: 'checked', lines: lines.length, errors, warnings: findings.length - errors });
  });
}

/** Goes to a cell of a line. */
export function select(context: EffectContext, row: number, column: ColumnKey): Promise<void> {
  return runPlanTask(context, 'select', async () => {
    if (await context.ports.workbook.select(row, column)) show(context, { kind: 'filterCleared', row });
  });
}

/** Looks for damage to the sheet: lost lists, locks, formats and formulas. */
export function inspect(context: EffectContext): Promise<void> {
  return runPlanTask(context, 'inspect', async (plan) => {
    const damages = await context.ports.workbook.damages(plan.profile);
    context.store.dispatch({ type: 'damagesRead', damages });
    if (damages.length === 0) show(context, { kind: 'nothingToRepair' });
  });
}
