import type { ReactElement } from 'react';
import { usePaneState } from '../pane-context.tsx';
import { useReady } from '../use-ready.ts';
import { FillOverview } from './fill-overview.tsx';
import { ImportPart } from './import-part.tsx';
import { LineFormPart } from './line-form-part.tsx';

/** Lines by form, by import, and in order. */
export function FillStep(): ReactElement | null {
  const { view, line, purpose } = usePaneState((state) => state.fill);
  const ready = useReady();
  if (ready === null) return null;
  if (view === 'line' && line !== null) return <LineFormPart {...ready} form={line} />;
  // A list of members is opened on Set up.
  return view === 'import' && purpose === 'lines' ? <ImportPart {...ready} /> : <FillOverview {...ready} />;
}
