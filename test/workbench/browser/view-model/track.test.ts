import fc from 'fast-check';
import { Track } from '../../../../src/workbench/browser/view-model/track.ts';

/** Columns 0, 1, 4, 5, 9, the first two frozen. */
const track = new Track([0, 1, 4, 5, 9], [50, 60, 70, 80, 90], 2);

test('knows where each begins, and which are left out', () => {
  expect([0, 1, 2, 5].map((place) => track.start(place))).toEqual([0, 50, 110, 350]);
  expect(track.frozenSize).toBe(110);
  expect([0, 4, 9, 2, 10].map((index) => track.placeOf(index))).toEqual([0, 2, 4, undefined, undefined]);
  expect([track.endsBefore(9), track.endsBefore(10)]).toEqual([false, true]);
});

test.each([
  ['frozen: nothing to do', 1, 30, 100, undefined],
  ['hidden: nothing to do', 2, 0, 100, undefined],
  ['in view: nothing to do', 4, 0, 100, undefined],
  ['beyond the end: its end comes to the edge', 9, 0, 100, 140],
  ['before the beginning: its start comes to the edge', 4, 60, 100, 0],
  ['larger than the view: its start', 9, 0, 50, 150],
  ['larger than the view and there already', 9, 150, 50, undefined],
])('scrolling to see one, %s', (_name, index, scrolled, viewport, expected) => {
  expect(track.scrollFor(index, scrolled, viewport)).toBe(expected);
});

test('whatever is asked for, it is seen whole afterwards, or as far as the view reaches', () => {
  const sizes = fc.array(fc.integer({ min: 10, max: 200 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(sizes, fc.nat(3000), fc.integer({ min: 20, max: 600 }), fc.nat(39), (given, scrolled, viewport, at) => {
      const indexes = given.map((_size, index) => index);
      const some = new Track(indexes, given, 0);
      const index = at % given.length;
      const to = some.scrollFor(index, scrolled, viewport) ?? scrolled;
      expect(to).toBeLessThanOrEqual(some.start(index));
      expect(Math.min(some.start(index + 1), some.start(index) + viewport)).toBeLessThanOrEqual(to + viewport);
    }),
  );
});
