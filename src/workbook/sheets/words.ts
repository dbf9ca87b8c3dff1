import type { DataElement } from '../../guidance/elements.ts';
import type { Validation } from '../layout.ts';

/** Excel's limits for the words of a data validation, in characters. */
export const validationLimits = { title: 32, prompt: 255, error: 224 } as const;

/** Text cut at a word so that it fits, with an ellipsis where something was cut. */
export function shortened(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit - 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > limit / 2 ? space : limit - 1)}…`;
}

/** The second header row: number and requiredness, as the guidance's tables print it. */
export function requirementOf(element: DataElement): string {
  return `${String(element.number)} · ${element.required ? 'required' : 'optional'}`;
}

/** A validation of an element's cells with the guidance's help as its prompt. */
export function elementValidation(
  element: DataElement,
  header: string,
  rule: Validation['rule'],
  strength: Validation['strength'],
): Validation {
  return {
    rule,
    strength,
    prompt: {
      title: shortened(header, validationLimits.title),
      message: shortened(element.help, validationLimits.prompt),
    },
    error: {
      title: 'Please check this entry',
      message: shortened(
        rule.kind === 'list' && strength === 'stop' ? `Choose an entry of the list. ${element.help}` : element.help,
        validationLimits.error,
      ),
    },
  };
}
