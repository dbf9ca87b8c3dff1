/** What a receiver of encounters sends back, made from the segments of its transaction sets. */

const isa =
  'ISA*00*          *00*          *ZZ*DHCS           *ZZ*PLAN           *261124*1200*^*00501*000000007*0*T*:~';

/** One transaction set: its type, its guide and what stands between ST and SE. */
export interface TransactionSet {
  readonly type: '999' | '277' | '835' | '837';
  readonly segments: readonly string[];
}

const guides = {
  '999': ['FA', '005010X231A1'],
  '277': ['HN', '005010X214'],
  '835': ['HP', '005010X221A1'],
  '837': ['HC', '005010X222A1'],
} as const;

/** A file of transaction sets, all of one type; before them what stands outside of them (TA1). */
export function acknowledgementFile(sets: readonly TransactionSet[], before: readonly string[] = []): string {
  const [first] = sets;
  if (first === undefined) return `${isa}${before.map((each) => `${each}~`).join('')}IEA*0*000000007~`;
  const [functional, guide] = guides[first.type];
  const text = sets
    .map(({ type, segments }, place) => {
      const number = String(place + 1).padStart(4, '0');
      const body = segments.map((segment) => `${segment}~`).join('');
      return `ST*${type}*${number}*${guide}~${body}SE*${String(segments.length + 2)}*${number}~`;
    })
    .join('');
  const outside = before.map((segment) => `${segment}~`).join('');
  return `${isa}${outside}GS*${functional}*DHCS*PLAN*20261124*1200*9*X*${guide}~${text}GE*${String(sets.length)}*9~IEA*1*000000007~`;
}

/** A 999 of its segments. */
export function implementationFile(...segments: readonly string[]): string {
  return acknowledgementFile([{ type: '999', segments }]);
}

/** A 277CA of its segments. */
export function statusFile(...segments: readonly string[]): string {
  return acknowledgementFile([{ type: '277', segments }]);
}

/** An 835 of its segments. */
export function paymentFile(...segments: readonly string[]): string {
  return acknowledgementFile([{ type: '835', segments }]);
}
