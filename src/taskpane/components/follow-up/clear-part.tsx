import { makeStyles } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { clearable } from '../../state/clearable.ts';
import { Action, Actions } from '../actions.tsx';
import { ConfirmNotice } from '../confirm-notice.tsx';
import { useCommands, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';

const useStyles = makeStyles({ text: { margin: 0 } });

/** Takes members' data out of the workbook once the plan has a receipt for them, each sheet at a click of its own. */
export function ClearPart({ ready }: { readonly ready: Ready }): ReactElement {
  const styles = useStyles();
  const commands = useCommands();
  const { clear } = useWords().followUp;
  const submissions = usePaneState((state) => state.followUp.submissions);
  const sent = usePaneState((state) => state.sent);
  const { contents } = ready;
  const found = useMemo(
    () => clearable(contents, sent?.accepted ?? [], submissions ?? []),
    [contents, sent, submissions],
  );
  return (
    <Section title={clear.title} text={clear.text}>
      {found === null ? (
        <p className={styles.text}>{clear.needsReceipt}</p>
      ) : (
        <>
          <ClearSheet
            offer={found.rows.length === 0 ? clear.invoice.none : clear.invoice.offer(found.rows.length, found.staying)}
            count={found.rows.length}
            words={clear.invoice}
            onClear={() => void commands.clearLines()}
          />
          <ClearSheet
            offer={found.members.length === 0 ? clear.members.none : clear.members.offer(found.members.length)}
            count={found.members.length}
            words={clear.members}
            onClear={() => void commands.clearMembers()}
          />
          <p className={styles.text}>{clear.undo}</p>
        </>
      )}
    </Section>
  );
}

interface ClearSheetProps {
  readonly offer: string;
  readonly count: number;
  readonly words: { readonly button: string; readonly confirm: (count: number) => string; readonly yes: string };
  readonly onClear: () => void;
}

/** One sheet: what can be cleared, and a question before it is. */
function ClearSheet({ count, offer, onClear, words }: ClearSheetProps): ReactElement {
  const styles = useStyles();
  const { keep } = useWords().followUp.clear;
  const [asked, setAsked] = useState(false);
  return (
    <>
      <p className={styles.text}>{offer}</p>
      {count === 0 ? null : (
        <Actions>
          <Action
            disabled={asked}
            onClick={() => {
              setAsked(true);
            }}
          >
            {words.button}
          </Action>
        </Actions>
      )}
      <div role="status">
        {asked && count > 0 ? (
          <ConfirmNotice
            question={words.confirm(count)}
            yes={words.yes}
            no={keep}
            onAnswer={(agreed) => {
              setAsked(false);
              if (agreed) onClear();
            }}
          />
        ) : null}
      </div>
    </>
  );
}
