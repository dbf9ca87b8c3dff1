import { addDays, civilDate, parseCivilDate, type CivilDate } from '../../guidance/civil-date.ts';
import type { LineText } from '../../guidance/columns.ts';
import type { PlanProfile } from '../../plan/profile.ts';

/** A day of service beyond it is a slip of the keys, and there is no calendar to count on. */
const farthest = civilDate(9_980, 1, 1) ?? 0;

/**
 * The last day on which a returned invoice is in time: the plan's filing limit, counted from the last day of its
 * earliest service, as the rule on the filing limit counts. Null where the plan has no limit or no day can be read.
 */
export function respondBy(
  lines: readonly LineText[],
  { filingLimitDays }: Pick<PlanProfile, 'filingLimitDays'>,
): CivilDate | null {
  if (filingLimitDays === undefined) return null;
  const days = lines.flatMap(({ serviceStartDate, serviceEndDate }) => {
    const last = parseCivilDate(serviceEndDate) ?? parseCivilDate(serviceStartDate);
    return last === null || last > farthest ? [] : [last];
  });
  const [first, ...others] = days;
  if (first === undefined) return null;
  const earliest = others.reduce((least, day) => (day < least ? day : least), first);
  return addDays(earliest, filingLimitDays);
}
