import fc from 'fast-check';
import { columns } from '../../../src/guidance/columns.ts';
import { envelopeSchema, maximumCellLength, maximumLines } from '../../../src/submission/contract.ts';
import { wellFormedEnvelope } from '../../../src/intake/work/well-formed-envelope.ts';
import { envelope, line } from '../../submission/envelopes.ts';

const base = envelope([line('a'), { ...line('b', {}, ['serviceName']), sourceRow: 7 }]);
const places = fc.constantFrom<readonly (string | number)[]>(
  [],
  ...Object.keys(base).map((key) => [key]),
  ['lines', 0],
  ...Object.keys(base.lines[1] ?? {}).map((key) => ['lines', 1, key]),
  ['lines', 1, 'differences', 0],
  ...columns.map(({ key }) => ['lines', 0, 'values', key]),
  ['lines', 0, 'values', '__proto__'],
  ['lines', 0, 'other'],
  ['other'],
);
const taken = Symbol('taken out');
const value = fc.oneof(
  fc.constant(taken),
  fc.jsonValue(),
  fc.string({ unit: 'binary', maxLength: maximumCellLength + 5 }),
  fc.constantFrom<unknown>('', 'a', '\ud800', '😀', 'x'.repeat(maximumCellLength + 1), 1.5, 0, 1, [], {}, null),
  fc.constantFrom<unknown>(['serviceName'], ['other'], [...base.lines, ...base.lines], base.lines.slice(1)),
);

/** A copy in which something else stands at a place, or nothing, as a parser could give it. */
function changed(place: readonly (string | number)[], to: unknown): unknown {
  const [key, ...rest] = place;
  if (key === undefined) return to === taken ? {} : to;
  const copy = structuredClone(base);
  let holder: unknown = copy;
  for (const step of place.slice(0, -1)) holder = Reflect.get(holder as object, step);
  const last = rest.at(-1) ?? key;
  if (to === taken) Reflect.deleteProperty(holder as object, last);
  else Object.defineProperty(holder, last, { value: to, enumerable: true, configurable: true, writable: true });
  return copy;
}

test('takes what the contract takes, as it is, and nothing else', () => {
  fc.assert(
    fc.property(places, value, (place, to) => {
      const json = changed(place, to);
      const parsed = envelopeSchema.safeParse(json);
      expect(wellFormedEnvelope(json)).toEqual(parsed.success ? parsed.data : null);
    }),
    { numRuns: 400 },
  );
});

test.each([
  ['no line', 0],
  ['as many lines as there may be', maximumLines],
  ['one more', maximumLines + 1],
])('%s', (_, count) => {
  const lines = Array.from({ length: count }, (_none, index) => ({ ...line('a'), rowKey: `row-${String(index)}` }));
  const json = { ...base, lines };
  expect(wellFormedEnvelope(json) !== null).toBe(envelopeSchema.safeParse(json).success);
});

test('a row key that is there twice', () => {
  expect(wellFormedEnvelope({ ...base, lines: [line('a'), line('a')] })).toBeNull();
});
