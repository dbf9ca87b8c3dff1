import fc from 'fast-check';
import { printCivilDate, addDays } from '../../../src/guidance/civil-date.ts';
import { diagnosisKeys, type LineText } from '../../../src/guidance/columns.ts';
import { chargeFor, printCents } from '../../../src/guidance/money.ts';
import { parseUnitCount } from '../../../src/guidance/unit-count.ts';
import { placesOfService } from '../../../src/guidance/places-of-service.ts';
import { services } from '../../../src/guidance/services.ts';
import { day, goodLine } from '../../guidance/sample-lines.ts';

/** Batches of whole months, odd in every way that a rule may let through; what it does not is for the check to find. */

const letters = Array.from("ABCXYZabcxyz'.-, &#()/ñÑéÉüßÆøŁ\u0301…“”ªº ’`´\u00a0\u200b{}|_@[]\\<>;%?!=+");
const oddText = (longest: number) =>
  fc.array(fc.constantFrom(...letters), { minLength: 1, maxLength: longest }).map((each) => each.join(''));
const text = (usual: readonly string[], longest: number) =>
  fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...usual) }, { weight: 1, arbitrary: oddText(longest) });
/** Mostly one of the usual; now and then what the check may refuse. */
function mostly<T>(usual: readonly T[], seldom: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(...usual) },
    { weight: 1, arbitrary: fc.constantFrom(...seldom) },
  );
}

const npis = ['1234567893', '1558598797', '1291417776', '1241586837', '1835337407', '1080636081'];

const housed = fc.record({
  memberAddress: text(['22 Olive St. #4', 'PO Box 411'], 58),
  memberCity: text(['Fresno', 'La Cañada', 'LA'], 32),
  memberZip: mostly(['93701', '93701-1234', '937011234', '89101'], ['']),
  memberHomelessnessIndicator: fc.constant(''),
});
const homeless = fc.record({
  memberAddress: mostly(['HOMELESS', 'Homeless ', '22 Olive St.'], ['']),
  memberCity: fc.constantFrom('', '', 'Fresno', 'Ñ'),
  memberZip: fc.constantFrom('', '', '93701'),
  memberHomelessnessIndicator: mostly(['1'], ['']),
});
const member = fc
  .record({
    home: fc.oneof(housed, homeless),
    memberFirstName: text(['Rosa', 'José', "D'Angelo", 'Zoë-Marie', 'X'], 37),
    memberLastName: text(["O'Brien-Núñez", 'De la  Cruz', 'Ng', 'St. John'], 62),
    memberDateOfBirth: fc.constantFrom('03/15/1971', '02/29/2000', '01/01/1910'),
    medicalRecordNumber: text(['', 'MRN1', '(A-1)/b'], 52),
  })
  .map(({ home, ...rest }) => ({ ...home, ...rest }));

const rendering = fc.record({
  renderingProviderNpi: fc.constantFrom('', ...npis),
  renderingProviderName: text(['Harbor Care Main Clinic', 'Street Team', 'Dr. Ada'], 62),
  renderingProviderFirstName: fc.constantFrom('', 'Ada'),
  renderingProviderLastName: fc.constantFrom('', 'Ruiz-Peña'),
  renderingProviderAddress: text(['971 Broadway', 'PO Box 7', '400 Harbor Way'], 57),
  renderingProviderCity: text(['Oakland', 'SF'], 31),
  renderingProviderZip: fc.constantFrom('94601', '946011200', '94601-1200'),
});

const service = fc.record({
  service: fc.constantFrom(...services),
  units: mostly(['1', '2', '0003', '96', '12.5', '1.125', '1.5000'], ['0.3333', '99999999']),
  cents: mostly([1, 995, 8000, 12_345], [0, 9_999_999_999]),
  placeOfService: fc.constantFrom(...placesOfService.map(({ code }) => code)),
  extra: mostly(['', '', 'KX'], ['GQ']),
  days: fc.constantFrom(0, 0, 0, 1, 30),
  authorizationNumber: text(['', 'AUTH123', 'AUTH123'], 52),
});

