import { CounterBadge, Tab, TabList, makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { steps, type Step } from '../state/pane-state.ts';
import { useDispatch, usePaneState, useWords } from './pane-context.tsx';

const useStyles = makeStyles({
  // Wraps where the words are longer or the text is larger, so that nothing is cut off at 320 pixels.
  list: { flexWrap: 'wrap', borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  badge: { marginInlineStart: tokens.spacingHorizontalXXS },
});

/** Id of a step's tab. */
export const tabId = (step: Step): string => `tab-${step}`;

/** Id of a step's panel. */
export const panelId = (step: Step): string => `panel-${step}`;

/** The path as tabs, with how many errors are left. */
export function Steps(): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const dispatch = useDispatch();
  const current = usePaneState((state) => state.step);
  const snapshot = usePaneState((state) => state.snapshot);
  const errors = snapshot?.findings.filter((finding) => finding.severity === 'error').length ?? 0;
  return (
    <TabList
      aria-label={words.steps.label}
      className={styles.list}
      size="small"
      selectedValue={current}
      onTabSelect={(_, data) => {
        dispatch({ type: 'stepChosen', step: data.value as Step });
      }}
    >
      {steps.map((step) => (
        <Tab key={step} id={tabId(step)} value={step} aria-controls={current === step ? panelId(step) : undefined}>
          {words.steps[step]}
          {step === 'check' && errors > 0 ? (
            <CounterBadge
              className={styles.badge}
              size="small"
              color="danger"
              count={errors}
              overflowCount={999}
              aria-label={words.counts.errors(errors)}
            />
          ) : null}
        </Tab>
      ))}
    </TabList>
  );
}
