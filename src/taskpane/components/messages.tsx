import { Link, ProgressBar, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { toneOf } from '../state/message.ts';
import { messageText } from '../words/message-text.ts';
import { Action, Actions } from './actions.tsx';
import { Notice } from './notice.tsx';
import { useCommands, useDispatch, usePaneState, useWords } from './pane-context.tsx';

const useStyles = makeStyles({
  // An empty region takes no room from what stands below it.
  empty: { marginBottom: `calc(-1 * ${tokens.spacingVerticalM})` },
  busy: { justifyContent: 'start' },
  progress: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    marginBlock: tokens.spacingVerticalS,
  },
  text: { margin: 0 },
  dismiss: { alignSelf: 'start', minHeight: '24px' },
});

/**
 * What runs, and what came of the last click. Both regions stand in the page from its first moment, so that a screen
 * reader announces what appears in them: progress and results when it is free, errors at once.
 */
export function Messages(): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const dispatch = useDispatch();
  const busy = usePaneState((state) => state.busy);
  const awaitingCell = usePaneState((state) => state.awaitingCell);
  const message = usePaneState((state) => state.message);
  const tone = message === null ? null : toneOf(message);
  const notice =
    message === null || tone === null ? null : (
      <Notice
        tone={tone}
        actions={
          <Link
            as="button"
            className={styles.dismiss}
            onClick={() => {
              dispatch({ type: 'messageDismissed' });
            }}
          >
            {words.common.dismiss}
          </Link>
        }
      >
        {messageText(message, words)}
      </Notice>
    );
  return (
    <div className={busy === null && notice === null && !awaitingCell ? styles.empty : ''}>
      <div role="status">
        {busy === null ? null : <Spinner className={styles.busy} size="tiny" label={words.tasks[busy]} />}
        {awaitingCell ? <Notice tone="info">{words.awaitingCell}</Notice> : null}
        {tone === 'error' ? null : notice}
      </div>
      <LongWork />
      <div role="alert">{tone === 'error' ? notice : null}</div>
    </div>
  );
}

/**
 * How far long work is, and the way to stop it. Outside of the region that is announced: a number that counts up would
 * be read out again and again.
 */
function LongWork(): ReactElement | null {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const busy = usePaneState((state) => state.busy);
  const progress = usePaneState((state) => state.progress);
  if (progress === null) return null;
  const { done, total } = progress;
  const name = words.tasks[busy ?? 'check'];
  const text = total === null ? name : words.common.progress(done, total);
  return (
    <div className={styles.progress}>
      <ProgressBar aria-label={name} aria-valuetext={text} {...(total === null ? {} : { value: done, max: total })} />
      {total === null ? null : <p className={styles.text}>{text}</p>}
      <Actions>
        <Action
          always
          small
          onClick={() => {
            commands.stop();
          }}
        >
          {words.common.stop}
        </Action>
      </Actions>
    </div>
  );
}
