import type { HostProfile } from './profile.ts';

/** Numbers that `displayDialogAsync` fails with, or that come as `DialogEventReceived`. */
export const dialogCodes = {
  opened: 0,
  /** No one shows dialogs here (`Dialogs.onDialog`). */
  notSupported: 5000,
  notFound: 12002,
  untrustedDomain: 12004,
  httpsRequired: 12005,
  closedByPerson: 12006,
  alreadyOpen: 12007,
  /** The person did not let Office on the web show the dialog. */
  notLetByPerson: 12009,
  /** The browser keeps Office on the web from opening windows. */
  popUpBlocked: 12011,
} as const;

/** What an add-in asked for. */
export interface DialogRequest {
  readonly url: string;
  /** Per cent of the screen. */
  readonly width: number;
  readonly height: number;
  /** Origin of the pane that asked. */
  readonly paneOrigin: string;
}

/** What the add-in hears of its dialog. */
export interface DialogListener {
  /** The page in the dialog called `messageParent`. */
  message(text: string, origin: string): void;
  /** The dialog is gone without the add-in's doing, or its page could not be loaded. */
  event(code: number): void;
}

/** An open dialog, for whoever shows it: a browser window, or a test. */
export class OfficeDialog {
  readonly request: DialogRequest;
  readonly #listener: DialogListener;
  readonly #ended: () => void;
  /** Origin of the page that it shows now. */
  #origin: string;
  #isOpen = true;
  #fromParent: ((text: string) => void) | null = null;
  #closed: (() => void) | null = null;

  constructor(request: DialogRequest, listener: DialogListener, ended: () => void) {
    this.request = request;
    this.#origin = new URL(request.url).origin;
    this.#listener = listener;
    this.#ended = ended;
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /**
   * The page in the dialog sends a message to the add-in.
   *
   * @param targetOrigin - the message is dropped where the pane is of another origin; `*` for any.
   */
  messageParent(text: string, targetOrigin = '*'): void {
    if (!this.#isOpen || (targetOrigin !== '*' && targetOrigin !== this.request.paneOrigin)) return;
    this.#listener.message(text, this.#origin);
  }

  /** The page in the dialog goes on to another one, wherever that is. */
  goTo(url: string): void {
    this.#origin = new URL(url).origin;
  }

  /** The person closes the window. */
  closeByPerson(): void {
    this.#end(dialogCodes.closedByPerson);
  }

  /** The page cannot be loaded. The window stays, as Office leaves it. */
  pageNotFound(): void {
    if (this.#isOpen) this.#listener.event(dialogCodes.notFound);
  }

  /** Calls back when the add-in sends the dialog a message (`messageChild`). */
  onMessageFromParent(receive: (text: string) => void): void {
    this.#fromParent = receive;
  }

  /** Calls back when the add-in closes the dialog. */
  onClosedByAddIn(close: () => void): void {
    this.#closed = close;
  }

  /** For the add-in's side: `messageChild`. */
  messageChild(text: string): void {
    if (this.#isOpen) this.#fromParent?.(text);
  }

  /** For the add-in's side: `close`. */
  close(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#ended();
    this.#closed?.();
  }

  #end(code: number): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    this.#ended();
    this.#listener.event(code);
  }
}

/** Opens dialogs for one add-in at a time each; where they appear is up to the port. */
export class Dialogs {
  readonly #profile: HostProfile;
  readonly #open = new Map<object, OfficeDialog>();
  #port: ((dialog: OfficeDialog) => void) | null = null;
  #refusal: number | null = null;

  constructor(profile: HostProfile) {
    this.#profile = profile;
  }

  /** Sets who shows dialogs. */
  onDialog(show: ((dialog: OfficeDialog) => void) | null): void {
    this.#port = show;
  }

  /** From now on no dialog opens, for the reason of this code; null takes it back. */
  refuse(code: typeof dialogCodes.notLetByPerson | typeof dialogCodes.popUpBlocked | null): void {
    this.#refusal = code;
  }

  /** The dialog that an add-in has open. */
  of(addIn: object): OfficeDialog | undefined {
    return this.#open.get(addIn);
  }

  /**
   * @param addIn - whose dialog it is: one at a time for each.
   * @returns 0, or why it does not open.
   */
  display(addIn: object, request: DialogRequest, listener: DialogListener): number {
    if (this.#open.has(addIn)) return dialogCodes.alreadyOpen;
    const url = URL.parse(request.url);
    if (url === null) return dialogCodes.notFound;
    if (url.protocol !== 'https:' && !isLoopback(url)) return dialogCodes.httpsRequired;
    // The first page comes from where the pane does, or from a domain of the manifest.
    if (url.origin !== request.paneOrigin && !this.#profile.appDomains.includes(url.origin))
      return dialogCodes.untrustedDomain;
    if (this.#refusal !== null) return this.#refusal;
    const show = this.#port;
    if (show === null) return dialogCodes.notSupported;
    const dialog = new OfficeDialog(request, listener, () => {
      this.#open.delete(addIn);
    });
    this.#open.set(addIn, dialog);
    void Promise.resolve().then(() => {
      show(dialog);
    });
    return dialogCodes.opened;
  }
}

/** The workbench serves its pages over plain HTTP from this machine, which no Office would take. */
function isLoopback({ protocol, hostname }: URL): boolean {
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}
