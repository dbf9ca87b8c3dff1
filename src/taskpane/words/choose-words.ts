import { english, type Words } from './english.ts';

/**
 * Every language of the pane beside English: a further one is a file and a line here. A biller reads one of them, so
 * that the others are not loaded.
 */
const catalogues: Readonly<Record<string, () => Promise<Words>>> = {
  es: async () => (await import('./spanish.ts')).spanish,
};

/**
 * The catalogue for Office's display language, by its first part; English for a language that the pane lacks, and
 * where the catalogue cannot be loaded: words in another language are better than none.
 */
export async function wordsFor(displayLanguage: string): Promise<Words> {
  const [language = ''] = displayLanguage.toLowerCase().split('-');
  try {
    return (await catalogues[language]?.()) ?? english;
  } catch {
    return english;
  }
}
