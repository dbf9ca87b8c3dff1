import { useEffect, useRef, useState } from 'react';
import type { Application } from '../session/application.ts';
import { goToRegion } from './region-keys.ts';

/** The add-in's own page, as Excel shows it: in a frame of its own, with its title above. */
export function Pane({ application, width }: { readonly application: Application; readonly width: number }) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [title, setTitle] = useState('Add-in');
  const { connections, paneNumber } = application;
  useEffect(() => {
    connections.setFrame(frame.current);
    // Only now: the page must find its connection when it loads.
    if (frame.current !== null) frame.current.src = 'pane.html';
    return () => {
      connections.setFrame(null);
    };
  }, [connections, paneNumber]);
  return (
    <aside className="pane" style={{ width }} aria-label="Add-in">
      <h2>{title}</h2>
      <iframe
        key={paneNumber}
        ref={frame}
        title={title}
        onLoad={() => {
          // Keys pressed in the frame do not reach this page.
          frame.current?.contentWindow?.addEventListener('keydown', goToRegion);
          setTitle(frame.current?.contentDocument?.title ?? 'Add-in');
        }}
      />
    </aside>
  );
}
