/** A text as searches compare it: without case and accents, so that `Jose` finds `José`. */
export function searchForm(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
}

/** Whether a text holds every word of a query, in any order; a blank query matches all. */
export function matchesWords(text: string, query: string): boolean {
  const target = searchForm(text);
  return searchForm(query)
    .split(/\s+/)
    .every((word) => target.includes(word));
}
