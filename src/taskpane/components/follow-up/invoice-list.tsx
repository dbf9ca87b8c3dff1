import { makeStyles, tokens } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { Receipt } from '../../../submission/receipt.ts';
import { timeText } from '../../words/formats.ts';
import { Action } from '../actions.tsx';
import { useCommands, useWords } from '../pane-context.tsx';
import { ShowMore } from '../show-more.tsx';

const useStyles = makeStyles({
  summary: { minHeight: '24px', cursor: 'pointer' },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  item: { paddingBlock: tokens.spacingVerticalXXS },
});

/** Invoices that are shown at once: a submission has up to five thousand. */
const page = 10;

/** The invoices that a receipt names, each with the way to its history. */
export function InvoiceList({ receipt }: { readonly receipt: Receipt }): ReactElement | null {
  const styles = useStyles();
  const { counts, followUp, history } = useWords();
  const commands = useCommands();
  const [shown, setShown] = useState(page);
  // What came without a number has none to be asked for.
  const numbers = receipt.invoices.flatMap(({ invoiceNumber }) => invoiceNumber ?? []);
  if (numbers.length === 0) return null;
  return (
    <details>
      <summary className={styles.summary}>
        {history.list}: {counts.invoices(numbers.length)}
      </summary>
      <ul className={styles.list}>
        {numbers.slice(0, shown).map((number) => (
          <li key={number} className={styles.item}>
            <Action small onClick={() => void commands.showHistory(number, receipt.billingProviderNpi)}>
              {history.open(number)}
            </Action>
          </li>
        ))}
      </ul>
      <ShowMore
        total={numbers.length}
        shown={shown}
        step={page}
        of={followUp.submission(timeText(new Date(receipt.receivedAt)))}
        onShow={setShown}
      />
    </details>
  );
}
