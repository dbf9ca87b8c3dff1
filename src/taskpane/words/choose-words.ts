import { english, type Words } from './english.ts';
import { spanish } from './spanish.ts';

/** Every language of the pane: a further one is a file and a line here. */
const catalogues: Readonly<Record<string, Words>> = { en: english, es: spanish };

/** The catalogue for Office's display language, by its first part; English for a language that the pane lacks. */
export function wordsFor(displayLanguage: string): Words {
  const [language = ''] = displayLanguage.toLowerCase().split('-');
  return catalogues[language] ?? english;
}
