import type { Context } from 'node:vm';
import type { ExcelHost } from '../host/excel-host.ts';
import type { HostConnection } from '../host/host-connection.ts';
import { globalsOf, type OfficeGlobals, type Run } from './office-globals.ts';
import { openOfficeWindow } from './office-window.ts';
import { connectPane, type WindowExternal } from './window-external.ts';

/** Settings of a pane in Node. */
export interface OfficeInNodeOptions {
  /** Address of the pane's page: its origin is where dialogs must start. */
  readonly pageUrl?: string;
}

/** An add-in's Office.js in Node: Microsoft's library, connected to a host. */
export interface OfficeInNode extends OfficeGlobals {
  readonly host: ExcelHost;
  readonly connection: HostConnection;
  /** Sets the globals `Excel`, `Office` and `OfficeExtension`; returns the way to take them back. */
  install(): () => void;
  /**
   * Runs a task in which the globals are these, whatever is installed: for several workbooks in one process. Holds
   * across awaits, and for event handlers that the task registers.
   */
  run<Result>(task: () => Result): Result;
  /**
   * Resolves when the library and the host have nothing left to do at once: events have reached their handlers, and
   * what those asked of Excel is answered.
   */
  settled(): Promise<void>;
  /** Ends the connection; globals that were installed are taken back. */
  close(): void;
}

/**
 * Loads Microsoft's unmodified client library into a window of its own and connects it to the host. A request for an
 * API above the host's ExcelApi fails with ApiNotFound before it is sent.
 */
export async function openOfficeInNode(host: ExcelHost, options: OfficeInNodeOptions = {}): Promise<OfficeInNode> {
  const pageUrl = options.pageUrl ?? 'https://localhost/taskpane.html';
  const pane = connectPane(host, new URL(pageUrl).origin);
  // Read when they are used: the library makes them while it loads.
  const { install, run } = globalsOf(() => officeOf(window));
  const { globals: window, isBusy } = openOfficeWindow(calledBackIn(run, pane.external), pageUrl, run);
  await officeOf(window).Office.onReady();
  const globals = officeOf(window);
  const { CommonUtility } = globals.OfficeExtension as unknown as {
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
  CommonUtility._doApiNotSupportedCheck = true;
  let uninstall: (() => void) | null = null;
  return {
    ...globals,
    host,
    connection: pane.connection,
    install: () => {
      uninstall = install();
      return uninstall;
    },
    run,
    settled: async () => {
      let quietTurns = 0;
      while (quietTurns < 2) {
        await nextTurn();
        quietTurns = isBusy() || pane.connection.hasPendingEvents ? 0 : quietTurns + 1;
      }
    },
    close: () => {
      uninstall?.();
      pane.close();
    },
  };
}

/** A turn of the event loop, in which timers run that are due. */
function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function officeOf(window: Context): OfficeGlobals {
  const { Excel, Office, OfficeExtension } = window as unknown as OfficeGlobals;
  return { Excel, Office, OfficeExtension };
}

/** Answers and events reach the add-in's code with its own globals, whoever caused them. */
function calledBackIn(run: Run, external: WindowExternal): WindowExternal {
  return {
    ...external,
    Execute: (id, parameters, callback) => {
      external.Execute(id, parameters, (payload, resultCode) => {
        run(() => {
          callback(payload, resultCode);
        });
      });
    },
    RegisterEvent: (id, targetId, handler, callback) => {
      const inTask: typeof handler = (event, payload) => {
        run(() => {
          handler(event, payload);
        });
      };
      external.RegisterEvent(id, targetId, inTask, (status) => {
        run(() => {
          callback(status);
        });
      });
    },
  };
}
