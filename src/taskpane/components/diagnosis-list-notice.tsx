import type { ReactElement } from 'react';
import { Notice } from './notice.tsx';
import { usePaneState, useWords } from './pane-context.tsx';
import { useStanding } from './use-standing.ts';

/** The plan's lists of ICD-10-CM could not be loaded: the check knows less than the plan's, and says so. */
export function DiagnosisListNotice(): ReactElement | null {
  const words = useWords();
  const standing = useStanding();
  const missing = usePaneState((state) => state.missingLists);
  if (missing === null || standing.kind !== 'template' || standing.plan.planId !== missing.planId) return null;
  return (
    <Notice tone="warning" title={words.plan.listsTitle}>
      {words.plan.listsText(missing.fiscalYears.join(', '))}
    </Notice>
  );
}
