import type { MemberFacts, MemberSource } from '../../encounter/member-source.ts';
import { isSex, memberFactsOf, mergedFacts } from '../../encounter/member-table.ts';
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
 * Reads an eligibility file: CSV with the headers CIN, Sex (F, M or U), City, State and ZIP. Of several rows of a member
 * the later one counts where it says something.
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
    members.set(cin, mergedFacts(members.get(cin), memberFactsOf({ sex, city, state, zip })));
  });
  return { find: (cin) => members.get(cin) ?? null };
}
