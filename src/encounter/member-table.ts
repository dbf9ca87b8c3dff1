import { isState } from '../guidance/states.ts';
import type { MemberFacts } from './member-source.ts';
import { carriedText } from './x12/carried-text.ts';

/** What a row of an eligibility file says of a member beside the CIN, as it stands there. */
export interface MemberCells {
  readonly sex: string;
  readonly city: string;
  readonly state: string;
  readonly zip: string;
}

/** Whether a text is a sex as DMG03 has it. */
export function isSex(text: string): text is 'F' | 'M' | 'U' {
  return text === 'F' || text === 'M' || text === 'U';
}

/** What a row says that an 837 can carry. The address is null unless all of it can stand in the file. */
export function memberFactsOf({ sex, city, state, zip }: MemberCells): MemberFacts {
  const carried = carriedText(city)?.text ?? '';
  const digits = zip.replace('-', '');
  const whole = carried.length >= 2 && carried.length <= 30 && isState(state) && /^\d{5}(\d{4})?$/.test(digits);
  return { sex: isSex(sex) ? sex : null, address: whole ? { city: carried, state, zip: digits } : null };
}

/** What several rows say of one member: the later one, where it says something. */
export function mergedFacts(earlier: MemberFacts | undefined, later: MemberFacts): MemberFacts {
  if (earlier === undefined) return later;
  return { sex: later.sex ?? earlier.sex, address: later.address ?? earlier.address };
}
