/** Waits until this page, shown in Office's dialog, can speak to the pane that opened it. */
export async function dialogReady(): Promise<void> {
  await Office.onReady();
}

/** Sends the dialog's one message to the pane, which must be of this page's own origin. */
export function tellPane(text: string): void {
  Office.context.ui.messageParent(text, { targetOrigin: globalThis.location.origin });
}
