import type { WindowExternal } from '../../office/window-external.ts';

/** What the workbench's page offers to the pages that it shows: the pane in its frame, and a page in Office's dialog. */
export interface WorkbenchBridge {
  /**
   * Office's side for a page, to be put at its `window.external` before `office.js` loads.
   *
   * @returns null for a page that the workbench does not show.
   */
  readonly connect: (page: Window) => WindowExternal | null;
}

/** Name of the property on the workbench's `window`. */
export const bridgeName = 'workbenchBridge';

/** A window that may be the workbench's. */
export type BridgedWindow = Window & { readonly [bridgeName]?: WorkbenchBridge };
