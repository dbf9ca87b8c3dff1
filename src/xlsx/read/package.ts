import { fileKind } from './file-kind.ts';
import type { ReadLimits } from './limits.ts';
import { readPart } from './read-part.ts';
import { refuse } from './refused.ts';
import { Utf8Pieces } from './utf8-pieces.ts';
import { Vocabulary } from './vocabulary.ts';
import { XmlScanner, type XmlHandler } from './xml-scanner.ts';
import { attributesOf } from './xml-text.ts';
import { zipDirectory, type ZipEntry } from './zip-directory.ts';

/** A relationship of a part to another (ECMA-376 part 2, 6.5). */
export interface Relationship {
  readonly id: string;
  /** Last word of the type's address, the same in transitional and strict files: `worksheet`. */
  readonly type: string;
  /** Name of the part, or an address outside where `isExternal`. */
  readonly target: string;
  readonly isExternal: boolean;
}

/** The parts of a package of Office (ECMA-376 part 2), read with counted inflation. */
export class OfficePackage {
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, ZipEntry>;
  readonly #isStopped: () => boolean;
  readonly #read = new Set<string>();

  /** @throws WorkbookRefused */
  constructor(bytes: Uint8Array, limits: ReadLimits, isStopped: () => boolean) {
    if (bytes.length > limits.fileBytes) refuse('tooLarge');
    const kind = fileKind(bytes);
    if (kind !== 'zip') refuse(kind === 'other' ? 'notAWorkbook' : kind);
    this.#bytes = bytes;
    this.#isStopped = isStopped;
    this.#entries = zipDirectory(bytes, limits);
  }

  /** Names of the parts, in lower case. */
  get names(): Iterable<string> {
    return this.#entries.keys();
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /**
   * Reads a part of XML.
   *
   * @param isDone asked after each piece; true ends the reading
   * @throws WorkbookRefused where there is no such part, too
   */
  readXml(name: string, handler: XmlHandler, isDone: () => boolean = () => false): void {
    const scanner = new XmlScanner(handler);
    const text = new Utf8Pieces();
    this.#pieces(name, (piece) => {
      scanner.write(text.decode(piece));
      return !isDone();
    });
    if (isDone()) return;
    text.end();
    scanner.end();
  }

  /** The relationships of a part, `''` for those of the package. A part need not have any. @throws WorkbookRefused */
  relationships(part: string): readonly Relationship[] {
    const folder = part.slice(0, part.lastIndexOf('/') + 1);
    const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
    if (!this.has(name)) return [];
    const found: Relationship[] = [];
    const vocabulary = new Vocabulary('Relationships');
    this.readXml(name, {
      wantsText: false,
      open: (tag, raw) => {
        if (vocabulary.local(tag, raw) !== 'Relationship') return;
        const attributes = attributesOf(raw);
        const target = attributes.get('Target') ?? '';
        if (found.length >= mostRelationships) refuse('tooLarge');
        const isExternal = attributes.get('TargetMode') === 'External';
        found.push({
          id: attributes.get('Id') ?? '',
          type: (attributes.get('Type') ?? '').replace(/^.*\//, ''),
          target: isExternal ? target : resolved(folder, target),
          isExternal,
        });
      },
      close: () => undefined,
      text: () => undefined,
    });
    return found;
  }

  /**
   * Looks through the parts of XML that nobody has read, for declarations alone: whoever opens the file next may not be
   * as careful.
   *
   * @throws WorkbookRefused
   */
  refuseDeclarations(): void {
    for (const [name] of this.#entries) {
      if (this.#read.has(name) || !/\.(xml|rels|vml)$/.test(name)) continue;
      const decoder = new TextDecoder('latin1');
      let end = '';
      this.#pieces(name, (piece) => {
        const text = end + decoder.decode(piece);
        if (/<!(?:DOCTYPE|ENTITY)/.test(text)) refuse('declarations');
        end = text.slice(-9);
        return true;
      });
    }
  }

  #pieces(name: string, take: (piece: Uint8Array) => boolean): void {
    const entry = this.#entries.get(name.toLowerCase());
    if (entry === undefined) return refuse('damaged');
    this.#read.add(name.toLowerCase());
    readPart(this.#bytes, entry, (piece) => {
      if (this.#isStopped()) refuse('stopped');
      return take(piece);
    });
  }
}

/** Relationships of one part: Excel writes one for each link on a sheet, of which it keeps 65,530. */
const mostRelationships = 70_000;

/** The part that a relative target names. @throws WorkbookRefused where it climbs out of the package */
function resolved(folder: string, target: string): string {
  const path = target.startsWith('/') ? target : `${folder}${target}`;
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) refuse('unsafeNames');
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return decodedName(parts.join('/'));
}

function decodedName(name: string): string {
  if (!name.includes('%')) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
