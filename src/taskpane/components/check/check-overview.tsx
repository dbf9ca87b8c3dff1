import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { placedFindings } from '../../state/finding-groups.ts';
import { latestInvoices } from '../../state/follow-up-state.ts';
import { Action, Actions } from '../actions.tsx';
import { useCommands, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';
import { FindingList } from './finding-list.tsx';

const useStyles = makeStyles({
  summary: { margin: 0, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

interface CheckOverviewProps extends Ready {
  /** Whether it comes back in place of the preview of repairs. */
  readonly returns: boolean;
}

/** Runs the check, and shows what it found; the list follows the sheet, the Check column waits for a click. */
export function CheckOverview({ contents, findings: own, returns }: CheckOverviewProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const markedAt = usePaneState((state) => state.markedAt);
  const changed = usePaneState((state) => state.changedSinceMarked);
  const results = usePaneState((state) => state.followUp.results);
  const made = usePaneState((state) => state.repairs.made);
  const { lines } = contents;
  const returned = useMemo(() => latestInvoices(results), [results]);
  const findings = useMemo(() => placedFindings(lines, own, returned), [lines, own, returned]);
  const count = lines.length;
  const errors = findings.filter(({ finding }) => finding.severity === 'error').length;
  const repairable = findings.some(({ finding }) => finding.repair);
  return (
    <Section level={2} title={words.check.title} text={words.check.text} arrives={returns}>
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
      {repairable || made !== null ? (
        <Section title={words.repairs.offered} text={words.repairs.offeredText}>
          <Actions>
            {repairable ? (
              <Action onClick={() => void commands.previewRepairs('everywhere')}>{words.repairs.previewAll}</Action>
            ) : null}
            {made === null ? null : (
              <Action onClick={() => void commands.takeRepairsBack()}>{words.repairs.takeBack(made.length)}</Action>
            )}
          </Actions>
        </Section>
      ) : null}
      {findings.length === 0 ? null : <FindingList findings={findings} />}
      <Section title={words.check.sheetTitle} text={words.check.inspectText}>
        <Actions>
          <Action onClick={() => void commands.inspect()}>{words.check.inspect}</Action>
        </Actions>
      </Section>
    </Section>
  );
}
