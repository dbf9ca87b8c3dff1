import { isState } from '../../guidance/states.ts';
import { carriedText } from '../../encounter/x12/carried-text.ts';
import type { MemberFacts, MemberSource } from '../../encounter/member-source.ts';
import { readTable } from '../../xlsx/delimited-table.ts';

/** Headers of an eligibility file, in any order; others are passed over. */
const headers = ['CIN', 'Sex', 'City', 'State', 'ZIP'] as const;

/** An eligibility file that cannot be read. The message names its line, and nothing of a member. */
export class MembersUnreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'MembersUnreadable';
  }
}

/**
 * Reads an eligibility file: CSV with the headers CIN, Sex (F, M or U), City, State and ZIP.
 *
 * @throws MembersUnreadable
 */
export function readMembers(text: string): MemberSource {
  const [head = [], ...rows] = readTable(text) ?? [];
  const places = headers.map((header) => head.findIndex((each) => each.trim().toUpperCase() === header.toUpperCase()));
  if ((places[0] ?? -1) < 0) throw new MembersUnreadable(`The first line has no header ${headers[0]}.`);
  const members = new Map<string, MemberFacts>();
  rows.forEach((row, index) => {
    const [cin = '', sex = '', city = '', state = '', zip = ''] = places.map((place) => (row[place] ?? '').trim());
    if (row.every((cell) => cell.trim() === '')) return;
    const refuse = (why: string) => new MembersUnreadable(`Line ${String(index + 2)} ${why}.`);
    if (!/^\d{8}[A-Z]$/.test(cin)) throw refuse('has no CIN of eight digits and a letter');
    if (sex !== '' && !isSex(sex)) throw refuse('has another sex than F, M or U');
    members.set(cin, { sex: isSex(sex) ? sex : null, address: addressOf(city, state, zip) });
  });
  return { find: (cin) => members.get(cin) ?? null };
}

function isSex(text: string): text is 'F' | 'M' | 'U' {
  return text === 'F' || text === 'M' || text === 'U';
}

/** Null unless all of it can stand in the file. */
function addressOf(city: string, state: string, zip: string): MemberFacts['address'] {
  const carried = carriedText(city)?.text ?? '';
  const digits = zip.replace('-', '');
  const whole = carried.length >= 2 && carried.length <= 30 && isState(state) && /^\d{5}(\d{4})?$/.test(digits);
  return whole ? { city: carried, state, zip: digits } : null;
}
