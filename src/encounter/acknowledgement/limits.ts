/**
 * Most segments of one claim in an answer. A claim of an 837I has up to 999 lines, and a line of an answer a dozen
 * segments or two: what is longer is no claim, and is not kept.
 */
export const mostSegmentsOfClaim = 30_000;
