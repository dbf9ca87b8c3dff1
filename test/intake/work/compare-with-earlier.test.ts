import fc from 'fast-check';
import { concernFindings, repeatedServices } from '../../../src/intake/work/compare-with-earlier.ts';
import type { EarlierInvoices } from '../../../src/intake/store/earlier-invoices.ts';
import type { SubmissionPurpose } from '../../../src/submission/contract.ts';
import { proofCount } from '../../support/proofs.ts';
import { envelope, line } from '../../submission/envelopes.ts';

const [a, b, c] = ['4100000001', '4100000002', '4100000003'] as const;
const withBoth: EarlierInvoices = { accepted: [a, b], inForce: [a, b], services: [] };

/** Lines with an invoice number each. */
const linesOf = (...numbers: readonly string[]) =>
  numbers.map((invoiceNumber, place) => line(`row-${String(place)}`, { invoiceNumber }));

const codesOf = (findings: ReturnType<typeof concernFindings>) =>
  findings.map(({ code, line: place }) => `${String(place)} ${code}`);

test.each<[string, SubmissionPurpose, EarlierInvoices, readonly string[], readonly string[]]>([
  ['new invoices name none', { kind: 'new' }, withBoth, [a, b], []],
  ['a replacement of an accepted one', { kind: 'replacement', replaces: [a] }, withBoth, [a, a], []],
  ['a void of an accepted one', { kind: 'void', voids: [a, b] }, withBoth, [a, b], []],
  [
    'a replacement of one that never was accepted',
    { kind: 'replacement', replaces: [a, c] },
    withBoth,
    [a, c, c],
    ['1 INVOICE_NEVER_ACCEPTED', '2 INVOICE_NEVER_ACCEPTED'],
  ],
  [
    'a void of one that was voided',
    { kind: 'void', voids: [a] },
    { accepted: [a], inForce: [], services: [] },
    [a],
    ['0 INVOICE_NEVER_ACCEPTED'],
  ],
  ['one that is not named', { kind: 'void', voids: [a] }, withBoth, [a, b], ['1 INVOICE_NOT_NAMED']],
  [
    'one that is named and has no line',
    { kind: 'replacement', replaces: [a, b] },
    withBoth,
    [a],
    ['0 INVOICE_NAMED_WITHOUT_LINES'],
  ],
  ['a number that is none, of which another rule speaks', { kind: 'void', voids: [a] }, withBoth, [a, '41'], []],
])('%s', (_, purpose, earlier, numbers, expected) => {
  expect(codesOf(concernFindings(envelope(linesOf(...numbers), { purpose }), earlier))).toEqual(expected);
});

const service = (place: number, invoiceNumber: string) => ({ line: place, invoiceNumber });

test.each<[string, SubmissionPurpose, EarlierInvoices['services'], readonly string[], readonly string[]]>([
  ['a service of another invoice', { kind: 'new' }, [service(1, a)], [b, c], ['1 SERVICE_ACCEPTED_BEFORE']],
  ['a service of the invoice itself, of which another rule speaks', { kind: 'new' }, [service(0, a)], [a], []],
  ['a service of the invoice that is replaced', { kind: 'replacement', replaces: [a] }, [service(0, a)], [a], []],
  [
    'a service that moves between invoices that are replaced together',
    { kind: 'replacement', replaces: [a, b] },
    [service(0, b)],
    [a, b],
    [],
  ],
  [
    'a service that moves from an invoice that is not replaced',
    { kind: 'replacement', replaces: [a] },
    [service(0, b)],
    [a],
    ['0 SERVICE_ACCEPTED_BEFORE'],
  ],
  ['a void, which asks for no payment', { kind: 'void', voids: [a] }, [service(0, b)], [a], []],
])('%s', (_, purpose, services, numbers, expected) => {
  const earlier = { ...withBoth, services };
  expect(codesOf(repeatedServices(envelope(linesOf(...numbers), { purpose }), earlier, []))).toEqual(expected);
});

test('a service stays with an invoice whose replacement comes back', () => {
  const sent = envelope(linesOf(a, b, c), { purpose: { kind: 'replacement', replaces: [a, b, c] } });
  // Each invoice takes a service of the next one, and the last one comes back: so do the others, one after the other.
  const earlier = { ...withBoth, services: [service(0, b), service(1, c)] };
  const faulty = concernFindings(sent, { ...withBoth, inForce: [a, b] });
  expect(codesOf(faulty)).toEqual(['2 INVOICE_NEVER_ACCEPTED']);
  expect(codesOf(repeatedServices(sent, earlier, faulty)).toSorted()).toEqual([
    '0 SERVICE_ACCEPTED_BEFORE',
    '1 SERVICE_ACCEPTED_BEFORE',
  ]);
});

test('whatever comes in, no service is on two invoices in force', () => {
  const place = fc.nat(5);
  const anyServices = fc.uniqueArray(place, { minLength: 6, maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }),
      anyServices,
      anyServices,
      fc.uniqueArray(place),
      (isReplacedOf, before, after, wrong) => {
        // Six invoices of one service each are in force; some come again, each with a service of any of them.
        const numbers = [...isReplacedOf.keys()].map((each) => `410000000${String(each)}`);
        const again = numbers.filter((_, index) => isReplacedOf[index]);
        fc.pre(again.length > 0);
        const holderOf = (each: number) => numbers[before.indexOf(each)] ?? '';
        const sent = envelope(linesOf(...again), { purpose: { kind: 'replacement', replaces: again } });
        const services = again.map((_, index) => service(index, holderOf(after[index] ?? 0)));
        const earlier = { accepted: again, inForce: again, services };
        const other = wrong
          .filter((index) => index < again.length)
          .map((index) => ({ severity: 'error' as const, line: index }));
        const repeated = repeatedServices(sent, earlier, other as never);
        const returned = new Set([...other, ...repeated].map((each) => again[each.line]));
        const inForce = numbers.map((number, index) => {
          const replacedBy = returned.has(number) ? -1 : again.indexOf(number);
          return replacedBy < 0 ? before[index] : after[replacedBy];
        });
        expect(new Set(inForce).size).toBe(inForce.length);
      },
    ),
    { numRuns: proofCount(300, 20_000) },
  );
});
