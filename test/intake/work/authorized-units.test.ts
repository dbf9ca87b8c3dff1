import fc from 'fast-check';
import type { LineText } from '../../../src/guidance/columns.ts';
import { authorizedLineOf } from '../../../src/intake/plan-files/covers.ts';
import type {
  AuthorizedService,
  EarlierAuthorizedLine,
  PlanKnowledge,
} from '../../../src/intake/plan-files/entries.ts';
import { compareWithPlanFiles } from '../../../src/intake/work/compare-with-plan-files.ts';
import { unitsExceeded } from '../../../src/intake/work/authorized-units.ts';
import { proofCount } from '../../support/proofs.ts';
import { sampleNpi, validLine } from '../../submission/envelopes.ts';

const number = 'A-1';
const [a, b, c] = ['4100000001', '4100000002', '4100000003'] as const;

const service: AuthorizedService = {
  ...{ cin: validLine.memberCin, npi: null, procedureCode: null, modifiers: [] },
  ...{ from: null, through: null, units: 10_000 },
};

/** A line of an invoice with some units under the authorization. */
const line = (invoiceNumber: string, units: string, more: Partial<LineText> = {}): LineText => ({
  ...validLine,
  ...{ invoiceNumber, serviceUnitCount: units, authorizationNumber: number, ...more },
});

function earlier(text: LineText): EarlierAuthorizedLine {
  const read = authorizedLineOf(text);
  if (read === null) throw new Error('no authorized line');
  return { ...read, invoiceNumber: text.invoiceNumber };
}

interface Case {
  readonly lines: readonly LineText[];
  readonly used?: readonly LineText[];
  readonly replaced?: readonly string[];
  readonly services?: readonly AuthorizedService[];
  readonly returns?: boolean;
  /** Lines that come back for another reason. */
  readonly wrong?: readonly number[];
}

/** Lines that go beyond. */
function beyond({ lines, used = [], replaced = [], services = [service], returns = false, wrong = [] }: Case) {
  const knowledge: PlanKnowledge = {
    ...{ roster: null, eligibility: null },
    authorizations: [{ number, services }],
    used: used.map(earlier),
  };
  const profile = { raisedToError: returns ? ['AUTHORIZATION_UNITS_EXCEEDED' as const] : [] };
  const { covered } = compareWithPlanFiles(lines, knowledge, profile);
  const other = wrong.map((place) => ({ severity: 'error', line: place }) as never);
  const counting = { lines, covered, knowledge, replaced: new Set(replaced), billingNpi: sampleNpi, profile };
  return unitsExceeded(counting, other).map((finding) => finding.line);
}

