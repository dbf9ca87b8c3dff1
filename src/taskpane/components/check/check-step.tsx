import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { placedFindings } from '../../state/finding-groups.ts';
import { Action, Actions } from '../actions.tsx';
import { useCommands, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { useReady } from '../use-ready.ts';
import { FindingList } from './finding-list.tsx';

const useStyles = makeStyles({
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

/** Runs the check, and shows what it found; the list follows the sheet, the Check column waits for a click. */
export function CheckStep(): ReactElement | null {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const ready = useReady();
  const markedAt = usePaneState((state) => state.markedAt);
  const changed = usePaneState((state) => state.changedSinceMarked);
  const outcome = usePaneState((state) => state.submission.outcome);
  const result = outcome?.kind === 'received' ? outcome.result : null;
  const lines = ready?.contents.lines;
  const own = ready?.findings;
  const findings = useMemo(() => placedFindings(lines ?? [], own ?? [], result), [lines, own, result]);
  if (ready === null) return null;
  const count = ready.contents.lines.length;
  const errors = findings.filter(({ finding }) => finding.severity === 'error').length;
  return (
    <Section level={2} title={words.check.title} text={words.check.text}>
      <Actions>
        <Action primary onClick={() => void commands.check()}>
          {words.check.button}
        </Action>
      </Actions>
      <p className={styles.text}>
        {markedAt === null ? words.check.never : words.check.at(markedAt)} {changed ? words.check.changed : null}
      </p>
      <p className={styles.summary}>
        {count === 0
          ? words.check.empty
          : findings.length === 0
            ? words.check.clean(count)
            : words.check.summary(errors, findings.length - errors, count)}
      </p>
      {findings.length === 0 ? null : <FindingList findings={findings} />}
      <Section title={words.check.sheetTitle} text={words.check.inspectText}>
        <Actions>
          <Action onClick={() => void commands.inspect()}>{words.check.inspect}</Action>
        </Actions>
      </Section>
    </Section>
  );
}
