import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { SubmissionOutcome } from '../../state/submission-state.ts';
import { Action, Actions } from '../actions.tsx';
import { useCommands, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** The other way to the plan, where it has one: a file that only it can open. */
export function SealedFilePart({ disabled }: { readonly disabled: boolean }): ReactElement {
  const { sealed } = useWords().submit;
  const commands = useCommands();
  return (
    <Section title={sealed.title} text={sealed.text}>
      <Actions>
        <Action disabled={disabled} onClick={() => void commands.seal()}>
          {sealed.button}
        </Action>
      </Actions>
    </Section>
  );
}

/** What to do with the file that was saved. */
export function SealedPart({
  outcome,
}: {
  readonly outcome: Extract<SubmissionOutcome, { kind: 'sealed' }>;
}): ReactElement {
  const styles = useStyles();
  const { sealed } = useWords().submit;
  return (
    <Section title={sealed.savedTitle}>
      <p className={styles.text}>{sealed.saved(outcome.fileName, outcome.invoices, outcome.lines)}</p>
      <ol className={styles.list}>
        {sealed.steps[outcome.sendBy](outcome.sendTo).map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <p className={styles.text}>{sealed.afterwards}</p>
    </Section>
  );
}
