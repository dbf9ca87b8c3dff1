import { wordsFor } from '../../../src/taskpane/words/choose-words.ts';
import { english } from '../../../src/taskpane/words/english.ts';
import { spanish } from '../../../src/taskpane/words/spanish.ts';

/** Every text of a catalogue by its path; functions are called with numbers and texts that all of them bear. */
function textsOf(part: unknown, path = ''): Map<string, string> {
  const texts = new Map<string, string>();
  if (typeof part === 'string') texts.set(path, part);
  else if (typeof part === 'function') {
    const words = part as (...values: unknown[]) => unknown;
    return textsOf(words(...Array.from({ length: words.length }, () => 2)), path);
  } else {
    for (const [key, value] of Object.entries(part as object)) {
      for (const [below, text] of textsOf(value, `${path}.${key}`)) texts.set(below, text);
    }
  }
  return texts;
}

// `memberName` joins texts, and numbers are none.
const { memberName: ofEnglish, ...englishSetUp } = english.setUp;
const { memberName: ofSpanish, ...spanishSetUp } = spanish.setUp;
const inEnglish = textsOf({ ...english, setUp: englishSetUp });
const inSpanish = textsOf({ ...spanish, setUp: spanishSetUp });

test('both languages say everything, and no text is left in English', () => {
  expect([...inSpanish.keys()]).toEqual([...inEnglish.keys()]);
  const same = [...inEnglish].filter(([path, text]) => inSpanish.get(path) === text).map(([path]) => path);
  expect(same).toEqual(['.check.error']);
  expect(ofEnglish('Vu', 'Ana', '99073662S')).toBe(ofSpanish('Vu', 'Ana', '99073662S'));
});

test('no text is blank, and every sentence ends', () => {
  for (const catalogue of [inEnglish, inSpanish]) {
    for (const [path, text] of catalogue) expect({ path, blank: text.trim() === '' }).toEqual({ path, blank: false });
  }
});

test.each([
  [0, 'There are no lines to check yet.'],
  [1, '1 line checked. Nothing to correct.'],
  [5000, '5,000 lines checked. Nothing to correct.'],
])('%s lines are counted in words', (count, text) => {
  expect(english.messages.checked(count, 0, 0)).toBe(text);
});

test.each([
  ['en-US', english],
  ['es-MX', spanish],
  ['ES', spanish],
  ['fr-FR', english],
])('Office in %s', async (language, words) => {
  expect(await wordsFor(language)).toBe(words);
});
