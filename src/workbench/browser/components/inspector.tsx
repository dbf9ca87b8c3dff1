import { Button } from '@fluentui/react-components';
import { useEffect, useReducer, useState } from 'react';
import type { RequestEntry } from '../../host/journal.ts';
import type { Application } from '../session/application.ts';
import { bytesText, journalSummary } from '../view-model/journal-summary.ts';

/** How often the counts are read, in milliseconds. */
const refreshEvery = 500;

/** Requests that are listed, the latest first. */
const listed = 50;

/** What the add-in asks of Excel, counted: folded up until somebody wants to know. */
export function Inspector({ application }: { readonly application: Application }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <section className="inspector" aria-label="Office inspector">
      <details
        open={isOpen}
        onToggle={(event) => {
          setIsOpen(event.currentTarget.open);
        }}
      >
        <summary>Office inspector</summary>
        {isOpen && <Counts key={application.paneNumber} application={application} />}
      </details>
    </section>
  );
}

function Counts({ application }: { readonly application: Application }) {
  const { journal } = application.host;
  const [since, setSince] = useState(0);
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    const timer = window.setInterval(renderAgain, refreshEvery);
    return () => {
      window.clearInterval(timer);
    };
  }, []);
  const entries = journal.entries.slice(since);
  const summary = journalSummary(entries);
  const counts: readonly (readonly [string, string])[] = [
    ['Syncs', String(summary.syncs)],
    ['Sent to Excel', bytesText(summary.bytesIn)],
    ['Largest request', bytesText(summary.largestRequest)],
    ['Received', bytesText(summary.bytesOut)],
    ['Largest answer', bytesText(summary.largestResponse)],
    ['Reads', String(summary.reads)],
    ['Writes', String(summary.writes)],
    ['Writes to locked cells', String(summary.lockedWrites)],
    ['Protection calls', String(summary.protectionCalls)],
    ['Errors', String(summary.errors)],
  ];
  return (
    <div className="inspector-body">
      <dl>
        {counts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Button
        size="small"
        onClick={() => {
          setSince(journal.entries.length);
        }}
      >
        Count from here
      </Button>
      <ol className="requests" aria-label="Requests, the latest first" reversed>
        {entries
          .slice(-listed)
          .reverse()
          .map((entry) => (
            <li key={entry.number} value={entry.number}>
              {requestText(entry)}
            </li>
          ))}
      </ol>
    </div>
  );
}

function requestText(entry: RequestEntry): string {
  const accesses = [
    ...entry.reads.map((access) => ['reads', access] as const),
    ...entry.writes.map((access) => ['writes', access] as const),
    ...entry.protectionCalls.map((access) => ['calls', access] as const),
  ];
  const shown = accesses
    .slice(0, 4)
    .map(([verb, { member, sheet, address }]) =>
      [verb, member, [sheet, address].filter((part) => part !== null).join('!')].join(' ').trim(),
    );
  const more = accesses.length > shown.length ? [`and ${String(accesses.length - shown.length)} more`] : [];
  const sizes = `${bytesText(entry.bytesIn)} → ${bytesText(entry.bytesOut)}`;
  const error = entry.error === null ? [] : [entry.error];
  return [entry.purpose, sizes, ...error, ...shown, ...more].join(' · ');
}
