import type { ReactElement } from 'react';
import type { InvoiceHistory } from '../../../submission/invoice-history.ts';
import type { OpenHistory } from '../../state/follow-up-state.ts';
import type { Words } from '../../words/english.ts';
import { dateText, moneyText, timeText } from '../../words/formats.ts';
import { Action, Actions } from '../actions.tsx';
import { useCommands, useDispatch, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';
import { Facts, type Fact } from './facts.tsx';
import { SubmissionTimeline } from './submission-timeline.tsx';

interface HistoryPartProps {
  readonly open: OpenHistory;
  readonly ready: Ready;
}

/** How an invoice stands at the plan, and everything that happened to it, the latest submission first. */
export function HistoryPart({ open, ready }: HistoryPartProps): ReactElement {
  const words = useWords();
  const commands = useCommands();
  const dispatch = useDispatch();
  const { fetchedAt, history } = open;
  const { billingProviderNpi, invoiceNumber, submissions } = history;
  return (
    <Section
      level={2}
      title={words.history.title(invoiceNumber)}
      text={words.history.text(timeText(fetchedAt))}
      arrives
    >
      <Actions>
        <Action
          onClick={() => {
            dispatch({ type: 'historyClosed' });
          }}
        >
          {words.common.back}
        </Action>
        <Action onClick={() => void commands.showHistory(invoiceNumber, billingProviderNpi)}>
          {words.history.again}
        </Action>
      </Actions>
      <Facts facts={factsOf(history, words)} />
      {submissions.map((submission, place) => (
        <SubmissionTimeline
          key={submission.submissionId}
          invoiceNumber={invoiceNumber}
          submission={submission}
          isLatest={place === 0}
          isPresent={submission.submissionId === history.submissionId}
          ready={ready}
        />
      ))}
    </Section>
  );
}

function factsOf(
  { chargeCents, clock, encounter, lines, state }: InvoiceHistory,
  { counts, followUp, history }: Words,
): readonly Fact[] {
  const { facts } = followUp;
  const interest = clock?.lateInterest ?? null;
  return [
    [history.facts.state, history.states[state]],
    [history.facts.encounter, history.encounters[encounter]],
    [facts.content, counts.lines(lines)],
    [facts.total, moneyText(chargeCents)],
    ...(clock === null
      ? []
      : ([
          [facts.acknowledge, dateText(clock.acknowledge)],
          [facts.pay, dateText(clock.payOrContest)],
        ] as const)),
    ...(interest === null
      ? []
      : ([[history.facts.interest, history.interest(interest.days, moneyText(interest.cents))]] as const)),
  ];
}
