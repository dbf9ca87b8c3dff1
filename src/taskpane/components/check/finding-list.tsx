import { Checkbox, Radio, RadioGroup, makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, useState, type ReactElement } from 'react';
import { wordsFor } from '../../../guidance/messages/words.ts';
import { byLine, byRule, ofSeverity, type FindingGroup, type PlacedFinding } from '../../state/finding-groups.ts';
import type { Words } from '../../words/english.ts';
import { Action, Actions } from '../actions.tsx';
import { useWords } from '../pane-context.tsx';
import { FindingItem } from './finding-item.tsx';
import { FormField } from '../forms/form-field.tsx';

const useStyles = makeStyles({
  groups: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** Findings that are shown at first; a bad month may have thousands. */
const page = 30;

/** All findings, grouped by line or by rule. */
export function FindingList({ findings }: { readonly findings: readonly PlacedFinding[] }): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const [grouping, setGrouping] = useState<'line' | 'rule'>('line');
  const [onlyErrors, setOnlyErrors] = useState(false);
  const [shown, setShown] = useState(page);
  const groups = useMemo(() => {
    const wanted = onlyErrors ? ofSeverity(findings, 'error') : findings;
    return grouping === 'line' ? byLine(wanted) : byRule(wanted);
  }, [findings, grouping, onlyErrors]);
  const visible = firstFindings(groups, shown);
  const total = groups.reduce((sum, group) => sum + group.findings.length, 0);
  return (
    <>
      <FormField label={words.check.group}>
        <RadioGroup
          layout="horizontal"
          value={grouping}
          onChange={(_, data) => {
            setGrouping(data.value === 'rule' ? 'rule' : 'line');
            setShown(page);
          }}
        >
          <Radio value="line" label={words.check.byLine} />
          <Radio value="rule" label={words.check.byRule} />
        </RadioGroup>
      </FormField>
      <Checkbox
        label={words.check.onlyErrors}
        checked={onlyErrors}
        onChange={(_, data) => {
          setOnlyErrors(data.checked === true);
          setShown(page);
        }}
      />
      <div className={styles.groups}>
        {visible.map((group, index) => (
          <section key={group.key}>
            <h3 className={styles.title}>{headingOf(groups[index] ?? group, grouping, words)}</h3>
            <ul className={styles.list}>
              {group.findings.map((placed) => (
                <FindingItem
                  key={`${String(placed.finding.line)} ${placed.finding.column} ${placed.finding.code}`}
                  placed={placed}
                  showRow={grouping === 'rule'}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
      {total > shown ? (
        <Actions>
          <Action
            onClick={() => {
              setShown(shown + page);
            }}
          >
            {words.common.showMore(Math.min(page, total - shown))}
          </Action>
        </Actions>
      ) : null}
    </>
  );
}

/** The groups that hold the first findings, the last of them cut. */
function firstFindings(groups: readonly FindingGroup[], count: number): readonly FindingGroup[] {
  const first: FindingGroup[] = [];
  let left = count;
  for (const group of groups) {
    if (left <= 0) break;
    first.push({ ...group, findings: group.findings.slice(0, left) });
    left -= group.findings.length;
  }
  return first;
}

function headingOf(group: FindingGroup, grouping: 'line' | 'rule', words: Words): string {
  const [first] = group.findings;
  if (first === undefined) return '';
  if (grouping === 'line') return words.check.lineHeading(first.line.row, first.line.text.invoiceNumber);
  const lines = new Set(group.findings.map(({ line }) => line.row)).size;
  return words.check.ruleHeading(wordsFor(first.finding, words.rules).title, lines);
}
