import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { wordsFor } from '../../../guidance/messages/words.ts';
import type { FindingGroup } from '../../state/finding-groups.ts';
import type { Words } from '../../words/english.ts';
import { useWords } from '../pane-context.tsx';
import { ShowMore } from '../show-more.tsx';
import { FindingItem } from './finding-item.tsx';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** Findings of a group that are shown at once: one rule may have found something on every line. */
const page = 5;

interface FindingGroupPartProps {
  readonly group: FindingGroup;
  readonly grouping: 'line' | 'rule';
}

/** The findings of one line, or of one rule. */
export function FindingGroupPart({ group, grouping }: FindingGroupPartProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const [shown, setShown] = useState(page);
  return (
    <section>
      <h3 className={styles.title}>{headingOf(group, grouping, words)}</h3>
      <ul className={styles.list}>
        {group.findings.slice(0, shown).map((placed) => (
          <FindingItem
            key={`${String(placed.finding.line)} ${placed.finding.column} ${placed.finding.code}`}
            placed={placed}
            showRow={grouping === 'rule'}
          />
        ))}
      </ul>
      <ShowMore
        total={group.findings.length}
        shown={shown}
        step={Math.max(page, shown)}
        of={headingOf(group, grouping, words)}
        onShow={setShown}
      />
    </section>
  );
}

function headingOf(group: FindingGroup, grouping: 'line' | 'rule', words: Words): string {
  const [first] = group.findings;
  if (first === undefined) return '';
  if (grouping === 'line') return words.check.lineHeading(first.line.row, first.line.text.invoiceNumber);
  const lines = new Set(group.findings.map(({ line }) => line.row)).size;
  return words.check.ruleHeading(wordsFor(first.finding, words.rules).title, lines);
}
