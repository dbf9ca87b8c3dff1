import type { Language } from '../../guidance/messages/words.ts';

/** The statement that has to go with records of a Part 2 program, in the regulation's words (42 CFR 2.32(a)(2)). */
const statement = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

/** The statement, and what it says in the reader's language. */
export function redisclosureNotice(language: Language): string {
  return language === 'es'
    ? `${statement} (La parte 2 del título 42 del CFR prohíbe el uso o la divulgación no autorizados de estos registros.)`
    : statement;
}
