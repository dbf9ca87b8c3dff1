import { columns } from '../../guidance/columns.ts';
import { sureWords, unsureWords } from './header-words.ts';
import type { ImportTarget } from './import-target.ts';
import { normalizedHeader } from './normalized-header.ts';

/** What a header says of its column. */
export interface RecognizedHeader {
  readonly target: ImportTarget;
  /** The guidance's own words; a word that means the same; or one that the cells have to prove. */
  readonly by: 'exact' | 'synonym' | 'unsure';
}

const recognized = new Map<string, RecognizedHeader>([
  ...unsureWords.map(([target, word]) => [normalizedHeader(word), { target, by: 'unsure' }] as const),
  ...sureWords.map(([target, word]) => [normalizedHeader(word), { target, by: 'synonym' }] as const),
  ...columns.map(({ key, header }) => [normalizedHeader(header), { target: key, by: 'exact' }] as const),
]);

/** What a header says, or null where it is none that we know. */
export function recognizedHeader(header: string): RecognizedHeader | null {
  return recognized.get(normalizedHeader(header)) ?? null;
}

/** How headers are recognised: all that we know, or the guidance's own words alone. */
export type HeaderKnowledge = 'all' | 'exact';

/** How many of a row's cells are headers that we know. */
export function recognizedCount(cells: readonly string[], knowledge: HeaderKnowledge): number {
  return cells.filter((cell) => {
    const header = recognizedHeader(cell);
    return header !== null && (knowledge === 'all' || header.by === 'exact');
  }).length;
}
