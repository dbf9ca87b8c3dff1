import type { Segment } from './segment-reader.ts';

/** What elements are read from. */
type Elements = Pick<Segment, 'elements' | 'delimiters'>;

/** An element by its place in the guides, 1 for `CLM01`: without spaces at its ends, `''` where it is left out. */
export function elementOf({ elements }: Pick<Segment, 'elements'>, place: number): string {
  return (elements[place - 1] ?? '').trim();
}

/** The components of an element, each as {@link elementOf} gives elements; none where it is left out. */
export function componentsOf(segment: Elements, place: number): readonly string[] {
  const text = elementOf(segment, place);
  return text === '' ? [] : text.split(segment.delimiters.component).map((component) => component.trim());
}
