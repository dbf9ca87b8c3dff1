import fc from 'fast-check';
import { columns, type LineText } from '../../src/guidance/columns.ts';
import { byCodeUnits, canonicalJson } from '../../src/submission/canonical.ts';
import { canonicalText } from '../../src/submission/content.ts';
import { envelope, line } from './envelopes.ts';

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('"', '\\', '\u0007', '\u2028', '😀'),
);
const cells = fc.dictionary(fc.constantFrom(...columns.map(({ key }) => key)), cell) as fc.Arbitrary<Partial<LineText>>;
const differences = fc.array(fc.constantFrom(...columns.map(({ key }) => key)), { maxLength: 4 });

test('is canonical JSON of head and lines, the lines in order', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(cells, differences), { minLength: 1, maxLength: 5 }), (each) => {
      const source = envelope(each.map(([values, which], row) => line(`row-${String(row)}`, values, which)));
      const { planId, billingProviderNpi, contract, purpose } = source;
      const lines = source.lines
        .map(({ values, differences: listed }) =>
          canonicalJson({ values, differences: [...new Set(listed)].sort(byCodeUnits) }),
        )
        .sort(byCodeUnits);
      const head = canonicalJson({ planId, billingProviderNpi, contract, purpose });
      expect(canonicalText(source).pieces.join('')).toBe(`[${head},[${lines.join(',')}]]`);
    }),
  );
});

test('refuses half a character', () => {
  expect(() => canonicalText(envelope([line('a', { memberLastName: 'a\ud800' })]))).toThrow(TypeError);
});
