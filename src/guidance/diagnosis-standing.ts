import type { CivilDate } from './civil-date.ts';
import { diagnosisDescription, dotted, fiscalYearOf, headerOn, undotted } from './diagnosis-codes.ts';
import type { DiagnosisList } from './diagnosis-list.ts';

/** What the loaded lists and the built-in tables come to for a code on a day of service. */
export type DiagnosisStanding =
  /** It can be reported, or nothing that is loaded says otherwise. */
  | 'accepted'
  /** A header by the list of the day's fiscal year, or, where that is not loaded, by the built-in table. */
  | 'header'
  /** The list of the day's fiscal year does not have it. */
  | 'unknown'
  /** The list of the day's fiscal year is not loaded, and one of another year does not have it as a reportable code. */
  | 'notInOldList';

/**
 * Where a well-formed code stands on a day of service. The list of that day's fiscal year decides alone. Without it the
 * built-in codes of social needs decide what they know, and the list of the nearest year (of two that are equally near
 * the later one, which has more codes) raises a doubt at most: codes come and go every October.
 *
 * @param lists at most one of each fiscal year
 */
export function diagnosisStanding(
  code: string,
  dateOfService: CivilDate,
  lists: readonly DiagnosisList[],
): DiagnosisStanding {
  const list = nearest(lists, dateOfService);
  if (list?.isCurrentOn(dateOfService) === true) {
    const kind = list.kindOf(code);
    return kind === 'reportable' ? 'accepted' : kind;
  }
  if (headerOn(code, dateOfService) !== null) return 'header';
  if (list === null || diagnosisDescription(code) !== null || list.kindOf(code) === 'reportable') return 'accepted';
  return 'notInOldList';
}

/** Whether any code can stand so on the day: which lists are loaded decides it, and spares looking up each code. */
export function canStand(
  standing: DiagnosisStanding,
  dateOfService: CivilDate,
  lists: readonly DiagnosisList[],
): boolean {
  if (standing === 'accepted' || standing === 'header') return true;
  const hasCurrent = lists.some((list) => list.isCurrentOn(dateOfService));
  return standing === 'unknown' ? hasCurrent : lists.length > 0 && !hasCurrent;
}

/**
 * Codes to choose from in place of one that was only a header on the day of service, dotted, in order; empty for any
 * other code. By the very list or table that decided {@link diagnosisStanding}.
 *
 * @param most how many at most: some headers have hundreds below them
 */
export function alternativesTo(
  code: string,
  dateOfService: CivilDate,
  lists: readonly DiagnosisList[],
  most: number,
): readonly string[] {
  if (diagnosisStanding(code, dateOfService, lists) === 'accepted') return [];
  const list = nearest(lists, dateOfService);
  const builtIn = list?.isCurrentOn(dateOfService) === true ? null : headerOn(code, dateOfService);
  if (builtIn !== null) return builtIn.replacements.slice(0, most);
  return list?.kindOf(code) === 'header' ? list.reportableBelow(code, most) : [];
}

/**
 * The codes that begin as a text does and can be reported, dotted, in order: from the list of the day's fiscal year, or
 * of the nearest year that is loaded. Empty without a list, and for a text that is no beginning of a code.
 *
 * @param most how many at most
 */
export function diagnosesBeginning(
  text: string,
  dateOfService: CivilDate,
  lists: readonly DiagnosisList[],
  most: number,
): readonly string[] {
  const beginning = undotted(text.trim().toUpperCase());
  const list = nearest(lists, dateOfService);
  if (list === null || !/^[A-Z]\d[\dA-Z]{1,5}$/.test(beginning)) return [];
  const own = list.kindOf(beginning) === 'reportable' ? [dotted(beginning)] : [];
  return [...own, ...list.reportableBelow(beginning, most)].slice(0, most);
}

function nearest(lists: readonly DiagnosisList[], dateOfService: CivilDate): DiagnosisList | null {
  if (lists.length === 0) return null;
  const year = fiscalYearOf(dateOfService);
  return lists.reduce((best, each) => {
    const closer = Math.abs(each.fiscalYear - year) - Math.abs(best.fiscalYear - year);
    return closer < 0 || (closer === 0 && each.fiscalYear > best.fiscalYear) ? each : best;
  });
}
