import { useEffect, useMemo, useState, type ReactElement } from 'react';
import { latestInvoices } from '../../state/follow-up-state.ts';
import { Action, Actions } from '../actions.tsx';
import { useCommands, usePaneState, useWords } from '../pane-context.tsx';
import { Section } from '../section.tsx';
import { ShowMore } from '../show-more.tsx';
import { Support } from '../support.tsx';
import type { Ready } from '../use-ready.ts';
import { ClearPart } from './clear-part.tsx';
import { CorrectPart } from './correct-part.tsx';
import { ErrorWorkbookPart } from './error-workbook-part.tsx';
import { FindReceiptsPart } from './find-receipts-part.tsx';
import { InvoiceNumberForm } from './invoice-number-form.tsx';
import { SubmissionItem } from './submission-item.tsx';

/** Submissions that are shown at first; the Receipts sheet has room for two hundred. */
const page = 10;

interface FollowUpOverviewProps {
  readonly ready: Ready;
  /** Whether it comes back in place of a history. */
  readonly returns: boolean;
}

/**
 * What the plan received from this workbook and what became of it. Receipts come from the workbook's own sheet and are
 * verified here, without a network; everything else waits for a click.
 */
export function FollowUpOverview({ ready, returns }: FollowUpOverviewProps): ReactElement {
  const words = useWords();
  const commands = useCommands();
  const { lookUp } = words.history;
  const { results, submissions } = usePaneState((state) => state.followUp);
  const [shown, setShown] = useState(page);
  const latest = useMemo(() => new Set(latestInvoices(results)), [results]);
  useEffect(() => {
    void commands.readReceipts();
  }, [commands]);
  return (
    <Section level={2} title={words.followUp.title} text={words.followUp.text} arrives={returns}>
      {submissions?.length === 0 ? <p>{words.followUp.none}</p> : null}
      {submissions === null || submissions.length === 0 ? null : (
        <Section title={words.followUp.ask} text={words.followUp.askText}>
          <Actions>
            <Action primary onClick={() => void commands.askPlan()}>
              {words.followUp.ask}
            </Action>
          </Actions>
        </Section>
      )}
      {submissions?.slice(0, shown).map((kept) => (
        <SubmissionItem
          key={kept.row.submissionId}
          kept={kept}
          invoices={results.find(({ submissionId }) => submissionId === kept.row.submissionId)?.invoices ?? null}
          latest={latest}
          ready={ready}
        />
      ))}
      <ShowMore total={submissions?.length ?? 0} shown={shown} step={page} onShow={setShown} />
      <Section title={lookUp.title} text={lookUp.text}>
        <InvoiceNumberForm
          label={lookUp.number}
          button={lookUp.button}
          onNumber={(number) => void commands.showHistory(number, null)}
        />
      </Section>
      <ErrorWorkbookPart />
      <CorrectPart ready={ready} />
      <FindReceiptsPart />
      <ClearPart ready={ready} />
      <Support profile={ready.plan.profile} />
    </Section>
  );
}
