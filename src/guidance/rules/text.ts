import { elementsWhere } from '../elements.ts';
import { cleaned } from '../clean-text.ts';
import { isCarried, transliterated } from '../x12-characters.ts';
import type { Rule } from './rule.ts';

const freeText = elementsWhere((element) => element.format === 'text');

/** Rules on free text: what the 837 can carry of it. */
export const textRules = [
  {
    code: 'TEXT_LENGTH',
    severity: 'error',
    scope: 'cell',
    elements: freeText,
    citation: 'X12 837: NM103 60, NM104 35, N301 55, N401 30, REF02 50 characters',
    // Some letters become two (ß), some marks three: what the 837 carries counts too.
    broken: (text, column) => Math.max(text.length, transliterated(text)?.length ?? 0) > column.element.maximumLength,
  },
  {
    code: 'TEXT_CHARACTERS',
    severity: 'error',
    scope: 'cell',
    elements: freeText,
    citation: 'X12 837: basic and extended character sets; * : ^ ~ are delimiters',
    // Marks without a letter leave nothing behind.
    broken: (text) => (transliterated(text) ?? '') === '',
  },
  {
    code: 'TEXT_TRANSLITERATED',
    severity: 'warning',
    scope: 'cell',
    elements: freeText,
    citation: 'X12 837: basic and extended character sets hold no letters with marks',
    broken: (text) => !isCarried(cleaned(text)) && (transliterated(text) ?? '') !== '',
  },
  {
    code: 'CITY_LENGTH',
    severity: 'error',
    scope: 'cell',
    elements: ['billingProviderCity', 'renderingProviderCity', 'memberCity'],
    citation: 'X12 837 N401: two characters or more',
    broken: (text) => transliterated(text)?.length === 1,
  },
  {
    code: 'TEXT_SPACES',
    severity: 'warning',
    scope: 'cell',
    // The payer's cells are compared to the letter with the plan's own.
    elements: freeText.filter((key) => key !== 'payerIdentifier' && key !== 'payerName'),
    citation: 'X12 837: no leading or trailing spaces',
    broken: (text) => cleaned(text) !== text,
  },
] as const satisfies readonly Rule[];
