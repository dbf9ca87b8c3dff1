import type { ReadLimits } from './limits.ts';
import { ownCopy } from './text-pool.ts';
import type { OfficePackage } from './package.ts';
import { refuse } from './refused.ts';
import { Vocabulary } from './vocabulary.ts';
import { spreadsheetString } from './xml-text.ts';

/** Reads the texts that cells refer to by number, phonetic guides left out. @throws WorkbookRefused */
export function readSharedStrings(parts: OfficePackage, name: string, limits: ReadLimits): readonly string[] {
  const strings: string[] = [];
  let characters = 0;
  let text = '';
  let isText = false;
  let isPhonetic = false;
  const vocabulary = new Vocabulary('sst');
  parts.readXml(name, {
    get wantsText() {
      return isText;
    },
    open: (tag, raw) => {
      switch (vocabulary.local(tag, raw)) {
        case 'si':
          text = '';
          break;
        case 'rPh':
          isPhonetic = true;
          break;
        case 't':
          isText = !isPhonetic;
      }
    },
    text: (piece) => {
      characters += piece.length;
      if (characters > limits.sharedCharacters) refuse('tooLarge');
      text = text === '' ? piece : text + piece;
    },
    close: (tag) => {
      switch (vocabulary.local(tag)) {
        case 't':
          isText = false;
          break;
        case 'rPh':
          isPhonetic = false;
          break;
        case 'si':
          strings.push(ownCopy(spreadsheetString(text)));
          if (strings.length > limits.sharedStrings) refuse('tooLarge');
      }
    },
  });
  return strings;
}
