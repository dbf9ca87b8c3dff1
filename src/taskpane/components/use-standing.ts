import { useMemo } from 'react';
import { standingOf, type Standing } from '../state/standing.ts';
import { usePaneState } from './pane-context.tsx';

/** What the open workbook is to the pane. */
export function useStanding(): Standing {
  const workbook = usePaneState((state) => state.workbook);
  const plans = usePaneState((state) => state.plans);
  return useMemo(() => standingOf({ workbook, plans }), [workbook, plans]);
}
