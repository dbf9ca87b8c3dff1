import { columns } from '../../../src/guidance/columns.ts';
import type { Words } from '../../../src/guidance/messages/catalogue.ts';
import { english } from '../../../src/guidance/messages/english.ts';
import { spanish } from '../../../src/guidance/messages/spanish.ts';
import { elements } from '../../../src/guidance/elements.ts';
import { elementHelp, languages, repairWords, wordsFor } from '../../../src/guidance/messages/words.ts';
import { rules } from '../../../src/guidance/rules/index.ts';

const catalogues = { en: english, es: spanish };

test('English and Spanish', () => {
  expect(languages).toEqual(['en', 'es']);
});

describe.each(languages)('%s', (language) => {
  const catalogue = catalogues[language];

  test('there are words for every rule, and for nothing else', () => {
    expect(Object.keys(catalogue.rules).sort()).toEqual(rules.map((rule) => rule.code).sort());
  });

  const all: readonly (readonly [string, Words])[] = [
    ...Object.entries(catalogue.rules),
    ['an unknown rule', catalogue.unknownRule],
  ];

  test.each(all)('%s has a title, a message and a fix that fit a cell note', (_, { title, message, fix }) => {
    expect(title).toMatch(/^\S.{2,58}\S$/);
    expect(title).not.toMatch(/[.!]$/);
    expect(message).toMatch(/^\S.{9,}\.$/);
    expect(fix).toMatch(/^\S.{9,}\.$/);
    expect(`${title}${message}${fix}`.length).toBeLessThan(320);
    for (const text of [title, message, fix]) expect(text.replaceAll('{element}', 'Name')).not.toMatch(/[{}]| {2}/);
  });

  test('the column is named, and no value', () => {
    for (const { code } of rules) {
      for (const { key, header } of columns) {
        const { title, message, fix } = wordsFor({ code, column: key }, language);
        expect(`${title}${message}${fix}`).not.toContain('{element}');
        if (catalogue.rules[code].message.includes('{element}')) expect(message).toContain(header);
      }
    }
  });

  test('repairs have labels', () => {
    for (const label of Object.values(catalogue.repairs)) expect(label).toMatch(/^\S.*[^.\s]$/);
    expect(repairWords('SPACES', language)).toBe(catalogue.repairs.SPACES);
  });

  test('every element says what to enter, in whole sentences', () => {
    expect(Object.keys(catalogue.elements)).toEqual(elements.map(({ key }) => key));
    for (const help of Object.values(catalogue.elements)) expect(help).toMatch(/^\S.{9,}\.$/);
    expect(elementHelp('diagnosisCode3', language)).toBe(catalogue.elements.diagnosisCode);
  });

  test('a rule of a newer plan has words too', () => {
    expect(wordsFor({ code: 'RULE_OF_2030', column: 'memberCin' }, language).message).toContain(
      'Member Client Identification Number (CIN)',
    );
    expect(wordsFor({ code: 'constructor', column: 'memberCin' }, language).title).toBe(catalogue.unknownRule.title);
  });
});

test('Spanish is no copy of English', () => {
  for (const { key, help } of elements) {
    expect(english.elements[key]).toBe(help);
    expect(spanish.elements[key]).not.toBe(help);
  }
  for (const { code } of rules) {
    expect(spanish.rules[code].message).not.toBe(english.rules[code].message);
    expect(spanish.rules[code].fix).not.toBe(english.rules[code].fix);
  }
});
