import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { printCivilDate } from '../../../guidance/civil-date.ts';
import { respondBy } from '../../../xlsx/errors/respond-by.ts';
import { isAcceptedBefore } from '../../state/correctable.ts';
import { placedFindings } from '../../state/finding-groups.ts';
import type { FollowedInvoice } from '../../state/follow-up-state.ts';
import { Action, Actions } from '../actions.tsx';
import { FindingItem } from '../check/finding-item.tsx';
import { useCommands, useWords } from '../pane-context.tsx';
import { ShowMore } from '../show-more.tsx';
import type { Ready } from '../use-ready.ts';

const useStyles = makeStyles({
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  text: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});

/** Findings that are shown at once: an invoice may have hundreds of lines. */
const page = 10;

interface ReturnedInvoicePartProps {
  readonly invoice: FollowedInvoice;
  readonly ready: Ready;
}

/** An invoice that came back: what the plan found, each on the line that it belongs to, wherever that has moved. */
export function ReturnedInvoicePart({ invoice, ready }: ReturnedInvoicePartProps): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const commands = useCommands();
  const [shown, setShown] = useState(page);
  const { lines } = ready.contents;
  const findings = placedFindings(lines, [], [invoice]);
  const present = lines.filter(({ text }) => text.invoiceNumber === invoice.invoiceNumber).map(({ text }) => text);
  const last = respondBy(present, ready.plan.profile);
  const { invoiceNumber } = invoice;
  const title = words.followUp.invoice(invoiceNumber ?? words.submit.noNumber);
  return (
    <section>
      <h4 className={styles.title}>{title}</h4>
      {findings.length === 0 ? <p className={styles.text}>{words.followUp.linesGone}</p> : null}
      {last === null || findings.length === 0 ? null : (
        <p className={styles.text}>{words.followUp.correctBy(printCivilDate(last))}</p>
      )}
      <ul className={styles.list}>
        {findings.slice(0, shown).map((placed) => (
          <FindingItem
            key={`${String(placed.finding.line)} ${placed.finding.column} ${placed.finding.code}`}
            placed={placed}
            showRow
          />
        ))}
      </ul>
      {invoiceNumber === null || present.length === 0 ? null : isAcceptedBefore(invoice) ? (
        <>
          <p className={styles.text}>{words.followUp.acceptedBefore}</p>
          <Actions>
            <Action
              small
              label={`${words.followUp.replaceIt}: ${title}`}
              onClick={() => void commands.startCorrection('replacement', [invoiceNumber])}
            >
              {words.followUp.replaceIt}
            </Action>
          </Actions>
        </>
      ) : (
        <p className={styles.text}>{words.followUp.sendAgain}</p>
      )}
      <ShowMore total={findings.length} shown={shown} step={page} of={title} onShow={setShown} />
    </section>
  );
}