test.each<[string, Case, readonly number[]]>([
  ['up to the last unit', { lines: [line(a, '6'), line(b, '4')] }, []],
  ['one beyond', { lines: [line(a, '6'), line(b, '4.5')] }, [1]],
  ['a fraction beyond', { lines: [line(a, '10.001')] }, [0]],
  ['with what was accepted before', { lines: [line(b, '3')], used: [line(a, '8')] }, [0]],
  [
    'with what another provider used',
    { lines: [line(b, '3')], used: [line(a, '8', { billingProviderNpi: '1558598797' })] },
    [0],
  ],
  ['units that are not limited', { lines: [line(a, '99999999')], services: [{ ...service, units: null }] }, []],
  ['no units at all', { lines: [line(a, '1')], services: [{ ...service, units: 0 }] }, [0]],
  [
    'two rows that cover it together',
    { lines: [line(a, '20')], services: [service, { ...service, npi: sampleNpi }] },
    [],
  ],
  ['a row of another member', { lines: [line(a, '11')], services: [service, { ...service, cin: '99073662T' }] }, [0]],
  [
    'what was used of another service',
    {
      lines: [line(b, '3')],
      used: [line(a, '9')],
      services: [
        { ...service, procedureCode: 'H2038', modifiers: ['U5'] },
        { ...service, procedureCode: 'H2038', modifiers: ['U6'] },
      ],
    },
    [0],
  ],
  [
    'what was used of a service apart',
    {
      lines: [line(b, '3', { procedureCodeModifier1: 'U5' })],
      used: [line(a, '9')],
      services: [
        { ...service, procedureCode: 'H2038', modifiers: ['U5'] },
        { ...service, procedureCode: 'H2038', modifiers: ['U6'] },
      ],
    },
    [],
  ],
  ['a replacement, which frees what it replaces', { lines: [line(a, '9')], used: [line(a, '10')], replaced: [a] }, []],
  [
    'a replacement by which another one gains',
    { lines: [line(b, '9'), line(a, '1')], used: [line(a, '9'), line(b, '1')], replaced: [a, b] },
    [],
  ],
  [
    'the same number of another provider, which stays',
    { lines: [line(a, '9')], used: [line(a, '10', { billingProviderNpi: '1558598797' })], replaced: [a] },
    [0],
  ],
  [
    'a replacement that comes back, and frees nothing',
    { lines: [line(a, '1'), line(b, '1')], used: [line(a, '10')], replaced: [a, b], wrong: [0] },
    [0, 1],
  ],
  ['what comes back does not count', { lines: [line(a, '10'), line(b, '10')], wrong: [0] }, []],
  ['what comes back over its units does not count', { lines: [line(a, '11'), line(b, '10')], returns: true }, [0]],
  ['as a warning it counts', { lines: [line(a, '11'), line(b, '10')] }, [0, 1]],
  [
    'a replacement over its units leaves the earlier one',
    { lines: [line(a, '11'), line(b, '3')], used: [line(a, '8'), line(b, '1')], replaced: [a, b], returns: true },
    [0, 1],
  ],
  [
    'an invoice of two lines comes back as a whole',
    { lines: [line(a, '5'), line(a, '6'), line(c, '9')], returns: true },
    [1],
  ],
])('%s', (_, given, expected) => {
  expect(beyond(given)).toEqual(expected);
});

/** Invoices in force after submissions of new invoices and of replacements, one after the other. */
function inForceAfter(submissions: readonly Submission[]): { units: Map<string, number>; told: number } {
  const units = new Map<string, number>();
  let told = 0;
  for (const { invoices, isReplacement } of submissions) {
    const known = invoices.filter(({ invoice }) => units.has(invoice) === isReplacement);
    const lines = known.map(({ invoice, units: count }) => line(invoice, String(count)));
    const used = [...units].map(([invoice, count]) => line(invoice, String(count)));
    const replaced = isReplacement ? known.map(({ invoice }) => invoice) : [];
    const over = new Set(beyond({ lines, used, replaced, returns: true }));
    told += over.size;
    known.forEach(({ invoice, units: count }, place) => {
      if (!over.has(place)) units.set(invoice, count);
    });
  }
  return { units, told };
}

interface Submission {
  readonly isReplacement: boolean;
  readonly invoices: readonly { readonly invoice: string; readonly units: number }[];
}

const anyInvoice = fc.record({
  invoice: fc.integer({ min: 0, max: 5 }).map((each) => `410000000${String(each)}`),
  units: fc.integer({ min: 1, max: 7 }),
});
const anySubmission = fc.record({
  isReplacement: fc.boolean(),
  invoices: fc.uniqueArray(anyInvoice, { maxLength: 4, selector: ({ invoice }) => invoice }),
});

test('where units return invoices, those in force never go beyond, whatever comes in whichever order', () => {
  fc.assert(
    fc.property(fc.array(anySubmission, { maxLength: 8 }), (submissions) => {
      for (let count = 0; count <= submissions.length; count += 1) {
        const { units } = inForceAfter(submissions.slice(0, count));
        expect([...units.values()].reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(10);
      }
    }),
    { numRuns: proofCount(200, 10_000) },
  );
});

test('whether something is told does not depend on the order in which invoices come', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(anyInvoice, { minLength: 1, maxLength: 6, selector: ({ invoice }) => invoice }),
      fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
      (invoices, places) => {
        const others = invoices
          .map((invoice, index) => ({ invoice, place: places[index] ?? 0 }))
          .toSorted((left, right) => left.place - right.place)
          .map(({ invoice }) => invoice);
        const isTold = (order: typeof invoices) =>
          inForceAfter(order.map((each) => ({ isReplacement: false, invoices: [each] }))).told > 0;
        expect(isTold(others)).toBe(isTold(invoices));
      },
    ),
    { numRuns: proofCount(200, 10_000) },
  );
});
