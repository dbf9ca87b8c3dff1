import { elements, type ElementKey } from '../elements.ts';

/** A set of elements as bits, 23 in each half: what changed from line to line is asked a hundred times a line. */
export interface ElementSet {
  readonly low: number;
  readonly high: number;
}

const numbers = new Map<ElementKey, number>(elements.map(({ key, number }) => [key, number - 1]));

/** The set of some elements. */
export function elementSet(keys: readonly ElementKey[]): ElementSet {
  let low = 0;
  let high = 0;
  for (const key of keys) {
    const bit = numbers.get(key) ?? 0;
    if (bit < half) low |= 1 << bit;
    else high |= 1 << (bit - half);
  }
  return { low, high };
}

const half = 23;

/** Whether two sets have an element in common. */
export function meet(left: ElementSet, right: ElementSet): boolean {
  return ((left.low & right.low) | (left.high & right.high)) !== 0;
}
