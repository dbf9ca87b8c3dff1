import fc from 'fast-check';
import { checkLines } from '../../src/guidance/check.ts';
import type { LineText } from '../../src/guidance/columns.ts';
import { originalInvoices, type Invoice } from '../../src/encounter/invoice.ts';
import { parseCents } from '../../src/guidance/money.ts';
import { allServices, today } from '../guidance/sample-lines.ts';
import { proofCount } from '../support/proofs.ts';
import { batch } from './support/batches.ts';
import { acceptedLines, decision, target, wholeSettings, write } from './support/files.ts';
import { brokenRules } from './support/rules-of-837p.ts';

const facts = { ...allServices, spansDays: true, fractionalUnits: true, extraModifiers: ['KX'] };
const counts = { runs: proofCount(300, 10_000), seen: 0, split: 0, homeless: 0 };

/** What the rules accept of a batch: checked again alone, since without the others it has to stand as well. */
function accepted(lines: readonly LineText[]): readonly LineText[] {
  const kept = acceptedLines(lines, facts);
  expect(checkLines(kept, facts, today).filter(({ severity }) => severity === 'error')).toEqual([]);
  return kept;
}

test('nothing that the rules accept fails: every such batch becomes a file in which every rule of the 837P holds', () => {
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 3 }), (batches) => {
      // Submissions of several providers, whose invoice numbers are the same.
      const providers = new Map(batches.map((lines) => [lines[0]?.billingProviderNpi, lines]));
      const lines = [...providers.values()].flatMap(accepted);
      const invoices = [...providers.values()].flatMap((each) => originalInvoices(accepted(each)));
      const { text, report } = write(invoices);
      expect(report.filter(({ kind }) => kind === 'held')).toEqual([]);
      if (lines.length === 0) {
        expect(text).toBe('');
        return;
      }
      expect(brokenRules(text)).toEqual([]);
      expect(text.split('~LX*').length - 1).toBe(lines.length);
      const claims = report.filter((entry) => entry.kind === 'claim');
      expect(claims.reduce((sum, { firstLine, lastLine }) => sum + lastLine - firstLine + 1, 0)).toBe(lines.length);
      counts.seen += invoices.length;
      counts.split += report.filter((entry) => entry.kind === 'note' && entry.code === 'CLAIM_SPLIT').length;
      counts.homeless += invoices.filter(({ lines: [first] }) => first.memberHomelessnessIndicator === '1').length;
    }),
    { numRuns: counts.runs },
  );
  // The law was tried: the generator does not make what the rules refuse alone.
  expect(counts.seen).toBeGreaterThan(counts.runs);
  expect(counts.split).toBeGreaterThan(0);
  expect(counts.homeless).toBeGreaterThan(0);
});

/** A decision in which a part is taken off, in as many adjustments as a line's number says. */
function decided(invoice: Invoice): Invoice {
  const adjudication = new Map(
    invoice.lines.map((line, place) => {
      const charge = parseCents(line.serviceChargeAmount) ?? 0;
      const off = Math.min(charge, place % 15);
      const adjustments = Array.from({ length: off }, (_, each) => ({
        group: each % 5 === 0 ? ('OA' as const) : ('CO' as const),
        reason: '45',
        cents: 1,
      }));
      return [place + 1, decision({ paidCents: charge - off, adjustments })];
    }),
  );
  return { ...invoice, adjudication };
}

test.each(['P', 'T'] as const)('with the decisions of the plan the amounts come out even (%s)', (usage) => {
  fc.assert(
    fc.property(batch, (lines) => {
      const invoices = originalInvoices(accepted(lines)).map(decided);
      const { text, report } = write(invoices, { target: target(wholeSettings, usage) });
      expect(report.filter(({ kind }) => kind === 'held')).toEqual([]);
      if (invoices.length > 0) expect(brokenRules(text)).toEqual([]);
    }),
    { numRuns: proofCount(60, 2000) },
  );
});
