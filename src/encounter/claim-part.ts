import type { Claim, ServiceLine } from './claim.ts';
import { mostLines } from './guide.ts';

/** One claim of an invoice: all of its lines, or a part of them. */
export interface ClaimPart {
  /** CLM01. */
  readonly claimNumber: string;
  readonly lines: readonly ServiceLine[];
  /** 2300 REF*G1, where all lines have the same, which then do not repeat it; `''` for none. */
  readonly authorization: string;
  /** REF*F8; `''` for none. */
  readonly originalReference: string;
}

/** How the lines of an invoice are parted, and what each part has. */
export type LineGroup = Pick<ClaimPart, 'lines' | 'authorization'>;

/**
 * Parts the lines where a claim can hold no more of them. An 837I has one authorization for a claim and none on its
 * lines, so there another claim begins where another authorization does.
 */
export function partLines({ lines, institutional }: Pick<Claim, 'lines' | 'institutional'>): readonly LineGroup[] {
  const most = mostLines[institutional === null ? 'professional' : 'institutional'];
  if (lines.length <= most && lines.every((line) => line.service.authorization === lines[0]?.service.authorization)) {
    return [{ lines, authorization: lines[0]?.service.authorization ?? '' }];
  }
  const groups: ServiceLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    const isOther = institutional !== null && group?.[0]?.service.authorization !== line.service.authorization;
    if (group === undefined || group.length === most || isOther) groups.push([line]);
    else group.push(line);
  }
  return groups.map((group) => {
    const authorization = group[0]?.service.authorization ?? '';
    const isShared = group.every(({ service }) => service.authorization === authorization);
    return { lines: group, authorization: isShared ? authorization : '' };
  });
}
