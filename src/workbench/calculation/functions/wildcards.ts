/** `*` any text, `?` any one character, `~` takes the next of them as it is. */
export function hasWildcards(text: string): boolean {
  return /[*?~]/.test(text);
}

const patterns = new Map<string, RegExp>();

/** The regular expression of a text with wildcards, whatever the case; for the whole text or a part of it. */
export function wildcardPattern(text: string, extent: 'whole' | 'within'): RegExp {
  const key = `${extent}:${text}`;
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    const source = text.replace(/~[*?~]|[*?]|[\\^$.|+()[\]{}]/g, (piece) => {
      if (piece === '*') return extent === 'whole' ? '[^]*' : '[^]*?';
      if (piece === '?') return '[^]';
      return '\\' + piece.slice(-1);
    });
    pattern = new RegExp(extent === 'whole' ? `^${source}$` : source, 'i');
    if (patterns.size > 1000) patterns.clear();
    patterns.set(key, pattern);
  }
  return pattern;
}
