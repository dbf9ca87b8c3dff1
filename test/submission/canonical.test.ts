import fc from 'fast-check';
import { canonicalJson, sha256, type CanonicalValue } from '../../src/submission/canonical.ts';

const text = fc.string({ unit: 'binary' });
const value = fc.letrec<{ value: CanonicalValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(text, tie('value'), { maxKeys: 4, noNullPrototype: true }),
  ),
})).value;

test.each([
  [{ b: 1, a: 2 }, '{"a":2,"b":1}'],
  [[], '[]'],
  [{ '10': 1, '9': 1, '': 1 }, '{"":1,"10":1,"9":1}'],
  // RFC 8785, section 3.2.3: order of UTF-16 code units, in which an emoji stands before U+FB33.
  [
    { '\ufb33': 1, '\u{1f600}': 1, '\r': 1, '\u20ac': 1, '1': 1 },
    '{"\\r":1,"1":1,"\u20ac":1,"\u{1f600}":1,"\ufb33":1}',
  ],
  ['\u0000\u001f"\\/\b', '"\\u0000\\u001f\\"\\\\/\\b"'],
  [-0, '0'],
])('writes %j as RFC 8785 does', (input, expected) => {
  expect(canonicalJson(input)).toBe(expected);
});

test.each([[0.5], [Number.NaN], [2 ** 53], ['\ud800'], [{ '\udc00': 1 }]])('refuses %j', (input) => {
  expect(() => canonicalJson(input)).toThrow(TypeError);
});

test('reads back as what it was', () => {
  fc.assert(
    fc.property(value, (each) => {
      expect(JSON.parse(canonicalJson(each))).toEqual(JSON.parse(JSON.stringify(each)));
    }),
  );
});

test('does not depend on the order of keys', () => {
  fc.assert(
    fc.property(fc.dictionary(text, value, { noNullPrototype: true }), (each) => {
      const reversed = Object.fromEntries(Object.entries(each).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(each));
    }),
  );
});

test('hashes UTF-8', async () => {
  expect(await sha256('é')).toBe('4a99557e4033c3539de2eb65472017cad5f9557f7a0625a09f1c3f6e2ba69c4c');
});
