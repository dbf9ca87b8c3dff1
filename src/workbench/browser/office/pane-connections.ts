import type { ExcelHost } from '../../host/excel-host.ts';
import { connectPane, dialogExternal, type PaneSeam, type WindowExternal } from '../../office/window-external.ts';
import { requestsApart } from './apart.ts';
import { bridgeName, type WorkbenchBridge } from './bridge-contract.ts';
import type { DialogWindows } from './dialog-windows.ts';
import { TaskQueue } from './task-queue.ts';

/** Connects the pages that the workbench shows with the host of the open workbook. */
export class PaneConnections {
  readonly #host: () => ExcelHost;
  readonly #dialogs: DialogWindows;
  #frame: HTMLIFrameElement | null = null;
  #pane: PaneSeam | null = null;
  readonly #tasks = new TaskQueue();

  constructor(host: () => ExcelHost, dialogs: DialogWindows) {
    this.#host = host;
    this.#dialogs = dialogs;
    const bridge: WorkbenchBridge = { connect: (page) => this.#connect(page) };
    Object.defineProperty(window, bridgeName, { value: bridge, configurable: true });
  }

  /** The frame that shows the pane; a page that it loads is an add-in of its own. */
  setFrame(frame: HTMLIFrameElement | null): void {
    if (frame === null) this.#closePane();
    this.#frame = frame;
  }

  #connect(page: Window): WindowExternal | null {
    if (page === this.#frame?.contentWindow) return this.#connectPane(page);
    const dialog = this.#dialogs.shownIn(page);
    return dialog === null ? null : dialogExternal(this.#host(), dialog);
  }

  #connectPane(page: Window): WindowExternal {
    this.#closePane();
    const seam = connectPane(this.#host(), page.location.origin);
    this.#pane = seam;
    page.addEventListener('pagehide', () => {
      seam.close();
    });
    return requestsApart(seam.external, this.#tasks);
  }

  #closePane(): void {
    this.#pane?.close();
    this.#pane = null;
  }
}
