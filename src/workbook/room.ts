import { mostRows } from './geometry.ts';

/**
 * Prepared rows of a sheet that is to hold `needed` lines or members: the present ones where they are enough,
 * otherwise twice as many or what is needed, in hundreds. Null where the largest sheet is too small.
 */
export function rowsWithRoom(present: number, needed: number): number | null {
  if (needed <= present) return present;
  if (needed > mostRows) return null;
  return Math.min(mostRows, Math.max(Math.ceil(needed / 100) * 100, present * 2));
}
