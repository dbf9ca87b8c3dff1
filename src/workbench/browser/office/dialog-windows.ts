import type { Dialogs, OfficeDialog } from '../../host/dialogs.ts';

/** How often a dialog's window is asked whether it still stands: browsers do not tell when a window is closed. */
const askEveryMilliseconds = 250;

/** Where Office's dialogs appear: each in a window of the browser. */
export class DialogWindows {
  readonly #open: (url: string, features: string) => Window | null;
  readonly #onBlocked: (dialog: OfficeDialog | null) => void;
  #shown: { readonly dialog: OfficeDialog; readonly page: Window; readonly timer: number } | null = null;

  /**
   * @param open Opens a window; null where the browser keeps it back.
   * @param onBlocked Told of a dialog whose window was kept back, so that the person can be asked to open it, and with
   *   null when there is no such dialog any more.
   */
  constructor(
    open: (url: string, features: string) => Window | null,
    onBlocked: (dialog: OfficeDialog | null) => void,
  ) {
    this.#open = open;
    this.#onBlocked = onBlocked;
  }

  /** Shows the dialogs of a host from now on; those of the one before are closed. */
  serve(dialogs: Dialogs): void {
    this.#drop();
    dialogs.onDialog((dialog) => {
      dialog.onClosedByAddIn(() => {
        this.#drop();
        this.#onBlocked(null);
      });
      this.show(dialog);
    });
  }

  /** Opens a dialog's window; again, by the person's own click, where the browser kept it back. */
  show(dialog: OfficeDialog): void {
    const page = this.#open(dialog.request.url, features(dialog, window.screen));
    if (page === null) {
      this.#onBlocked(dialog);
      return;
    }
    this.#onBlocked(null);
    const timer = window.setInterval(() => {
      if (page.closed) this.#closedByPerson(dialog);
    }, askEveryMilliseconds);
    this.#shown = { dialog, page, timer };
  }

  /** The person does not open a dialog whose window was kept back: to the add-in that is a window closed. */
  giveUp(dialog: OfficeDialog): void {
    this.#onBlocked(null);
    dialog.closeByPerson();
  }

  /** The dialog that a window shows. */
  shownIn(page: Window): OfficeDialog | null {
    return this.#shown?.page === page ? this.#shown.dialog : null;
  }

  #closedByPerson(dialog: OfficeDialog): void {
    this.#drop();
    dialog.closeByPerson();
  }

  #drop(): void {
    const shown = this.#shown;
    if (shown === null) return;
    this.#shown = null;
    window.clearInterval(shown.timer);
    shown.page.close();
  }
}

/** Office gives sizes in per cent of the screen, and puts its dialogs in the middle. */
function features({ request }: OfficeDialog, screen: Pick<Screen, 'availWidth' | 'availHeight'>): string {
  const width = Math.round((screen.availWidth * request.width) / 100);
  const height = Math.round((screen.availHeight * request.height) / 100);
  const left = Math.round((screen.availWidth - width) / 2);
  const top = Math.round((screen.availHeight - height) / 2);
  return Object.entries({ popup: 'yes', width, height, left, top })
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(',');
}
