/** How the form of an element differs from the one that the reading of the guidance proposed. */
export interface FormDifference {
  /** Numbers of the elements. */
  readonly elements: readonly number[];
  /** The proposed form: a regular expression, or the most characters. */
  readonly proposed: string;
  /** What is taken here. */
  readonly ours: string;
  readonly reason: string;
}

/**
 * Proposed forms of the elements that have one: regular expressions of a cell's text. A test tries them against
 * `formats.ts`; what is not in {@link formDifferences} is the same.
 */
export const proposedForms: Readonly<Record<number, string>> = {
  1: '^[12][0-9]{9}$',
  2: '^[0-9]{9}$',
  6: '^[0-9]{1,10}$',
  9: '^[A-Z]{2}$',
  10: '^[0-9]{5}(-?[0-9]{4})?$',
  11: '^[12][0-9]{9}$',
  12: '^[0-9]{9}$',
  16: '^[0-9]{1,10}$',
  19: '^[A-Z]{2}$',
  20: '^[0-9]{5}(-?[0-9]{4})?$',
  21: '^[0-9]{8}[A-Z]$',
  25: '^1?$',
  28: '^[0-9]{5}(-?[0-9]{4})?$',
  29: '^(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])/[0-9]{4}$',
  32: '^[A-V][0-9]{4}$',
  33: '^[A-Z0-9]{2}$',
  34: '^(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])/[0-9]{4}$',
  35: '^(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])/[0-9]{4}$',
  37: '^[1-9][0-9]{0,4}$',
  38: '^[0-9]{2}$',
  39: '^[A-Z][0-9][0-9A-Z](\\.?[0-9A-Z]{1,4})?$',
  40: '^[0-9]{1,8}(\\.[0-9]{1,2})?$',
  41: '^[0-9]{1,8}(\\.[0-9]{1,2})?$',
  42: '^[0-9]{1,8}(\\.[0-9]{1,2})?$',
  43: '^(0[1-9]|1[0-2])/(0[1-9]|[12][0-9]|3[01])/[0-9]{4}$',
  44: '^[0-9]{10}$',
};

/** Proposed most characters of the elements, 1 to 46. */
export const proposedLengths: readonly number[] = [
  10, 9, 60, 35, 60, 10, 55, 30, 2, 10, 10, 9, 60, 35, 60, 10, 55, 30, 2, 10, 9, 50, 35, 60, 1, 55, 30, 10, 10, 80, 60,
  5, 2, 10, 10, 80, 8, 2, 8, 12, 12, 14, 10, 10, 20, 50,
];

/** Every difference, with its reason. */
export const formDifferences: readonly FormDifference[] = [
  {
    elements: [9, 19],
    proposed: 'two capital letters',
    ours: 'one of the 59 abbreviations of the US Postal Service',
    reason: 'Other letters are no state, and the encounter would come back.',
  },
  {
    elements: [29, 34, 35, 43],
    proposed: 'month 01 to 12, day 01 to 31',
    ours: 'a day that the calendar has',
    reason: '02/30/2026 has the form of a date and is none.',
  },
  {
    elements: [36],
    proposed: 'at most 80 characters',
    ours: 'at most 120 characters',
    reason: "DHCS' own names are longer than 80, and the name is not sent on.",
  },
  {
    elements: [37],
    proposed: 'a whole number from 1 to 99999',
    ours: 'a number of at most eight characters and three decimals',
    reason:
      'Plans may allow fractions. What is zero or no whole number has words of its own (UNIT_COUNT_POSITIVE, UNIT_COUNT_WHOLE); how many are too many depends on the unit.',
  },
  {
    elements: [38],
    proposed: 'two digits',
    ours: 'one of the 52 codes of CMS',
    reason: 'Other digits are no place, and the encounter would come back.',
  },
  {
    elements: [40, 41, 42],
    proposed: 'at most eight digits before the point',
    ours: 'at most eleven digits before the point, and not more than 99,999,999.99',
    reason: 'The limit is the same; a larger amount is told as too large (AMOUNT_TOO_LARGE), not as no amount.',
  },
];
