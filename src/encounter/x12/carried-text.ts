import { cleaned } from '../../guidance/clean-text.ts';
import { isCarried, transliterated } from '../../guidance/x12-characters.ts';

/** Free text as the file carries it. */
export interface CarriedText {
  /** Upper case of ASCII, without the marks of the file and without spaces at its ends. */
  readonly text: string;
  /** Whether letters were transliterated: more than case and spaces changed. */
  readonly changed: boolean;
}

/** Text that needs no change but that of case: almost all of it. */
const plain = /^[!-)+-9;-\]_a-}](?:[ -)+-9;-\]_a-}]*[!-)+-9;-\]_a-}])?$/;

/** The text as the file carries it, or null where something in it has no counterpart there. `''` for blank text. */
export function carriedText(text: string): CarriedText | null {
  if (plain.test(text)) return { text: text.toUpperCase(), changed: false };
  const letters = transliterated(text);
  if (letters === null) return null;
  return { text: letters.trim().toUpperCase(), changed: !isCarried(cleaned(text)) };
}
