import fc from 'fast-check';
import { chargeFor, parseCents, printCents } from '../../src/guidance/money.ts';
import { isMoreThan, isWhole, parseUnitCount, printUnitCount } from '../../src/guidance/unit-count.ts';
import '../support/proofs.ts';

test.each([
  ['0', 0],
  ['0.00', 0],
  ['0.05', 5],
  ['12.5', 1250],
  ['12.50', 1250],
  ['0012', 1200],
  ['99999999999.99', 9_999_999_999_999],
])('%s is %i cents', (text, cents) => {
  expect(parseCents(text)).toBe(cents);
});

test.each(['', ' 1', '-1', '+1', '1.', '.5', '1.234', '1,000.00', '$1.00', '1e3', '１', '100000000000'])(
  '%j is no amount',
  (text) => {
    expect(parseCents(text)).toBeNull();
  },
);

test('parse ∘ print is the identity on amounts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999_999 }), (cents) => parseCents(printCents(cents)) === cents),
  );
});

test('law: an amount in any form that is read is printed in one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,11}(\.\d{1,2})?$/), (text) => {
      const cents = parseCents(text) ?? NaN;
      expect(parseCents(printCents(cents))).toBe(cents);
      expect(printCents(cents)).toMatch(/^(0|[1-9]\d*)\.\d\d$/);
    }),
  );
});

test.each([
  ['1', 1, 0],
  ['1.0', 1, 0],
  ['2.50', 25, 1],
  ['0.25', 25, 2],
  ['0', 0, 0],
  ['99999999', 99_999_999, 0],
])('%s units', (text, digits, decimals) => {
  expect(parseUnitCount(text)).toEqual({ digits, decimals });
});

test.each(['', '-1', '.5', '1.', '1e1', '1,5', '100000000', '1.2345', '1.23456789', ' 1'])(
  '%j is no unit count',
  (text) => {
    expect(parseUnitCount(text)).toBeNull();
  },
);

const anyUnits = fc
  .tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 2 }))
  .map(([digits, decimals]) => printUnitCount({ digits, decimals }));

test('parse ∘ print is the identity on unit counts', () => {
  // Of one count there is one form: without zeros at the end.
  const anyCount = fc
    .record({ digits: fc.nat(9_999_999), decimals: fc.nat(3) })
    .filter(({ digits, decimals }) => decimals === 0 || digits % 10 !== 0)
    .filter((count) => printUnitCount(count).length <= 8);
  fc.assert(
    fc.property(anyCount, (count) => {
      expect(parseUnitCount(printUnitCount(count))).toEqual(count);
    }),
  );
});

test('law: a unit count in any form that is read is printed in one', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^\d{1,4}(\.\d{1,3})?$/), (text) => {
      const count = parseUnitCount(text);
      if (count === null) return false;
      expect(parseUnitCount(printUnitCount(count))).toEqual(count);
      expect(Number(printUnitCount(count))).toBe(Number(text));
      return !/\.\d*0$/.test(printUnitCount(count));
    }),
  );
});

test('whole and more', () => {
  const units = (text: string) => parseUnitCount(text) ?? { digits: NaN, decimals: 0 };
  expect(isWhole(units('2.0'))).toBe(true);
  expect(isWhole(units('2.5'))).toBe(false);
  expect(isMoreThan(units('1.01'), 1)).toBe(true);
  expect(isMoreThan(units('1.00'), 1)).toBe(false);
  expect(isMoreThan(units('96'), 96)).toBe(false);
});

test.each([
  ['1', 1250, 1250],
  ['8', 925, 7400],
  ['0.5', 1, 1], // half up
  ['0.25', 2, 1], // half up
  ['0.49', 1, 0],
  ['1.5', 333, 500], // 499.5
  ['0.145', 100, 15], // 14.5, which floating point makes 14.499…
  ['99999999', 9_999_999_999, null],
])('%s units at %i cents', (text, cost, charge) => {
  const units = parseUnitCount(text);
  expect(units === null ? undefined : chargeFor(units, cost)).toBe(charge);
});

test('a charge is never more than half a cent from the product', () => {
  fc.assert(
    fc.property(anyUnits, fc.integer({ min: 0, max: 1_000_000 }), (text, cost) => {
      const units = parseUnitCount(text);
      if (units === null) return false;
      const charge = chargeFor(units, cost) ?? NaN;
      const twice = 2n * BigInt(units.digits) * BigInt(cost);
      const scale = 10n ** BigInt(units.decimals);
      const error = 2n * BigInt(charge) * scale - twice;
      return error > -scale && error <= scale;
    }),
  );
});
