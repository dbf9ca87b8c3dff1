import { languages } from '../../../src/guidance/messages/words.ts';
import { english } from '../../../src/encounter/acknowledgement/messages/english.ts';
import { spanish } from '../../../src/encounter/acknowledgement/messages/spanish.ts';
import type { ReturnedFinding } from '../../../src/encounter/acknowledgement/returned-finding.ts';
import { returnedWords } from '../../../src/encounter/acknowledgement/returned-words.ts';

const finding: ReturnedFinding = {
  rule: null,
  reason: { list: 'status', category: 'A7', code: '249', entity: '85' },
  severity: 'error',
  line: 1,
  column: 'placeOfService',
  fix: 'correctElement',
};

test('our rule, where it says the same', () => {
  expect(returnedWords({ ...finding, rule: 'PLACE_OF_SERVICE_UNKNOWN' }, 'en')).toEqual({
    title: 'Not a place of service',
    message: 'Place of Service (POS) has to be a two-digit code of the list.',
    fix: 'Choose the place from the list, for example 12 for home.',
  });
});

test("words on the receiver's code, where no rule says the same", () => {
  expect(returnedWords(finding, 'en')).toEqual({
    title: 'Answer of the receiver (A7:249:85)',
    message: 'The place of service is missing or not valid. It was returned: something in it is not valid.',
    fix: 'Compare Place of Service (POS) with your records, correct it, and send the invoice again.',
  });
  expect(returnedWords({ ...finding, column: null }, 'es')).toEqual({
    title: 'Respuesta del receptor (A7:249:85)',
    message: 'El lugar del servicio falta o no es válido. Se devolvió: algo no es válido.',
    fix: 'Compare la factura con sus registros, corrija lo que está mal y envíela otra vez.',
  });
});

test('a code that is not known stands as it is, with what to do', () => {
  const unknown = { ...finding, reason: { list: 'adjustment', group: 'OA', code: 'Q9' }, column: null } as const;
  expect(returnedWords({ ...unknown, fix: 'askPlan' }, 'en')).toEqual({
    title: 'Not paid in full (OA-Q9)',
    message: 'The receiver gives a reason by a code that is not known here.',
    fix: "Ask the plan's support what the code OA-Q9 means.",
  });
  // Names of what every object has are no codes.
  const odd = {
    ...finding,
    reason: { list: 'status', category: 'toString', code: 'constructor', entity: '' },
  } as const;
  expect(returnedWords(odd, 'en').message).toBe(english.unknownCode);
});

/** Every sentence of a catalogue, by its path. */
function sentences(value: unknown, path = ''): readonly (readonly [string, string])[] {
  if (typeof value === 'string') return [[path, value]];
  return Object.entries(value ?? {}).flatMap(([key, each]) => sentences(each, `${path}.${key}`));
}

test.each(sentences(english))('%s: in each language a sentence of its own, with the same marks', (path, text) => {
  const other = new Map(sentences(spanish)).get(path) ?? '';
  expect(languages).toEqual(['en', 'es']);
  expect(other).not.toBe('');
  expect(other).not.toBe(text);
  const marks = (sentence: string) => (sentence.match(/\{\w+\}/g) ?? []).sort();
  expect(marks(other)).toEqual(marks(text));
  if (!path.startsWith('.titles')) expect([text.at(-1), other.at(-1)]).toEqual(['.', '.']);
});
