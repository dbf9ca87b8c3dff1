import { bytesText, journalSummary } from '../../../../src/workbench/browser/view-model/journal-summary.ts';
import type { RequestEntry } from '../../../../src/workbench/host/journal.ts';

const access = { sheet: 'Invoice', address: 'A1', member: 'Range.values', cells: 1 };

const entry: RequestEntry = {
  number: 1,
  purpose: 'sync',
  bytesIn: 100,
  bytesOut: 2000,
  reads: [access],
  writes: [
    { ...access, lockedCells: 0 },
    { ...access, lockedCells: 1 },
  ],
  protectionCalls: [access],
  error: null,
};

test('sums and largest of the requests', () => {
  const other: RequestEntry = { ...entry, purpose: 'cleanup', bytesIn: 300, bytesOut: 1, error: 'AccessDenied' };
  expect(journalSummary([entry, other])).toEqual({
    syncs: 1,
    bytesIn: 400,
    bytesOut: 2001,
    largestRequest: 300,
    largestResponse: 2000,
    reads: 2,
    writes: 4,
    lockedWrites: 2,
    protectionCalls: 2,
    errors: 1,
  });
});

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [12_345, '12.3 kB'],
  [5_242_880, '5.24 MB'],
])('%i bytes are %s', (bytes, text) => {
  expect(bytesText(bytes)).toBe(text);
});
