import { type OfficeDialog, type DialogRequest, dialogCodes } from '../host/dialogs.ts';
import type { ExcelHost } from '../host/excel-host.ts';
import type { HostConnection } from '../host/host-connection.ts';
import { type SafeArray, safeArray } from './safe-array.ts';
import { type OfficeContext, officeContext } from './office-context.ts';

/** Numbers of calls (`Execute`) that Office answers. */
const calls = { executeRichApiRequest: 93 } as const;

/** Numbers of events (`RegisterEvent`) that Office knows. */
const events = { dialogMessage: 10, parentMessage: 12, richApiMessage: 33, appCommandInvoked: 39 } as const;

/** Category of rich API messages that are events of the object model. */
const eventCategory = 65_536;

/** `ooeOperationNotSupported` */
const notSupported = 5000;

type Handler = (id: number, payload: SafeArray) => void;
type ExecuteCallback = (payload: SafeArray, resultCode: number) => void;
type RegisterCallback = (status: number) => void;

/** What desktop Office puts at `window.external` of a pane, as far as the client library uses it. */
export interface WindowExternal {
  readonly GetHostInfo: () => string;
  readonly GetLoggingAllowed: () => boolean;
  readonly GetContext: () => OfficeContext;
  readonly Execute: (id: number, parameters: readonly unknown[], callback: ExecuteCallback) => void;
  readonly RegisterEvent: (id: number, targetId: string, handler: Handler, callback: RegisterCallback) => void;
  readonly UnregisterEvent: (id: number, targetId: string, callback: RegisterCallback) => void;
  readonly MessageChild2?: (json: string) => void;
  readonly MessageParent2?: (json: string) => void;
}

/** The parts of a request as the client library puts them into a list. */
type RichApiRequest = readonly [
  customData: string,
  method: string,
  path: string,
  headers: readonly string[],
  body: string,
  appPermission: number,
  flags: number,
];

/** A pane's way to the host. */
export interface PaneSeam {
  readonly external: WindowExternal;
  readonly connection: HostConnection;
  /** Ends the connection: nothing is answered or sent any more. */
  readonly close: () => void;
}

/**
 * Connects a pane: set `window.external` of its page to the result before `office.js` loads.
 *
 * @param origin - origin of the pane's page, on which its dialogs must start.
 */
export function connectPane(host: ExcelHost, origin: string): PaneSeam {
  const connection = host.connect();
  const addIn = {};
  const external: WindowExternal = {
    GetHostInfo: () => hostInfo(host, ''),
    GetLoggingAllowed: () => false,
    GetContext: () => officeContext(host),
    Execute: (id, parameters, callback) => {
      if (id !== calls.executeRichApiRequest) {
        later(() => {
          callback(safeArray([notSupported]), 0);
        });
        return;
      }
      const [, , , , body, , flags] = parameters[0] as RichApiRequest;
      connection.execute(body, flags, (answer) => {
        callback('body' in answer ? safeArray([0, 200, [], answer.body]) : safeArray([answer.refusal]), 0);
      });
    },
    RegisterEvent: (id, targetId, handler, callback) => {
      later(() => {
        callback(register(id, targetId, handler));
      });
    },
    UnregisterEvent: (id, _, callback) => {
      if (id === events.dialogMessage) host.dialogs.of(addIn)?.close();
      else if (id === events.richApiMessage) connection.receiveEvents(null);
      // The client library closes a dialog in one go: it reads the outcome before it returns.
      callback(0);
    },
    MessageChild2: (json) => {
      const { messageContent } = JSON.parse(json) as { readonly messageContent: string };
      host.dialogs.of(addIn)?.messageChild(messageContent);
    },
  };

  function register(id: number, targetId: string, handler: Handler): number {
    switch (id) {
      case events.appCommandInvoked:
        return 0;
      case events.richApiMessage:
        connection.receiveEvents((entries) => {
          const rows = entries.map(({ eventType, targetId: target, message }) =>
            safeArray([eventCategory, eventType, target, message, 0]),
          );
          handler(id, safeArray(rows));
        });
        return 0;
      case events.dialogMessage:
        return host.dialogs.display(addIn, dialogRequest(targetId, origin), {
          message: (text, from) => {
            handler(id, safeArray([dialogCodes.opened, text, from]));
          },
          event: (code) => {
            handler(id, safeArray([code]));
          },
        });
      default:
        return notSupported;
    }
  }

  return {
    external,
    connection,
    close: () => {
      host.dialogs.of(addIn)?.close();
      connection.close();
    },
  };
}

/**
 * What a page within a dialog has at `window.external`: `Office.context.ui.messageParent` and messages from the pane.
 * A dialog has no workbook: requests are not supported there, as in Office.
 */
export function dialogExternal(host: ExcelHost, dialog: OfficeDialog): WindowExternal {
  return {
    GetHostInfo: () => hostInfo(host, 'isDialog'),
    GetLoggingAllowed: () => false,
    GetContext: () => officeContext(host),
    Execute: (_, __, callback) => {
      later(() => {
        callback(safeArray([notSupported]), 0);
      });
    },
    RegisterEvent: (id, _, handler, callback) => {
      if (id === events.parentMessage) {
        dialog.onMessageFromParent((text) => {
          handler(id, safeArray([0, text, '']));
        });
      }
      later(() => {
        callback(id === events.parentMessage || id === events.appCommandInvoked ? 0 : notSupported);
      });
    },
    UnregisterEvent: (_, __, callback) => {
      callback(0);
    },
    MessageParent2: (json) => {
      const message = JSON.parse(json) as { readonly messageToParent: string; readonly targetOrigin: string };
      // The library writes '' where the page names no recipient.
      dialog.messageParent(message.messageToParent, message.targetOrigin === '' ? '*' : message.targetOrigin);
    },
  };
}

/** The library hands the arguments of `displayDialogAsync` over as JSON, in place of a target. */
function dialogRequest(json: string, paneOrigin: string): DialogRequest {
  const { url, width, height } = JSON.parse(json) as Omit<DialogRequest, 'paneOrigin'>;
  return { url, width, height, paneOrigin };
}

/** Office answers after the call has returned. */
function later(action: () => void): void {
  void Promise.resolve().then(action);
}

/** `host|platform|version|locale|correlation||dialog|logging|flags`; it makes office.js load excel-win32-16.01.js. */
function hostInfo(host: ExcelHost, dialog: string): string {
  return `Excel|Win32|16.01|${host.profile.locale}|workbench|${dialog}|disableLogging|0`;
}
