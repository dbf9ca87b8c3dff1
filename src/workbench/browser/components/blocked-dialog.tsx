import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
} from '@fluentui/react-components';
import type { Application } from '../session/application.ts';

/** A browser keeps back windows that no click has asked for: this asks for one, as Office on the web does. */
export function BlockedDialog({ application }: { readonly application: Application }) {
  const dialog = application.blockedDialog;
  if (dialog === null) return null;
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={() => {
        application.dialogs.giveUp(dialog);
      }}
    >
      <DialogSurface className="alert">
        <DialogBody>
          <DialogTitle>The add-in wants to open a window</DialogTitle>
          <DialogContent>The browser has kept it back.</DialogContent>
          <DialogActions>
            <Button
              appearance="primary"
              onClick={() => {
                application.dialogs.show(dialog);
              }}
            >
              Open
            </Button>
            <Button
              onClick={() => {
                application.dialogs.giveUp(dialog);
              }}
            >
              Cancel
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
