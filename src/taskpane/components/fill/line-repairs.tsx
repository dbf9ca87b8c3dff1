import { makeStyles, tokens } from '@fluentui/react-components';
import { useMemo, type ReactElement } from 'react';
import { columnOf, type LineText } from '../../../guidance/columns.ts';
import type { Finding } from '../../../guidance/finding.ts';
import { repairWords } from '../../../guidance/messages/words.ts';
import { cellName, changedIn } from '../../../workbook/filled-cell.ts';
import type { LineEntry } from '../../../workbook/model.ts';
import { repairsOnLine, type SheetRepair } from '../../../workbook/sheet-repairs.ts';
import { factsOf } from '../../state/rules.ts';
import { Action, Actions } from '../actions.tsx';
import { useWords } from '../pane-context.tsx';
import { RepairedText } from '../repaired-text.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalXS,
  },
  text: { margin: 0 },
});

interface LineRepairsProps extends Pick<Ready, 'contents' | 'plan'> {
  readonly entry: LineEntry;
  readonly text: LineText;
  readonly findings: readonly Finding[];
  readonly onChange: (change: Partial<LineEntry>) => void;
}

/** What formatting alone can repair on the line under edit. A repair changes the form; saving writes the line. */
export function LineRepairs(props: LineRepairsProps): ReactElement | null {
  const { contents, entry, findings, onChange, plan, text } = props;
  const styles = useStyles();
  const words = useWords();
  const repairs = useMemo(() => {
    const ground = { dates: contents.dates, facts: factsOf(plan) };
    const line = { row: 0, rowKey: null, entry, text };
    const offered = new Map<string, SheetRepair>();
    for (const finding of findings) {
      for (const repair of repairsOnLine(line, finding, ground)) offered.set(cellName(repair.at), repair);
    }
    return [...offered.values()];
  }, [contents.dates, entry, findings, plan, text]);
  if (repairs.length === 0) return null;
  return (
    <Section title={words.repairs.inForm} text={words.repairs.inFormText}>
      <ul className={styles.list}>
        {repairs.map((repair) => {
          const changes = changedIn(repair);
          return (
            <li key={cellName(repair.at)} className={styles.item}>
              <p className={styles.text}>{repairWords(repair.code, words.rules)}</p>
              {changes.map(({ cell, before, after }) => (
                <p key={cellName(cell)} className={styles.text}>
                  <RepairedText name={columnOf(cell.column).header} before={before} after={after} />
                </p>
              ))}
              <Actions>
                <Action
                  small
                  label={words.repairs.useIn(columnOf(repair.at.column).header)}
                  onClick={() => {
                    onChange(Object.fromEntries(changes.map(({ cell, after }) => [cell.column, after])));
                  }}
                >
                  {words.repairs.use}
                </Action>
              </Actions>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
