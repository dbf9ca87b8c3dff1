import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
} from '@fluentui/react-components';
import { type SubmitEvent, useState } from 'react';
import type { DialogButton } from '../../person/outcome.ts';
import type { Messages, Pending } from '../session/messages.ts';
import { useObservable } from './use-observable.ts';

/** Excel's message boxes: the focus stays in them, Enter presses the first button and Escape the one that gives up. */
export function AlertDialog({ messages }: { readonly messages: Messages }) {
  useObservable(messages);
  const pending = messages.current;
  if (pending === null) return null;
  return pending.kind === 'dialog' ? <Box pending={pending} /> : <Question pending={pending} />;
}

function Box({ pending }: { readonly pending: Extract<Pending, { kind: 'dialog' }> }) {
  const { dialog, answer } = pending;
  // Excel's help is not here to be opened.
  const buttons = dialog.buttons.filter((button) => button !== 'Help');
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={() => {
        answer(givingUp(buttons));
      }}
    >
      <DialogSurface className="alert" role="alertdialog">
        <DialogBody>
          <DialogTitle>{dialog.title}</DialogTitle>
          <DialogContent className="alert-text">{dialog.message}</DialogContent>
          <DialogActions>
            {buttons.map((button, place) => (
              <Button
                key={button}
                appearance={place === 0 ? 'primary' : 'secondary'}
                onClick={() => {
                  answer(button);
                }}
              >
                {button}
              </Button>
            ))}
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function givingUp(buttons: readonly DialogButton[]): DialogButton {
  return buttons.find((button) => button === 'Cancel') ?? buttons.at(-1) ?? 'OK';
}

function Question({ pending }: { readonly pending: Extract<Pending, { kind: 'question' }> }) {
  const { question, answer } = pending;
  const [text, setText] = useState('');
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    answer(text);
  };
  return (
    <Dialog
      open
      modalType="alert"
      onOpenChange={() => {
        answer(null);
      }}
    >
      <DialogSurface className="alert">
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{question.title}</DialogTitle>
            <DialogContent>
              <Field label={question.label}>
                <Input
                  type={question.isSecret ? 'password' : 'text'}
                  autoComplete="off"
                  value={text}
                  onChange={(_event, { value }) => {
                    setText(value);
                  }}
                />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button appearance="primary" type="submit">
                OK
              </Button>
              <Button
                onClick={() => {
                  answer(null);
                }}
              >
                Cancel
              </Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
