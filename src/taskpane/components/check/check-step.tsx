import { useState, type ReactElement } from 'react';
import { usePaneState } from '../pane-context.tsx';
import { useReady } from '../use-ready.ts';
import { CheckOverview } from './check-overview.tsx';
import { RepairPreviewPart } from './repair-preview-part.tsx';

/** What the check found, or what repairs would change. */
export function CheckStep(): ReactElement | null {
  const ready = useReady();
  const preview = usePaneState((state) => state.repairs.preview);
  const [previewed, setPreviewed] = useState(false);
  if (preview !== null && !previewed) setPreviewed(true);
  if (ready === null) return null;
  return preview === null ? (
    <CheckOverview {...ready} returns={previewed} />
  ) : (
    <RepairPreviewPart preview={preview} contents={ready.contents} />
  );
}
