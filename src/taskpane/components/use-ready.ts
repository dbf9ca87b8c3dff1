import type { WorkbookContents } from '../../excel/invoice-workbook.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { Plan } from '../state/plans.ts';
import { usePaneState } from './pane-context.tsx';
import { useStanding } from './use-standing.ts';

/** What the steps work on: a known plan and a workbook that has been read. */
export interface Ready {
  readonly plan: Plan;
  readonly contents: WorkbookContents;
  readonly findings: readonly Finding[];
}

/** Null until both are there. */
export function useReady(): Ready | null {
  const standing = useStanding();
  const snapshot = usePaneState((state) => state.snapshot);
  return standing.kind === 'template' && snapshot !== null ? { plan: standing.plan, ...snapshot } : null;
}
