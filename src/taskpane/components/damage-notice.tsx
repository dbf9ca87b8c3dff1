import type { ReactElement } from 'react';
import { Action, Actions } from './actions.tsx';
import { Notice } from './notice.tsx';
import { useCommands, usePaneState, useWords } from './pane-context.tsx';

/** At most this many places are named; there may be hundreds after one paste. */
const named = 3;

/** The sheet was damaged, mostly by a paste: where, and the way to mend it. */
export function DamageNotice(): ReactElement | null {
  const words = useWords();
  const commands = useCommands();
  const damages = usePaneState((state) => state.damages);
  if (damages === null || damages.length === 0) return null;
  const places = damages
    .slice(0, named)
    .map(({ column, kind }) => (column === '' ? words.damage.kinds[kind] : `${column}: ${words.damage.kinds[kind]}`));
  const rest = damages.length - places.length;
  return (
    <Notice
      tone="warning"
      title={words.damage.title}
      actions={
        <Actions>
          <Action onClick={() => void commands.repair()}>{words.damage.repair}</Action>
        </Actions>
      }
    >
      {`${places.join('; ')}${rest > 0 ? `; ${words.damage.more(rest)}` : ''}. ${words.damage.text}`}
    </Notice>
  );
}