type ServiceChoice = typeof service extends fc.Arbitrary<infer Choice> ? Choice : never;

/** Lines beyond the limit of a claim: one service, day after day. */
const longMonth = fc
  .record({ first: service, count: fc.integer({ min: 49, max: 120 }) })
  .map(({ first, count }) => Array.from({ length: count }, () => ({ ...first, days: 0 })));

const diagnoses = fc.shuffledSubarray(
  ['Z60.2', 'Z5902', 'E11.9', 'I10', 'J45.909', 'F20.9', 'N18.6', 'M54.50', 'Z59.41', 'F10.20', 'Z63.0'],
  { minLength: 1, maxLength: 10 },
);

const invoice = fc.record({
  member: fc.nat(3),
  rendering,
  diagnoses,
  start: fc.nat(400),
  controlNumber: text(['', '17'], 22),
  lines: fc.oneof(
    { weight: 12, arbitrary: fc.array(service, { minLength: 1, maxLength: 5 }) },
    { weight: 1, arbitrary: longMonth },
  ) as fc.Arbitrary<readonly ServiceChoice[]>,
});

const provider = fc.record({
  billingProviderNpi: fc.constantFrom(...npis),
  billingProviderName: text(['Harbor Care Collective', 'Niños & Co.'], 62),
  billingProviderFirstName: fc.constantFrom('', 'Ada'),
  billingProviderLastName: fc.constantFrom('', 'Ruiz'),
  billingProviderPhone: fc.constantFrom('5105550100', '5550100'),
  billingProviderAddress: text(['400 Harbor Way', 'P.O. Box 9'], 57),
  billingProviderCity: text(['Oakland', 'LA'], 31),
  billingProviderState: fc.constantFrom('CA', 'NV'),
  billingProviderZip: fc.constantFrom('94601', '946011200', '94601-1200'),
});

/** The lines of one provider's submission. */
export const batch = fc
  .record({
    provider,
    members: fc.array(member, { minLength: 4, maxLength: 4 }),
    invoices: fc.array(invoice, { minLength: 1, maxLength: 8 }),
  })
  .map(({ provider: billing, members, invoices }) =>
    invoices.flatMap((each, place): readonly LineText[] => {
      const start = addDays(day(2025, 6, 1), each.start);
      const lines = each.lines.map((line, row): LineText => {
        const { service: offered } = line;
        const days = each.lines.length > 9 ? row : 0;
        const cost = printCents(line.cents);
        const units = parseUnitCount(line.units);
        const charge = units === null ? null : chargeFor(units, line.cents);
        const [first = '', second = ''] = offered.modifiers;
        return {
          ...goodLine,
          ...billing,
          ...members[each.member],
          ...each.rendering,
          memberCin: `9123456${String(each.member)}A`,
          procedureCode: offered.procedureCode,
          // As a biller may have them.
          procedureCodeModifier1: line.extra === 'KX' ? line.extra : first,
          procedureCodeModifier2: line.extra === 'KX' ? first : second === '' ? line.extra : second,
          procedureCodeModifier3: line.extra === 'KX' ? second : '',
          serviceName: '',
          serviceStartDate: printCivilDate(addDays(start, days)),
          serviceEndDate: printCivilDate(addDays(start, days + line.days)),
          serviceUnitCount: line.units,
          serviceUnitCost: cost,
          serviceChargeAmount: charge === null ? '' : printCents(charge),
          placeOfService: line.placeOfService,
          ...Object.fromEntries(diagnosisKeys.map((key, index) => [key, each.diagnoses[index] ?? ''])),
          invoiceNumber: String(4_100_000_000 + place),
          controlNumber: each.controlNumber,
          authorizationNumber: line.authorizationNumber,
        };
      });
      const sum = lines.reduce(
        (total, { serviceChargeAmount }) => total + Math.round(Number(serviceChargeAmount) * 100),
        0,
      );
      return lines.map((line) => ({ ...line, invoiceAmount: printCents(sum) }));
    }),
  );
