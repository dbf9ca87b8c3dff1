/**
 * Loaded first in the pane's pages: puts Office's side of `office.js`, which lives in the workbench's page, at
 * `window.external`, as Office's own browser control does.
 */
import { answersApart } from './office/apart.ts';
import { bridgeName, type BridgedWindow } from './office/bridge-contract.ts';
import { TaskQueue } from './office/task-queue.ts';

/** The workbench frames the pane, and opens the dialog. */
function workbench(): BridgedWindow | null {
  return window.parent === window ? (window.opener as BridgedWindow | null) : window.parent;
}

const external = workbench()?.[bridgeName]?.connect(window);
if (external !== undefined && external !== null) {
  Object.defineProperty(window, 'external', {
    value: answersApart(external, new TaskQueue()),
    configurable: true,
  });
}
