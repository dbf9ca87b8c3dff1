import fc from 'fast-check';
import { cleaned, isBlank } from '../../src/guidance/clean-text.ts';
import { isCarried, transliterated } from '../../src/guidance/x12-characters.ts';
import { found, line } from './sample-lines.ts';
import '../support/proofs.ts';

test.each([
  ['  Rosa ', 'Rosa'],
  ['Rosa\u00a0Doe', 'Rosa Doe'],
  ['Rosa\r\nDoe', 'Rosa  Doe'],
  ['\u200bRosa\ufeff', 'Rosa'],
  ['Ｕ２', 'U2'],
  ['Núñez', 'Núñez'],
  ['Rosa  Doe', 'Rosa  Doe'],
  ['', ''],
  ['\u00a0\t', ''],
])('%j cleaned is %j', (text, tidy) => {
  expect(cleaned(text)).toBe(tidy);
  expect(isBlank(text)).toBe(tidy === '');
});

test.each([
  ['Núñez', 'Nunez'],
  ['Anaïs', 'Anais'],
  ['Straße', 'Strasse'],
  ['Øystein Łukasz', 'Oystein Lukasz'],
  ['O’Brien', "O'Brien"],
  ['A – B', 'A - B'],
  [' 100 Main St.\u00a0#4 ', '100 Main St. #4'],
])('%j is carried as %j', (text, plain) => {
  expect(transliterated(text)).toBe(plain);
});

test.each(['a*b', 'a~b', 'a:b', 'a^b', 'a\u0007b', '李', '😀', 'Пётр'])('%j is not carried', (text) => {
  expect(transliterated(text)).toBeNull();
  expect(isCarried(text)).toBe(false);
});

test('cleaning twice is cleaning once, and what is carried is plain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
      const tidy = cleaned(text);
      const plain = transliterated(text);
      expect(cleaned(tidy)).toBe(tidy);
      expect(isBlank(text)).toBe(tidy === '');
      if (plain !== null) {
        expect(isCarried(plain)).toBe(true);
        expect(transliterated(plain)).toBe(plain);
      }
    }),
  );
});

test('what the 837 carries of a text is measured, not what is written', () => {
  const findings = (name: string) => found([line({ memberFirstName: name })]);
  expect(findings('ß'.repeat(17))).toEqual(['TEXT_TRANSLITERATED @ 0 memberFirstName']);
  expect(findings('ß'.repeat(18))).toContain('TEXT_LENGTH @ 0 memberFirstName');
});

test('marks without a letter leave nothing', () => {
  expect(transliterated('\u0301')).toBe('');
  expect(transliterated('Ana \u0301')).toBe('Ana');
});
