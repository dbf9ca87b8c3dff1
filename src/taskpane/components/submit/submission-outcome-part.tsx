import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { ruleTitle } from '../../../guidance/messages/words.ts';
import type { InvoiceResult } from '../../../submission/result.ts';
import type { SubmissionOutcome } from '../../state/submission-state.ts';
import { dateText, moneyText, timeText } from '../../words/formats.ts';
import { Action, Actions } from '../actions.tsx';
import { Notice } from '../notice.tsx';
import { useDispatch, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { SealedPart } from './sealed-file-part.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** What came of the last submission. */
export function SubmissionOutcomePart({ outcome }: { readonly outcome: SubmissionOutcome }): ReactElement {
  const words = useWords();
  const { submit } = words;
  switch (outcome.kind) {
    case 'stopped':
      return <Notice tone="error">{submit.stops[outcome.reason]}</Notice>;
    case 'signInFailed':
      return <Notice tone="warning">{words.signIn[outcome.reason]}</Notice>;
    case 'failed':
      return <Notice tone="warning">{submit.failures[outcome.reason]}</Notice>;
    case 'refused':
      return (
        <Notice tone="error">
          {submit.problems[outcome.problem]}
          {outcome.requestId === null ? null : ` ${submit.refusedRequest(outcome.requestId)}`}
        </Notice>
      );
    case 'receiptNotVerified':
      return <Notice tone="error">{submit.receiptNotVerified}</Notice>;
    case 'sealed':
      return <SealedPart outcome={outcome} />;
    case 'received':
      return <ReceivedPart outcome={outcome} />;
  }
}

function ReceivedPart({
  outcome,
}: {
  readonly outcome: Extract<SubmissionOutcome, { kind: 'received' }>;
}): ReactElement {
  const styles = useStyles();
  const { submit } = useWords();
  const { receipt, result } = outcome;
  return (
    <Section title={submit.resultTitle}>
      <p className={styles.text}>{submit.received(receipt.submissionId, timeText(new Date(receipt.receivedAt)))}</p>
      {outcome.written ? (
        <p className={styles.text}>{submit.verified}</p>
      ) : (
        <Notice tone="warning">{submit.notWritten}</Notice>
      )}
      <p className={styles.text}>{submit.due(dateText(receipt.due.payOrContest))}</p>
      {result === null ? (
        <Notice tone="info">{submit.stillChecking}</Notice>
      ) : (
        <>
          <Invoices invoices={result.invoices} />
          {result.notices.map((notice) => (
            <Notice key={notice} tone="warning">
              {submit.notices[notice]}
            </Notice>
          ))}
          {result.notices.includes('RULE_PACK_DIFFERS') ? <ChangedRules codes={result.rulePackChanges ?? []} /> : null}
        </>
      )}
    </Section>
  );
}

/** Which rules differ, by their titles; tables and rules of other versions have none. */
function ChangedRules({ codes }: { readonly codes: readonly string[] }): ReactElement | null {
  const styles = useStyles();
  const { submit, rules } = useWords();
  const titles = codes.flatMap((code) => ruleTitle(code, rules) ?? []);
  if (titles.length === 0) return null;
  return (
    <>
      <p className={styles.text}>{submit.changedRules}</p>
      <ul className={styles.list}>
        {titles.map((title) => (
          <li key={title}>{title}</li>
        ))}
      </ul>
    </>
  );
}

function Invoices({ invoices }: { readonly invoices: readonly InvoiceResult[] }): ReactElement {
  const styles = useStyles();
  const { submit } = useWords();
  const dispatch = useDispatch();
  const accepted = invoices.filter(({ state }) => state === 'accepted');
  const rejected = invoices.filter(({ state }) => state === 'rejected');
  const list = (results: readonly InvoiceResult[]): ReactElement => (
    <ul className={styles.list}>
      {results.map((invoice) => (
        <li key={invoice.invoiceNumber ?? invoice.findings[0]?.rowKey ?? ''}>
          {submit.invoice(invoice.invoiceNumber ?? submit.noNumber, invoice.lines, moneyText(invoice.chargeCents))}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {rejected.length === 0 ? null : (
        <>
          <p className={styles.text}>{submit.rejected(rejected.length)}</p>
          {list(rejected)}
          <Actions>
            <Action
              onClick={() => {
                dispatch({ type: 'stepChosen', step: 'check' });
              }}
            >
              {submit.showErrors}
            </Action>
          </Actions>
        </>
      )}
      <p className={styles.text}>{submit.accepted(accepted.length)}</p>
      {accepted.length === 0 ? null : (
        <details>
          <summary>{submit.acceptedList}</summary>
          {list(accepted)}
        </details>
      )}
    </>
  );
}
