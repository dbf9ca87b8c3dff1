import { cleaned } from './clean-text.ts';

/**
 * Characters of free text and the 837 that it ends in. Encounters are written in the upper case of ASCII; letters with
 * marks are transliterated and reported, and what has no place there is refused, never silently dropped.
 */

/** Printable ASCII but for the four delimiters of the 837 (`* : ^ ~`) and the grave accent. */
const carried = /^[ -)+-9;-\]_a-}]*$/;

/** Letters and marks that fall apart into no base letter and mark of their own. */
const replacements: Readonly<Record<string, string>> = {
  ß: 'ss',
  Æ: 'AE',
  æ: 'ae',
  Œ: 'OE',
  œ: 'oe',
  Ø: 'O',
  ø: 'o',
  Đ: 'D',
  đ: 'd',
  Ð: 'D',
  ð: 'd',
  Þ: 'TH',
  þ: 'th',
  Ł: 'L',
  ł: 'l',
  ı: 'i',
  '‘': "'",
  '’': "'",
  ʻ: "'",
  ʼ: "'",
  '`': "'",
  '´': "'",
  '“': '"',
  '”': '"',
  '–': '-',
  '—': '-',
  '‑': '-',
  '…': '...',
  ª: 'a',
  º: 'o',
};

/** Whether the 837 carries the text as it is, but for its case. */
export function isCarried(text: string): boolean {
  return carried.test(text);
}

/**
 * The text with letters and punctuation that the 837 carries (`Núñez` becomes `Nunez`), cleaned of what nobody sees, or
 * null where a character has no counterpart: delimiters, control characters, other scripts, pictures.
 */
export function transliterated(text: string): string | null {
  const tidy = cleaned(text);
  if (isCarried(tidy)) return tidy;
  const bases = tidy.normalize('NFD').replace(/\p{Mn}/gu, '');
  // A mark alone leaves nothing, or a space at an end.
  const plain = Array.from(bases, (letter) => replacements[letter] ?? letter)
    .join('')
    .trim();
  return isCarried(plain) ? plain : null;
}
