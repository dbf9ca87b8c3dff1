import { useEffect, useRef, useState } from 'react';
import { GridController } from '../grid/grid-controller.ts';
import { GridKeyboard } from '../grid/grid-keyboard.ts';
import { GridPointer } from '../grid/grid-pointer.ts';
import type { Workbench } from '../session/workbench.ts';
import { GridOverlay } from './grid-overlay.tsx';

/** The sheet: cells in RevoGrid, and over them what belongs to single cells. */
export function Grid({ workbench }: { readonly workbench: Workbench }) {
  const container = useRef<HTMLDivElement>(null);
  const [controller, setController] = useState<GridController | null>(null);
  useEffect(() => {
    if (container.current === null) return undefined;
    const grid = new GridController(workbench, container.current);
    const pointer = new GridPointer(workbench, grid, container.current);
    const keyboard = new GridKeyboard(workbench, grid);
    setController(grid);
    grid.focus();
    return () => {
      keyboard.destroy();
      pointer.destroy();
      grid.destroy();
    };
  }, [workbench]);
  return (
    <section className="grid" aria-label="Sheet">
      <div className="cells" ref={container} />
      {controller !== null && <GridOverlay workbench={workbench} grid={controller} />}
    </section>
  );
}
