import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { columnOf } from '../../../guidance/columns.ts';
import type { EncounterFinding } from '../../../submission/invoice-history.ts';
import { asFollowed } from '../../state/invoice-timeline.ts';
import { placedFindings } from '../../state/finding-groups.ts';
import { Action, Actions } from '../actions.tsx';
import { FindingItem } from '../check/finding-item.tsx';
import { useCommands, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

interface EncounterRejectionPartProps {
  readonly invoiceNumber: string;
  readonly findings: readonly EncounterFinding[];
  readonly ready: Ready;
}

/**
 * Why DHCS rejected the encounter of an accepted invoice: what a rule of ours says too in that rule's words, anything
 * else by the receiver's code, each on the line that it belongs to, wherever that has moved.
 */
export function EncounterRejectionPart({ invoiceNumber, findings, ready }: EncounterRejectionPartProps): ReactElement {
  const styles = useStyles();
  const { history, followUp } = useWords();
  const commands = useCommands();
  const { lines } = ready.contents;
  const ruled = findings.filter(({ rule, column, rowKey }) => rule !== null && column !== null && rowKey !== null);
  const coded = findings.filter((finding) => !ruled.includes(finding));
  const keys = new Set<string | null>(lines.map(({ rowKey }) => rowKey));
  const elsewhere = findings.filter(({ rowKey }) => rowKey !== null && !keys.has(rowKey)).length;
  const isHere = lines.some(({ text }) => text.invoiceNumber === invoiceNumber);
  const mayBeMended = findings.some(({ column }) => column !== null);
  return (
    <Section title={history.encounters.rejected}>
      <ul className={styles.list}>
        {placedFindings(lines, [], [asFollowed(invoiceNumber, ruled)]).map((placed) => (
          <FindingItem
            key={`${String(placed.finding.line)} ${placed.finding.column} ${placed.finding.code}`}
            placed={placed}
            showRow
          />
        ))}
        {coded.map((finding) => (
          <CodedFinding
            key={`${finding.reason} ${finding.column ?? ''} ${finding.rowKey ?? ''}`}
            finding={finding}
            ready={ready}
          />
        ))}
      </ul>
      {elsewhere === 0 ? null : <p className={styles.text}>{history.elsewhere(elsewhere)}</p>}
      {mayBeMended && isHere ? (
        <>
          <p className={styles.text}>{history.replace}</p>
          <Actions>
            <Action onClick={() => void commands.startCorrection('replacement', [invoiceNumber])}>
              {followUp.replaceIt}
            </Action>
          </Actions>
        </>
      ) : null}
    </Section>
  );
}

/** A code that none of our rules says. */
function CodedFinding({ finding, ready }: { readonly finding: EncounterFinding; readonly ready: Ready }): ReactElement {
  const styles = useStyles();
  const { check, common, history } = useWords();
  const commands = useCommands();
  const { column, reason, rowKey } = finding;
  const line = rowKey === null ? undefined : ready.contents.lines.find((each) => each.rowKey === rowKey);
  const header = column === null ? null : columnOf(column).header;
  return (
    <li>
      <p className={styles.text}>
        {line === undefined ? null : `${common.row(line.row)} · `}
        {history.code(reason)}. {header === null ? history.ofPlan : history.ofCell(header)}
      </p>
      {line === undefined || column === null || header === null ? null : (
        <Actions>
          <Action small label={check.goTo(line.row, header)} onClick={() => void commands.select(line.row, column)}>
            {check.goToShort}
          </Action>
        </Actions>
      )}
    </li>
  );
}
