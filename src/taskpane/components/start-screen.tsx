import { Spinner } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { Action, Actions } from './actions.tsx';
import { Notice } from './notice.tsx';
import { useCommands, useWords } from './pane-context.tsx';

/** What can be said before the workbook is there. */
export type StartTrouble = 'officeMissing' | 'notExcel' | 'tooOld' | 'unreachable' | 'notTrusted' | 'unread';

/** The pane before it is ready, or why it cannot be. */
export function StartScreen({ trouble }: { readonly trouble: StartTrouble | null }): ReactElement {
  const words = useWords();
  const commands = useCommands();
  if (trouble === null) {
    return (
      <div role="status">
        <Spinner label={words.start.starting} />
      </div>
    );
  }
  const { title, text } = words.start[trouble];
  const retry = trouble === 'unreachable' || trouble === 'notTrusted' || trouble === 'unread';
  return (
    <div role="alert">
      <Notice
        tone="warning"
        title={title}
        actions={
          retry ? (
            <Actions>
              <Action onClick={() => void commands.open()}>{words.start.tryAgain}</Action>
            </Actions>
          ) : undefined
        }
      >
        {text}
      </Notice>
    </div>
  );
}
