import { readFileSync } from 'node:fs';
import { elements } from '../../src/guidance/elements.ts';
import { languages, ruleWords } from '../../src/guidance/messages/words.ts';
import { formRepairCodes, requestedRepairCodes } from '../../src/guidance/repair.ts';
import { rules } from '../../src/guidance/rules/index.ts';
import { problems } from '../../src/submission/problem.ts';
import { referenceFiles } from '../../scripts/error-reference.ts';
import { referenceUrl } from '../../scripts/reference-file.ts';

const files = await referenceFiles();
const errorFiles = files.filter(({ path }) => path.startsWith('errors/'));

test.each(files.map(({ path, text }) => [path, text]))(
  '%s is current (else: npm run error-reference)',
  (path, text) => {
    expect(readFileSync(referenceUrl(path), 'utf8').replaceAll('\r\n', '\n')).toBe(text);
  },
);

test('one for each language', () => {
  expect(errorFiles.map(({ path }) => path)).toEqual(
    languages.map((language) => `errors/${language === 'en' ? 'README' : language}.md`),
  );
});

/** Text as it can be searched: Markdown breaks no line, but it escapes some characters. */
function plain(text: string): string {
  return text.replaceAll('\\', '');
}

/** What stands under the heading of a rule. */
function sectionOf(text: string, code: string): string {
  const [, ...rest] = text.split(`\n### ${code}\n`);
  expect(rest).toHaveLength(1);
  return plain(rest.join('').split(/\n##/)[0] ?? '');
}

describe.each(languages.map((language, place) => [language, errorFiles[place]?.text ?? ''] as const))(
  '%s',
  (language, text) => {
    test.each(rules.map((rule) => [rule.code, rule] as const))('%s', (code, rule) => {
      const section = sectionOf(text, code);
      const { title, message, fix } = ruleWords(code, '\u0000', language);
      for (const words of [title, message, fix]) {
        expect(words).not.toBe('');
        for (const part of words.split('\u0000')) expect(section).toContain(plain(part));
      }
      expect(section).toContain(rule.citation);
      for (const { key, number, name } of elements) {
        expect(section.includes(`${String(number)} ${name}`)).toBe(rule.elements.includes(key));
      }
      expect(text).toMatch(new RegExp(`\\| \\[\`${code}\`\\]\\(#${code.toLowerCase()}\\) +\\|`));
    });

    test('every repair and every refusal of the endpoint', () => {
      for (const code of [...formRepairCodes, ...requestedRepairCodes, ...Object.keys(problems)]) {
        expect(text).toMatch(new RegExp(`^\\| \`${code}\` +\\|`, 'm'));
      }
    });
  },
);
