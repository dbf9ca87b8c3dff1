import { makeStyles } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FollowedInvoice, KeptReceipt } from '../../state/follow-up-state.ts';
import { dateText, moneyText, timeText } from '../../words/formats.ts';
import { Action, Actions } from '../actions.tsx';
import { Notice } from '../notice.tsx';
import { useCommands, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';
import { Facts, type Fact } from './facts.tsx';
import { InvoiceList } from './invoice-list.tsx';
import { ReturnedInvoicePart } from './returned-invoice-part.tsx';

const useStyles = makeStyles({ text: { margin: 0 } });

interface SubmissionItemProps {
  readonly kept: KeptReceipt;
  /** Null where the plan was not asked yet, or is still checking. */
  readonly invoices: readonly FollowedInvoice[] | null;
  /** What the plan said of each invoice at last: an invoice that was sent again is no longer to correct here. */
  readonly latest: ReadonlySet<FollowedInvoice>;
  readonly ready: Ready;
}

/** One submission: its receipt, and the invoices of it that are still to correct. */
export function SubmissionItem({ kept, invoices: followed, latest, ready }: SubmissionItemProps): ReactElement {
  const styles = useStyles();
  const { counts, followUp } = useWords();
  const commands = useCommands();
  const { facts } = followUp;
  const { receipt, row } = kept;
  // What is signed counts, whatever somebody typed over it on the sheet.
  const { receivedAt, totalCents } = receipt ?? row;
  const { invoices, lines } = receipt?.counts ?? row;
  const shown: readonly Fact[] = [
    [facts.id, row.submissionId],
    [facts.content, `${counts.invoices(invoices)}, ${counts.lines(lines)}`],
    [facts.total, moneyText(totalCents)],
    [facts.state, row.state],
    ...(receipt === null
      ? []
      : ([
          [facts.acknowledge, dateText(receipt.due.acknowledge)],
          [facts.pay, dateText(receipt.due.payOrContest)],
        ] as const)),
    [facts.signature, receipt === null ? followUp.notGenuine : followUp.genuine],
  ];
  const returned = followed?.filter((invoice) => invoice.state === 'rejected' && latest.has(invoice)) ?? [];
  return (
    <Section title={followUp.submission(timeText(new Date(receivedAt)))}>
      {receipt === null ? <Notice tone="error">{followUp.notGenuine}</Notice> : null}
      <Facts facts={shown} />
      {receipt === null ? null : <InvoiceList receipt={receipt} />}
      {returned.length === 0 ? null : (
        <>
          <p className={styles.text}>{followUp.returned(returned.length)}</p>
          <Actions>
            {(['xlsx', 'csv'] as const).map((form) => (
              <Action key={form} small onClick={() => void commands.saveErrors(row.submissionId, form)}>
                {followUp.save[form]}
              </Action>
            ))}
          </Actions>
          {returned.map((invoice) => (
            <ReturnedInvoicePart
              key={invoice.invoiceNumber ?? invoice.findings[0]?.rowKey ?? ''}
              invoice={invoice}
              ready={ready}
            />
          ))}
          <p className={styles.text}>{followUp.untilSentAgain}</p>
        </>
      )}
    </Section>
  );
}
