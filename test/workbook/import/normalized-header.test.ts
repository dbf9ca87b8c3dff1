import fc from 'fast-check';
import { normalizedHeader } from '../../../src/workbook/import/normalized-header.ts';
import '../../support/proofs.ts';

test.each([
  ['Inv. #', 'INV NUMBER'],
  ['Member_First-Name', 'member first name'],
  ['Dirección', 'DIRECCION'],
  ['  Dx 1 ', 'dx1'],
  ['ICD‑10', 'icd10'],
  ['Modifier(s)\n1', 'modifiers 1'],
])('%j is the same as %j', (left, right) => {
  expect(normalizedHeader(left)).toBe(normalizedHeader(right));
});

test('law: normalising twice is normalising once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (header) => {
      expect(normalizedHeader(normalizedHeader(header))).toBe(normalizedHeader(header));
    }),
  );
});

test('law: case, blanks and punctuation say nothing', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/);
  const mark = fc.constantFrom(' ', '_', '-', '. ', '/', '\u00a0', '\n', ' (', ') ');
  fc.assert(
    fc.property(fc.array(fc.tuple(word, mark, fc.boolean()), { minLength: 1 }), (parts) => {
      const plain = parts.map(([text]) => text).join(' ');
      const odd = parts.map(([text, between, upper]) => `${upper ? text.toUpperCase() : text}${between}`).join('');
      expect(normalizedHeader(odd)).toBe(normalizedHeader(plain));
    }),
  );
});
