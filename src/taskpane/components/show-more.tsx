import type { ReactElement } from 'react';
import { Action, Actions } from './actions.tsx';
import { useWords } from './pane-context.tsx';

interface ShowMoreProps {
  /** Entries of the list, and how many of them are shown. */
  readonly total: number;
  readonly shown: number;
  /** Entries that a click shows in addition. */
  readonly step: number;
  /** What the list belongs to, where a screen has several of them. */
  readonly of?: string;
  readonly onShow: (shown: number) => void;
}

/** Below a list that is shown in part: the way to the next entries. Nothing where all are shown. */
export function ShowMore({ total, shown, step, of, onShow }: ShowMoreProps): ReactElement | null {
  const words = useWords();
  const rest = total - shown;
  if (rest <= 0) return null;
  const text = words.common.showMore(Math.min(rest, step));
  return (
    <Actions>
      <Action
        {...(of === undefined ? {} : { small: true, label: `${text}: ${of}` })}
        onClick={() => {
          onShow(shown + step);
        }}
      >
        {text}
      </Action>
    </Actions>
  );
}
