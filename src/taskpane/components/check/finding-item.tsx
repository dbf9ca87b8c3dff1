import { makeStyles, tokens } from '@fluentui/react-components';
import { memo, type ReactElement } from 'react';
import { columnOf } from '../../../guidance/columns.ts';
import { diagnosisLabel } from '../../../guidance/diagnosis-codes.ts';
import { wordsFor } from '../../../guidance/messages/words.ts';
import { alternativesFor } from '../../state/alternatives.ts';
import type { PlacedFinding } from '../../state/finding-groups.ts';
import { originOf } from '../../state/origin.ts';
import { filledCellOf } from '../../state/filled-cell-of.ts';
import { Action, Actions } from '../actions.tsx';
import { Tag } from '../tag.tsx';
import { useCommands, useDispatch, usePaneState, useWords } from '../pane-context.tsx';
import { useStanding } from '../use-standing.ts';

const useStyles = makeStyles({
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  head: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalXS, margin: 0 },
  title: { fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
});

interface FindingItemProps {
  readonly placed: PlacedFinding;
  readonly showRow: boolean;
}

/**
 * One finding: where, what, what to do, and the ways to its cell and to where it is mended. It is drawn again only
 * where the finding or its line is another: an edit leaves most of a long list as it is.
 */
export const FindingItem = memo(FindingItemOf, isSame);

function FindingItemOf({ placed, showRow }: FindingItemProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const dispatch = useDispatch();
  const contents = usePaneState((state) => state.snapshot?.contents);
  const standing = useStanding();
  const { finding, line, fromPlan } = placed;
  const alternatives = standing.kind === 'template' ? alternativesFor(finding, line.text, standing.plan) : [];
  const { title, message, fix } = wordsFor(finding, words.rules);
  const { header } = columnOf(finding.column);
  const origin = originOf(finding.column);
  const member =
    origin === 'members' ? contents?.members.find(({ memberCin }) => memberCin === line.text.memberCin) : undefined;
  const repaired = finding.repair && contents !== undefined ? filledCellOf(finding.column, line, contents) : null;
  return (
    <li className={styles.item}>
      <p className={styles.head}>
        <Tag tone={finding.severity === 'error' ? 'error' : 'neutral'}>{words.check[finding.severity]}</Tag>
        {fromPlan ? <Tag tone="neutral">{words.check.fromPlan}</Tag> : null}
        <span className={styles.title}>
          {showRow ? `${words.common.row(line.row)} · ` : ''}
          {title}
        </span>
      </p>
      <p className={styles.text}>{message}</p>
      <p className={styles.text}>
        {words.check.fix} {fix}
      </p>
      {alternatives.length === 0 ? null : (
        <p className={styles.text}>
          {words.check.alternatives} {alternatives.map(diagnosisLabel).join('; ')}
        </p>
      )}
      <Actions>
        <Action
          small
          label={words.check.goTo(line.row, header)}
          onClick={() => void commands.select(line.row, finding.column)}
        >
          {words.check.goToShort}
        </Action>
        {repaired === null ? null : (
          <Action
            small
            label={words.repairs.previewOf(line.row, header)}
            onClick={() => void commands.previewRepairs(repaired)}
          >
            {words.repairs.preview}
          </Action>
        )}
        {origin === 'line' ? (
          <Action small label={words.check.inFormOf(line.row)} onClick={() => void commands.openLine(line.row)}>
            {words.check.inForm}
          </Action>
        ) : null}
        {origin === 'setUp' ? (
          <Action
            small
            onClick={() => {
              dispatch({ type: 'setUpViewChosen', view: 'provider' });
              dispatch({ type: 'stepChosen', step: 'setUp' });
            }}
          >
            {words.check.inSetUp}
          </Action>
        ) : null}
        {member === undefined ? null : (
          <Action
            small
            onClick={() => {
              dispatch({ type: 'memberOpened', original: member.memberCin, draft: member });
              dispatch({ type: 'stepChosen', step: 'setUp' });
            }}
          >
            {words.check.inMembers}
          </Action>
        )}
      </Actions>
    </li>
  );
}

function isSame(left: FindingItemProps, right: FindingItemProps): boolean {
  return (
    left.showRow === right.showRow &&
    left.placed.finding === right.placed.finding &&
    left.placed.line === right.placed.line &&
    left.placed.fromPlan === right.placed.fromPlan
  );
}
