import { nextEntry, verifyChain, type AuditEntry } from '../../../src/intake/audit/chain.ts';

function chain(): AuditEntry[] {
  const at = '2026-11-24T12:00:00.000Z';
  const first = nextEntry('a', null, { at, actor: 'biller', action: 'received', detail: { lines: 2, invoices: 1 } });
  const second = nextEntry('a', first, { at, actor: 'endpoint', action: 'checked', detail: { accepted: 1 } });
  return [first, second, nextEntry('a', second, { at, actor: 'endpoint', action: 'checked', detail: {} })];
}

test('an untouched chain is whole', () => {
  expect(verifyChain('a', chain())).toEqual({ kind: 'whole' });
});

test.each<[string, (entries: AuditEntry[]) => AuditEntry[], number]>([
  ['a changed entry', ([a, b, c]) => [a, { ...b, actor: 'somebody' }, c] as AuditEntry[], 2],
  [
    'a changed entry with its hash worked out anew',
    ([a, b, c]) => {
      const forged = nextEntry('a', a ?? null, { at: '2026-01-01', actor: 'x', action: 'checked', detail: {} });
      return [a, b === undefined ? b : forged, c] as AuditEntry[];
    },
    3,
  ],
  ['an entry taken out', ([a, , c]) => [a, c] as AuditEntry[], 2],
  ['the first entry taken out', ([, b, c]) => [b, c] as AuditEntry[], 1],
  ['entries in another order', ([a, b, c]) => [a, c, b] as AuditEntry[], 2],
  ['an entry of another submission', ([a, b, c]) => [a, { ...b, submissionId: 'b' }, c] as AuditEntry[], 2],
  ['no entry at all', () => [], 1],
])('%s breaks it', (_, change, sequence) => {
  expect(verifyChain('a', change(chain()))).toEqual({ kind: 'broken', sequence });
});
