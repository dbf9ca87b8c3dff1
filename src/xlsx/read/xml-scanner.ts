import { refuse } from './refused.ts';
import { xmlText } from './xml-text.ts';

/** What a scanner calls. */
export interface XmlHandler {
  /** Whether the text that comes next is of interest; other text is passed over without being made. */
  readonly wantsText: boolean;
  /** A start tag. @param name as it stands there, with its prefix @param attributes what stands behind it, as it is */
  open(name: string, attributes: string): void;
  /** An end tag, or the end of an empty element. */
  close(name: string): void;
  /** Text with its references resolved; an element's text comes in several calls where CDATA or a comment parts it. */
  text(text: string): void;
  /**
   * Takes an element in one go that it knows and that stands there as a whole, as most do.
   *
   * @param at where its start tag begins
   * @returns where its end tag ends; `at` where the scanner is to go through it step by step
   */
  shortcut?(source: string, at: number): number;
}

/** Characters of a tag or a text: a cell has 32,767, of which each may be written as a reference. */
const longestToken = 1_000_000;
const deepest = 100;

/** Characters that a tag is made of. */
const codes = { greater: 62, slash: 47, exclamation: 33, question: 63, double: 34, single: 39 } as const;

/** What the scanner stands before, where a piece ended within it. */
const unfinished = -1;

/**
 * Reads XML piece by piece. It knows what a part of a workbook may hold: no document type, no entities, one encoding;
 * tags have to match. More than twice as fast as a full parser, and tested against one.
 */
export class XmlScanner {
  readonly #handler: XmlHandler;
  readonly #open: string[] = [];
  #rest = '';
  #hasRoot = false;

  constructor(handler: XmlHandler) {
    this.#handler = handler;
  }

  /** Takes the next piece. @throws WorkbookRefused */
  write(piece: string): void {
    const source = this.#rest === '' ? piece : this.#rest + piece;
    let at = 0;
    for (;;) {
      const tag = source.indexOf('<', at);
      if (tag < 0) break;
      if (tag > at) this.#text(source, at, tag);
      at = tag;
      const taken = this.#handler.shortcut?.(source, tag) ?? tag;
      if (taken > tag) {
        at = taken;
        continue;
      }
      const end = this.#tag(source, tag);
      if (end === unfinished) break;
      at = end;
    }
    if (source.length - at > longestToken) refuse('tooLarge');
    this.#rest = at === 0 ? source : source.slice(at);
  }

  /** Says that there is no more. @throws WorkbookRefused where an element is open, or there was none */
  end(): void {
    if (this.#open.length > 0 || !this.#hasRoot || this.#rest.trim() !== '') refuse('damaged');
  }

  /** @returns where the tag ends */
  #tag(source: string, tag: number): number {
    const first = source.charCodeAt(tag + 1);
    switch (first) {
      case codes.slash:
        return this.#endTag(source, tag);
      case codes.exclamation:
        return this.#declared(source, tag);
      case codes.question: {
        const end = source.indexOf('?>', tag);
        if (end < 0) return unfinished;
        if (source.startsWith('<?xml ', tag)) checkEncoding(source.slice(tag, end));
        return end + 2;
      }
      default:
        return Number.isNaN(first) ? unfinished : this.#startTag(source, tag);
    }
  }

  #startTag(source: string, tag: number): number {
    let at = tag + 1;
    let nameEnd = unfinished;
    for (;;) {
      const code = source.charCodeAt(at);
      if (code === codes.greater) break;
      if (Number.isNaN(code)) return unfinished;
      if (nameEnd < 0 && (code <= 32 || code === codes.slash)) nameEnd = at;
      else if (code === codes.double || code === codes.single) {
        at = source.indexOf(code === codes.double ? '"' : "'", at + 1);
        if (at < 0) return unfinished;
      }
      at += 1;
    }
    const isEmpty = source.charCodeAt(at - 1) === codes.slash;
    const end = isEmpty ? at - 1 : at;
    if (nameEnd < 0) nameEnd = end;
    const name = source.slice(tag + 1, nameEnd);
    if (name === '' || (this.#open.length === 0 && this.#hasRoot) || this.#open.length >= deepest) refuse('damaged');
    this.#hasRoot = true;
    this.#handler.open(name, nameEnd < end ? source.slice(nameEnd, end) : '');
    if (isEmpty) this.#handler.close(name);
    else this.#open.push(name);
    return at + 1;
  }

  #endTag(source: string, tag: number): number {
    const name = this.#open.at(-1);
    const end = source.indexOf('>', tag);
    if (end < 0) return unfinished;
    if (name === undefined || !source.startsWith(name, tag + 2)) return refuse('damaged');
    const nameEnd = tag + 2 + name.length;
    if (nameEnd !== end && source.slice(nameEnd, end).trim() !== '') refuse('damaged');
    this.#open.pop();
    this.#handler.close(name);
    return end + 1;
  }

  /** What begins with `<!`: a comment, or text that is taken as it is; everything else declares something. */
  #declared(source: string, tag: number): number {
    if (source.startsWith('<!--', tag)) {
      const end = source.indexOf('-->', tag + 4);
      return end < 0 ? unfinished : end + 3;
    }
    const literal = '<![CDATA[';
    if (source.startsWith(literal, tag)) {
      const end = source.indexOf(']]>', tag + literal.length);
      if (end < 0) return unfinished;
      if (this.#open.length === 0) refuse('damaged');
      if (this.#handler.wantsText) this.#handler.text(lineEnds(source.slice(tag + literal.length, end)));
      return end + 3;
    }
    const begun = source.slice(tag, tag + literal.length);
    return literal.startsWith(begun) || '<!--'.startsWith(begun) ? unfinished : refuse('declarations');
  }

  #text(source: string, from: number, to: number): void {
    if (this.#open.length === 0) {
      if (source.slice(from, to).trim() !== '') refuse('damaged');
    } else if (this.#handler.wantsText) this.#handler.text(xmlText(source.slice(from, to)));
  }
}

const lineEnds = (text: string) => (text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text);

/** Another encoding would hide from us what it says to other readers. */
function checkEncoding(declaration: string): void {
  const encoding = /encoding\s*=\s*["']([^"']*)["']/.exec(declaration)?.[1];
  if (encoding !== undefined && !/^(utf-?8|us-ascii)$/i.test(encoding)) refuse('damaged');
}
