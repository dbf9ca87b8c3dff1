import { refuse } from './refused.ts';
import { attributesOf } from './xml-text.ts';

/** Namespaces of SpreadsheetML and of what packages hold, ECMA-376 transitional and strict. */
const known = new Set([
  'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  'http://purl.oclc.org/ooxml/spreadsheetml/main',
  'http://schemas.openxmlformats.org/package/2006/relationships',
  'http://schemas.openxmlformats.org/package/2006/content-types',
]);

/**
 * Tells the elements of a part's own vocabulary from those of extensions, whatever prefix the part has chosen. The root
 * element declares it, as all writers do.
 */
export class Vocabulary {
  readonly #root: string;
  #prefix: string | null = null;

  /** @param root local name that the root element has to have */
  constructor(root: string) {
    this.#root = root;
  }

  /** Whether its elements have no prefix. */
  get isPlain(): boolean {
    return this.#prefix === '';
  }

  /** The local name of an element of the vocabulary; `''` for any other. @throws WorkbookRefused for another root */
  local(name: string, attributes = ''): string {
    const prefix = this.#prefix ?? this.#declare(name, attributes);
    if (prefix === '') return name;
    return name.startsWith(prefix) ? name.slice(prefix.length) : '';
  }

  #declare(name: string, attributes: string): string {
    const colon = name.indexOf(':');
    const prefix = colon < 0 ? '' : name.slice(0, colon);
    const namespace = attributesOf(attributes).get(prefix === '' ? 'xmlns' : `xmlns:${prefix}`);
    if (namespace === undefined || !known.has(namespace) || name.slice(colon + 1) !== this.#root) refuse('damaged');
    this.#prefix = prefix === '' ? '' : `${prefix}:`;
    return this.#prefix;
  }
}
