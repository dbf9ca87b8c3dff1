import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { InvoiceDecision } from '../../../submission/invoice-history.ts';
import type { Words } from '../../words/english.ts';
import { dateText, moneyText } from '../../words/formats.ts';
import { useWords } from '../pane-context.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
});

/** What the plan decided, with amount, claim number and reasons: of the whole invoice, or line by line. */
export function DecisionText({ decision }: { readonly decision: InvoiceDecision }): ReactElement {
  const styles = useStyles();
  const { history } = useWords();
  const { lines, planClaimNumber } = decision;
  const byLine = lines.filter(({ line }) => line !== null);
  return (
    <>
      <p className={styles.text}>
        {[
          decisionText(decision, history),
          ...(planClaimNumber === null ? [] : [history.claimNumber(planClaimNumber)]),
          ...lines.flatMap(({ line, reason }) => (line !== null || reason === null ? [] : [history.reason(reason)])),
        ].join(' ')}
      </p>
      {byLine.length === 0 ? null : (
        <ul className={styles.list}>
          {byLine.map(({ line, paidCents, reason, status }) => (
            <li key={line}>
              {history.line(line ?? 0, history.decided[status], moneyText(paidCents))}.
              {reason === null ? null : ` ${history.reason(reason)}`}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function decisionText({ decidedOn, decision, paidCents }: InvoiceDecision, history: Words['history']): string {
  const day = dateText(decidedOn);
  if (decision === 'paid') return history.decisions.paid(moneyText(paidCents), day);
  const text = history.decisions[decision](day);
  return paidCents === 0 ? text : `${text} ${history.alsoPaid(moneyText(paidCents))}`;
}
