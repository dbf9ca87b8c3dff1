import { AsyncLocalStorage } from 'node:async_hooks';
import type { ExcelHost } from '../host/excel-host.ts';
import type { HostConnection } from '../host/host-connection.ts';
import { globalsOf, type OfficeGlobals } from './office-globals.ts';
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
  const window = openOfficeWindow(inCallersContext(pane.external), pageUrl);
  const office = window['Office'] as OfficeGlobals['Office'];
  await office.onReady();
  const library = window['OfficeExtension'] as OfficeGlobals['OfficeExtension'] & {
    readonly CommonUtility: { _doApiNotSupportedCheck: boolean };
  };
  library.CommonUtility._doApiNotSupportedCheck = true;
  const globals: OfficeGlobals = {
    Excel: window['Excel'] as OfficeGlobals['Excel'],
    Office: office,
    OfficeExtension: library,
  };
  const { install, run } = globalsOf(globals);
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
    close: () => {
      uninstall?.();
      pane.close();
    },
  };
}

/** Events and answers reach their handlers in the asynchronous context in which those were given. */
function inCallersContext(external: WindowExternal): WindowExternal {
  return {
    ...external,
    Execute: (id, parameters, callback) => {
      external.Execute(id, parameters, AsyncLocalStorage.bind(callback));
    },
    RegisterEvent: (id, targetId, handler, callback) => {
      external.RegisterEvent(id, targetId, AsyncLocalStorage.bind(handler), AsyncLocalStorage.bind(callback));
    },
  };
}
