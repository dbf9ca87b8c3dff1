import { focusGrid } from './focus-grid.ts';

/** Cuts or copies by a menu: the browser hands out its clipboard with an event of its own, which the grid takes. */
export function clipboardCommand(name: 'cut' | 'copy'): void {
  focusGrid();
  // Deprecated, and the one way to the clipboard that asks for no permission.
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  document.execCommand(name);
}
