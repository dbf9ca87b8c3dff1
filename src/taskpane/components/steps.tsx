import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { steps } from '../state/pane-state.ts';
import { useDispatch, usePaneState, useWords } from './pane-context.tsx';
import { Tag } from './tag.tsx';
import { Tabs } from './tabs.tsx';

const useStyles = makeStyles({
  count: { marginInlineStart: tokens.spacingHorizontalXS },
  // For screen readers: what the number counts.
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The path as tabs, with how many errors are left. */
export function Steps(): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const dispatch = useDispatch();
  const step = usePaneState((state) => state.step);
  const errors = usePaneState(
    (state) => state.snapshot?.findings.filter(({ severity }) => severity === 'error').length ?? 0,
  );
  return (
    <Tabs
      name="step"
      label={words.steps.label}
      values={steps}
      selected={step}
      onSelect={(chosen) => {
        dispatch({ type: 'stepChosen', step: chosen });
      }}
      render={(each) => (
        <>
          {words.steps[each]}
          {each === 'check' && errors > 0 ? (
            <span className={styles.count}>
              <Tag tone="error">{String(errors)}</Tag>
              <span className={styles.unseen}> {words.steps.errors}</span>
            </span>
          ) : null}
        </>
      )}
    />
  );
}
