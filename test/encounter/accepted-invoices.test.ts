import fc from 'fast-check';
import { checkLines } from '../../src/guidance/check.ts';
import type { LineText } from '../../src/guidance/columns.ts';
import { cleaned } from '../../src/guidance/clean-text.ts';
import { encounterSettingsSchema } from '../../src/encounter/settings.ts';
import type { Usage } from '../../src/encounter/target.ts';
import { originalInvoices, type Invoice } from '../../src/encounter/invoice.ts';
import { parseCents } from '../../src/guidance/money.ts';
import { allServices, today } from '../guidance/sample-lines.ts';
import { proofCount } from '../support/proofs.ts';
import { batch } from './support/batches.ts';
import {
  acceptedLines,
  decision,
  target,
  wholeInstitution,
  wholeSettings,
  write,
  type Written,
} from './support/files.ts';
import { brokenRules } from './support/rules-of-837.ts';

const facts = { ...allServices, spansDays: true, fractionalUnits: true, extraModifiers: ['KX'] };
const counts = {
  runs: proofCount(200, 10_000),
  seen: 0,
  institutional: 0,
  split: 0,
  homeless: 0,
  tenDiagnoses: 0,
  free: 0,
  spans: 0,
};
const services = new Set<string>();

/** What the rules accept of a batch: checked again alone, since without the others it has to stand as well. */
function accepted(lines: readonly LineText[]): readonly LineText[] {
  const kept = acceptedLines(lines, facts);
  expect(checkLines(kept, facts, today).filter(({ severity }) => severity === 'error')).toEqual([]);
  return kept;
}

/** Two of the generator's providers are institutions. */
const settings = encounterSettingsSchema.parse({
  ...wholeSettings,
  providers: ['1234567893', '1558598797'].map((npi) => ({ npi, institutional: wholeInstitution })),
});
const guides = ['professional', 'institutional'] as const;

/** The files of a submission, one for each guide; what an invoice becomes is in exactly one of them. */
function filesOf(invoices: readonly Invoice[], controlNumber: number, usage: Usage = 'T'): readonly Written[] {
  return guides.map((guide, place) =>
    write(invoices, { target: target(settings, usage), guide, controlNumber: controlNumber + place }),
  );
}

/** Every accepted line is in a file, once, and nothing is held back; the files break no rule. */
function expectWhole(files: readonly Written[], lines: readonly LineText[]): void {
  const report = files.flatMap((file) => file.report);
  expect(report.filter(({ kind }) => kind === 'held')).toEqual([]);
  expect(brokenRules(...files.map(({ text }) => text).filter((text) => text !== ''))).toEqual([]);
  expect(files.reduce((sum, { text }) => sum + text.split('~LX*').length - 1, 0)).toBe(lines.length);
  const claims = report.filter((entry) => entry.kind === 'claim');
  expect(claims.reduce((sum, { firstLine, lastLine }) => sum + lastLine - firstLine + 1, 0)).toBe(lines.length);
  // What has no place in an 837 was reported, never silently dropped.
  const transliterated = new Set(
    report.flatMap((entry) =>
      entry.kind === 'note' && entry.code === 'TEXT_TRANSLITERATED' ? [entry.invoiceNumber] : [],
    ),
  );
  for (const { memberFirstName, memberLastName, invoiceNumber } of lines) {
    if (/[^ -~]/.test(cleaned(memberFirstName + memberLastName))) expect(transliterated).toContain(invoiceNumber);
  }
}

test('nothing that the rules accept fails: every batch becomes files in which every rule of the 837 holds', () => {
  fc.assert(
    fc.property(fc.array(batch, { minLength: 1, maxLength: 3 }), (batches) => {
      // Submissions of several providers, whose invoice numbers are the same: in one file, and in a file for each.
      const providers = new Map(batches.map((lines) => [lines[0]?.billingProviderNpi, accepted(lines)]));
      const submissions = [...providers.values()];
      const invoices = submissions.flatMap((each) => originalInvoices(each));
      const files = filesOf(invoices, 1);
      expectWhole(files, submissions.flat());
      const apart = submissions.flatMap((each, place) => filesOf(originalInvoices(each), 10 + 2 * place));
      expectWhole(apart, submissions.flat());
      counts.seen += invoices.length;
      counts.institutional += files[1]?.report.filter(({ kind }) => kind === 'claim').length ?? 0;
      counts.split += files
        .flatMap(({ report }) => report)
        .filter((entry) => entry.kind === 'note' && entry.code === 'CLAIM_SPLIT').length;
      counts.homeless += invoices.filter(({ lines: [first] }) => first.memberHomelessnessIndicator === '1').length;
      counts.tenDiagnoses += invoices.filter(({ lines: [first] }) => first.diagnosisCode10 !== '').length;
      counts.free += invoices.filter(({ lines: [first] }) => first.serviceChargeAmount === '0.00').length;
      counts.spans += submissions.flat().filter((line) => line.serviceStartDate !== line.serviceEndDate).length;
      for (const { procedureCode, procedureCodeModifier1 } of submissions.flat()) {
        services.add(`${procedureCode} ${procedureCodeModifier1}`);
      }
    }),
    { numRuns: counts.runs },
  );
  // The law was tried: the generator does not make what the rules refuse alone.
  const { runs, seen, ...kinds } = counts;
  expect(seen).toBeGreaterThan(runs);
  for (const [kind, count] of Object.entries(kinds)) expect([kind, count > 0]).toEqual([kind, true]);
  for (const { procedureCode, modifiers } of allServices.services) {
    expect(services).toContain(`${procedureCode} ${modifiers[0] ?? ''}`);
  }
});

test('a batch that came back is replaced or voided: frequency, reference of each claim, and nothing else differs', () => {
  fc.assert(
    fc.property(batch, fc.constantFrom('replacement', 'void'), (lines, kind) => {
      const originals = originalInvoices(accepted(lines));
      const first = filesOf(originals, 1);
      const claims = first.flatMap(({ report }) => report.filter((entry) => entry.kind === 'claim'));
      const corrections = originals.map((invoice): Invoice => {
        const own = claims.filter(({ invoiceNumber }) => invoiceNumber === invoice.lines[0].invoiceNumber);
        return {
          ...invoice,
          submission: { kind, originalReferences: own.map(({ claimNumber }) => `DHCS${claimNumber}`) },
        };
      });
      const second = filesOf(corrections, 3);
      const texts = [...first, ...second].map(({ text }) => text).filter((text) => text !== '');
      expect(brokenRules(...texts)).toEqual([]);
      const frequency = kind === 'replacement' ? '7' : '8';
      for (const [place, { segments }] of second.entries()) {
        const bare = segments
          .filter((segment) => !segment.startsWith('REF*F8*DHCS'))
          .map((segment) => segment.replace(new RegExp(`^(CLM.*:[AB]:)${frequency}`), '$11'));
        const body = (all: readonly string[]) => all.filter((segment) => !/^(ISA|GS|BHT|SE|GE|IEA)\*/.test(segment));
        expect(body(bare)).toEqual(body(first[place]?.segments ?? []));
      }
    }),
    { numRuns: proofCount(40, 2000) },
  );
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
      const kept = accepted(lines);
      expectWhole(filesOf(originalInvoices(kept).map(decided), 1, usage), kept);
    }),
    { numRuns: proofCount(60, 2000) },
  );
});
