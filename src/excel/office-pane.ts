/** How Office.js started, or why it did not. */
export type OfficeStart = 'excel' | 'otherHost' | 'missing';

/** How a dialog ended. */
export type DialogEnding =
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'closed' }
  /** Office or the browser did not open it. */
  | { readonly kind: 'blocked' }
  /** A page did not load in it. */
  | { readonly kind: 'notLoaded' }
  /** A page of another origin than the pane's sent a message. */
  | { readonly kind: 'foreign' };

/** What the pane needs of Office beside the workbook. */
export interface OfficePane {
  /** Language of Office's screens, BCP 47, for example `es-US`. */
  readonly displayLanguage: string;
  /** Background of Office's own panes as `#rrggbb`; null where Office does not tell. */
  readonly background: string | null;
  /** Whether this Excel has a requirement set in at least this version. */
  readonly supports: (requirementSet: string, version: string) => boolean;
  /**
   * Opens a page of the pane's own origin in Office's dialog and waits for its one message. A message that names
   * another origin than the pane's is not read; the dialog is closed in every case.
   */
  readonly openDialog: (address: string, signal?: AbortSignal) => Promise<DialogEnding>;
}

/** Codes of Office dialogs (learn.microsoft.com, "Handle errors and events in the Office dialog box"). */
const closedByUser = 12006;
const pageNotFound = 12002;
const wrongProtocol = 12003;

/**
 * Waits for Office.js. Its script comes from Microsoft's servers: where they cannot be reached `Office` does not exist
 * or `Office.onReady` never resolves (office-js issue 6040), hence the deadline.
 *
 * @param deadline milliseconds
 */
export async function startOffice(deadline: number): Promise<OfficeStart> {
  if (typeof Office === 'undefined') return 'missing';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<OfficeStart>((resolve) => {
    timer = setTimeout(() => {
      resolve('missing');
    }, deadline);
  });
  const ready = Office.onReady().then((info): OfficeStart => {
    // Null outside Office (a plain browser tab), whatever the typings say.
    const host = info.host as Office.HostType | null;
    return host === Office.HostType.Excel ? 'excel' : 'otherHost';
  });
  const start = await Promise.race([ready, late]);
  clearTimeout(timer);
  return start;
}

/** Office as it is, once {@link startOffice} said `excel`. */
export function officePane(): OfficePane {
  return {
    displayLanguage: Office.context.displayLanguage,
    background: officeBackground(),
    supports: (requirementSet, version) => Office.context.requirements.isSetSupported(requirementSet, version),
    openDialog,
  };
}

/** `officeTheme` is missing on some platforms, whatever the typings say. */
function officeBackground(): string | null {
  const theme = Office.context.officeTheme as Partial<Office.OfficeTheme> | undefined;
  const color = theme?.bodyBackgroundColor;
  return color !== undefined && /^#[0-9a-f]{6}$/i.test(color) ? color.toLowerCase() : null;
}

function openDialog(address: string, signal?: AbortSignal): Promise<DialogEnding> {
  return new Promise((resolve) => {
    Office.context.ui.displayDialogAsync(address, { height: 70, width: 35 }, (opened) => {
      if (opened.status !== Office.AsyncResultStatus.Succeeded) {
        resolve({ kind: 'blocked' });
        return;
      }
      const dialog = opened.value;
      const end = (ending: DialogEnding): void => {
        signal?.removeEventListener('abort', cancel);
        if (ending.kind !== 'closed') dialog.close();
        resolve(ending);
      };
      const cancel = (): void => {
        dialog.close();
        end({ kind: 'closed' });
      };
      dialog.addEventHandler(Office.EventType.DialogMessageReceived, (event) => {
        if (!('message' in event)) return;
        // Older Excel does not tell the origin; it then passes messages of the pane's own origin only.
        const isOwn = event.origin === undefined || event.origin === globalThis.location.origin;
        end(isOwn ? { kind: 'message', text: event.message } : { kind: 'foreign' });
      });
      dialog.addEventHandler(Office.EventType.DialogEventReceived, (event) => {
        if (!('error' in event)) return;
        if (event.error === closedByUser) end({ kind: 'closed' });
        else if (event.error === pageNotFound || event.error === wrongProtocol) end({ kind: 'notLoaded' });
      });
      signal?.addEventListener('abort', cancel);
      if (signal?.aborted === true) cancel();
    });
  });
}
