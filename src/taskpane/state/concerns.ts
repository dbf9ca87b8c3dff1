/**
 * Invoice numbers as they are typed, with a space between them. A space at the end is kept as an empty last part while
 * somebody types, or the next number could not be begun; {@link concernsOf} drops it.
 */
export function concernsFrom(text: string): readonly string[] {
  return text === '' ? [] : text.split(/[\s,;]+/);
}

/** The numbers as text, the inverse of {@link concernsFrom}. */
export function concernsText(concerns: readonly string[]): string {
  return concerns.join(' ');
}

/** The numbers without blank parts and repetitions. */
export function concernsOf(concerns: readonly string[]): readonly string[] {
  return [...new Set(concerns.filter((number) => number !== ''))];
}
