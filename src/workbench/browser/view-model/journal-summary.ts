import type { RequestEntry } from '../../host/journal.ts';

/** What the add-in has asked of the host, in numbers. It holds no value of a cell. */
export interface JournalSummary {
  readonly syncs: number;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly largestRequest: number;
  readonly largestResponse: number;
  readonly reads: number;
  readonly writes: number;
  readonly lockedWrites: number;
  readonly protectionCalls: number;
  readonly errors: number;
}

export function journalSummary(entries: readonly RequestEntry[]): JournalSummary {
  const sum = (count: (entry: RequestEntry) => number): number =>
    entries.reduce((total, entry) => total + count(entry), 0);
  const most = (count: (entry: RequestEntry) => number): number =>
    entries.reduce((largest, entry) => Math.max(largest, count(entry)), 0);
  return {
    syncs: sum(({ purpose }) => (purpose === 'sync' ? 1 : 0)),
    bytesIn: sum(({ bytesIn }) => bytesIn),
    bytesOut: sum(({ bytesOut }) => bytesOut),
    largestRequest: most(({ bytesIn }) => bytesIn),
    largestResponse: most(({ bytesOut }) => bytesOut),
    reads: sum(({ reads }) => reads.length),
    writes: sum(({ writes }) => writes.length),
    lockedWrites: sum(({ writes }) => writes.filter(({ lockedCells }) => lockedCells > 0).length),
    protectionCalls: sum(({ protectionCalls }) => protectionCalls.length),
    errors: sum(({ error }) => (error === null ? 0 : 1)),
  };
}

/** `0 B`, `12.3 kB`, `4.90 MB`; 1 kB is 1,000 bytes. */
export function bytesText(bytes: number): string {
  if (bytes < 1000) return `${String(bytes)} B`;
  return bytes < 1_000_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${(bytes / 1_000_000).toFixed(2)} MB`;
}
