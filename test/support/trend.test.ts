import fc from 'fast-check';
import { mean, slopeOf } from './trend.ts';

test('the slope of a straight line is its own, wherever it begins', () => {
  const number = fc.integer({ min: -1_000, max: 1_000 });
  fc.assert(
    fc.property(number, number, fc.uniqueArray(number, { minLength: 2, maxLength: 20 }), (start, slope, times) => {
      expect(slopeOf(times.map((at) => ({ at, value: start + slope * at })))).toBeCloseTo(slope, 6);
    }),
  );
});

test('what goes up and down by the same has no slope; nothing has none', () => {
  expect(slopeOf([1, 2, 3, 4, 5].map((at) => ({ at, value: at % 2 })))).toBe(0);
  expect(slopeOf([])).toBe(0);
  expect(mean([])).toBe(0);
});
