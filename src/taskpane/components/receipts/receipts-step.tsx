import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, type ReactElement } from 'react';
import type { KeptReceipt } from '../../state/pane-state.ts';
import { dateText, moneyText, timeText } from '../../words/formats.ts';
import { Notice } from '../notice.tsx';
import { useCommands, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';

const useStyles = makeStyles({
  facts: { display: 'grid', gridTemplateColumns: 'auto 1fr', columnGap: tokens.spacingHorizontalM, margin: 0 },
  term: { color: tokens.colorNeutralForeground2 },
  value: { margin: 0, overflowWrap: 'anywhere' },
});

/** What the plan received from this workbook, from its own sheet; each receipt is verified here, without a network. */
export function ReceiptsStep(): ReactElement {
  const words = useWords();
  const commands = useCommands();
  const receipts = usePaneState((state) => state.receipts);
  useEffect(() => {
    void commands.readReceipts();
  }, [commands]);
  return (
    <Section level={2} title={words.receipts.title} text={words.receipts.text}>
      {receipts?.length === 0 ? <p>{words.receipts.none}</p> : null}
      {receipts?.map((kept) => (
        <ReceiptItem key={kept.row.submissionId} kept={kept} />
      ))}
    </Section>
  );
}

function ReceiptItem({ kept: { receipt, row } }: { readonly kept: KeptReceipt }): ReactElement {
  const styles = useStyles();
  const words = useWords();
  const { counts, receipts } = words;
  // What is signed counts, whatever somebody typed over it on the sheet.
  const { receivedAt, totalCents } = receipt ?? row;
  const { invoices, lines } = receipt?.counts ?? row;
  const facts = [
    [receipts.received, timeText(new Date(receivedAt))],
    [receipts.content, `${counts.invoices(invoices)}, ${counts.lines(lines)}`],
    [receipts.total, moneyText(totalCents)],
    [receipts.state, row.state],
    ...(receipt === null ? [] : [[receipts.due, dateText(receipt.due.payOrContest)] as const]),
    [receipts.signature, receipt === null ? receipts.notGenuine : receipts.genuine],
  ] as const;
  return (
    <Section title={receipts.submission(row.submissionId)}>
      {receipt === null ? <Notice tone="error">{receipts.notGenuine}</Notice> : null}
      <dl className={styles.facts}>
        {facts.map(([term, value]) => (
          <ReceiptFact key={term} term={term} value={value} />
        ))}
      </dl>
    </Section>
  );
}

function ReceiptFact({ term, value }: { readonly term: string; readonly value: string }): ReactElement {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
