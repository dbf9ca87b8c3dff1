import { useState, type ReactElement } from 'react';
import { usePaneState } from '../pane-context.tsx';
import { useReady } from '../use-ready.ts';
import { FollowUpOverview } from './follow-up-overview.tsx';
import { HistoryPart } from './history-part.tsx';

/** What the plan received from this workbook, or the history of one invoice. */
export function FollowUpStep(): ReactElement | null {
  const ready = useReady();
  const open = usePaneState((state) => state.followUp.history);
  const [opened, setOpened] = useState(false);
  if (open !== null && !opened) setOpened(true);
  if (ready === null) return null;
  return open === null ? (
    <FollowUpOverview ready={ready} returns={opened} />
  ) : (
    <HistoryPart open={open} ready={ready} />
  );
}
