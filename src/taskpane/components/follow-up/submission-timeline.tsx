import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { columnOf } from '../../../guidance/columns.ts';
import { wordsFor } from '../../../guidance/messages/words.ts';
import type { InvoiceSubmission } from '../../../submission/invoice-history.ts';
import { openRejection, timelineOf, type TimelineEvent } from '../../state/invoice-timeline.ts';
import { timeText } from '../../words/formats.ts';
import { useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import type { Ready } from '../use-ready.ts';
import { DecisionText } from './decision-text.tsx';
import { EncounterRejectionPart } from './encounter-rejection-part.tsx';
import { ReturnedInvoicePart } from './returned-invoice-part.tsx';

const useStyles = makeStyles({
  text: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  item: { paddingBlock: tokens.spacingVerticalXS },
  time: { color: tokens.colorNeutralForeground2 },
});

interface SubmissionTimelineProps {
  readonly invoiceNumber: string;
  readonly submission: InvoiceSubmission;
  /** Whether no later submission holds the invoice: what came back with it is still to correct. */
  readonly isLatest: boolean;
  /** Whether it says how the invoice stands: why its encounter was rejected is still to look at. */
  readonly isPresent: boolean;
  readonly ready: Ready;
}

/** An invoice as it came in one submission: what happened to it, and what of that waits for the biller. */
export function SubmissionTimeline(props: SubmissionTimelineProps): ReactElement {
  const { invoiceNumber, isLatest, isPresent, ready, submission } = props;
  const styles = useStyles();
  const { history } = useWords();
  const { findings, purpose, receivedAt, state, submissionId } = submission;
  const isPastReturn = (event: TimelineEvent) => !isLatest && event.kind === 'invoice' && event.state === 'returned';
  const rejection = isPresent ? openRejection(submission) : [];
  return (
    <Section title={history.sent[purpose](timeText(new Date(receivedAt)))}>
      <p className={styles.text}>{history.submission(submissionId)}</p>
      <ol className={styles.list}>
        {timelineOf(submission).map((event) => (
          <li key={keyOf(event)} className={styles.item}>
            <time className={styles.time} dateTime={event.at}>
              {timeText(new Date(event.at))}
            </time>
            <EventText event={event} />
            {isPastReturn(event) ? <PastFindings findings={findings} /> : null}
          </li>
        ))}
      </ol>
      {isLatest && state === 'returned' ? (
        <ReturnedInvoicePart invoice={{ invoiceNumber, state: 'rejected', findings }} ready={ready} />
      ) : null}
      {rejection.length === 0 ? null : (
        <EncounterRejectionPart invoiceNumber={invoiceNumber} findings={rejection} ready={ready} />
      )}
    </Section>
  );
}

function EventText({ event }: { readonly event: TimelineEvent }): ReactElement {
  const styles = useStyles();
  const { history } = useWords();
  switch (event.kind) {
    case 'invoice':
      return (
        <p className={styles.text}>
          {history.steps[event.state]} {event.causedBy === null ? null : history.by(event.causedBy)}
        </p>
      );
    case 'decision':
      return <DecisionText decision={event.decision} />;
    case 'encounter':
      return (
        <p className={styles.text}>
          {history.encounterSteps[event.state]}{' '}
          {[...new Set(event.findings.map(({ reason }) => `${history.code(reason)}.`))].join(' ')}
        </p>
      );
  }
}

/** What came back with an earlier submission, by name: it is no longer to correct. */
function PastFindings({ findings }: Pick<InvoiceSubmission, 'findings'>): ReactElement {
  const styles = useStyles();
  const { rules } = useWords();
  const errors = findings.filter(({ severity }) => severity === 'error');
  const names = errors.map((finding) => `${wordsFor(finding, rules).title} · ${columnOf(finding.column).header}`);
  return (
    <ul className={styles.list}>
      {[...new Set(names)].map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  );
}

const keyOf = (event: TimelineEvent): string =>
  [event.at, event.kind, event.kind === 'decision' ? event.decision.decision : event.state].join(' ');
