import { columnOf } from '../columns.ts';
import { comparable } from './cell.ts';
import {
  administration,
  billingProvider,
  member,
  parties,
  partyElements,
  renderingProvider,
  type Party,
  type SingleKey,
} from './parties.ts';
import type { PreparedLine } from './prepared-line.ts';
import type { GroupRule, Rule } from './rule.ts';

/**
 * The lines whose value is not that of most lines; where none prevails, all that have a value. So it does not matter
 * in which order the lines stand.
 */
function outliers<Line extends PreparedLine>(
  lines: readonly Line[],
  valueOf: (line: Line) => string | number | null,
): readonly Line[] {
  const counts = new Map<string | number, number>();
  for (const line of lines) {
    const value = valueOf(line);
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  if (counts.size < 2) return [];
  const most = Math.max(...counts.values());
  const [prevailing, ...others] = [...counts].filter(([, count]) => count === most).map(([value]) => value);
  return lines.filter((line) => {
    const value = valueOf(line);
    return value !== null && (others.length > 0 || value !== prevailing);
  });
}

function columnOutliers<Line extends PreparedLine>(lines: readonly Line[], key: SingleKey): readonly Line[] {
  const first = lines[0]?.text[key];
  // Almost always they are the same text.
  for (const line of lines) {
    if (line.text[key] === first) continue;
    const { element } = columnOf(key);
    return outliers(lines, (each) => comparable(element, each.text[key]));
  }
  return [];
}

/** The lines that do not belong, each with the first cell that says so. */
function strangers<Line extends PreparedLine>(lines: readonly Line[], party: Party): ReadonlyMap<Line, SingleKey> {
  const found = new Map<Line, SingleKey>();
  for (const key of party.identity) {
    for (const line of columnOutliers(lines, key)) if (!found.has(line)) found.set(line, key);
  }
  return found;
}

/** Whether lines are known to say the same of all parties: then nothing needs to be compared. */
function haveSameParties(lines: readonly PreparedLine[]): boolean {
  const stamp = lines[0]?.partiesStamp;
  return lines.every((line) => line.partiesStamp === stamp);
}

function onlyOne(party: Party): GroupRule['check'] {
  return (lines, _context, report) => {
    if (haveSameParties(lines)) return;
    for (const [line, key] of strangers(lines, party)) report(line, key);
  };
}

const single =
  'DHCS guidance v1.1, section 2(2): services rendered on a single day by a single provider for a single Member';

/** Rules on what the lines of one invoice share. */
export const invoiceRules = [
  {
    code: 'INVOICE_BILLING_PROVIDER',
    severity: 'error',
    scope: 'invoice',
    elements: [...billingProvider.identity, 'invoiceNumber'],
    citation: single,
    check: onlyOne(billingProvider),
  },
  {
    code: 'INVOICE_RENDERING_PROVIDER',
    severity: 'error',
    scope: 'invoice',
    elements: [...renderingProvider.identity, 'invoiceNumber'],
    citation: single,
    check: onlyOne(renderingProvider),
  },
  {
    code: 'INVOICE_MEMBER',
    severity: 'error',
    scope: 'invoice',
    elements: [...member.identity, 'invoiceNumber'],
    citation: single,
    check: onlyOne(member),
  },
  {
    code: 'INVOICE_DATE',
    severity: 'error',
    scope: 'invoice',
    elements: [...administration.identity, 'invoiceNumber'],
    citation: 'DHCS guidance v1.1, table 4: one Invoice Date of an invoice',
    check: onlyOne(administration),
  },
  {
    code: 'INVOICE_SERVICE_DAY',
    severity: 'error',
    scope: 'invoice',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'invoiceNumber'],
    citation: single,
    check(lines, { facts }, report) {
      const [first] = lines;
      if (facts.spansDays || lines.every((line) => line.startDate === first?.startDate)) return;
      const days = outliers(lines, (line) => (line.service?.spansDays === true ? null : line.startDate));
      for (const line of days) report(line, 'serviceStartDate');
    },
  },
  {
    code: 'INVOICE_NUMBER_ACCEPTED',
    severity: 'error',
    scope: 'invoice',
    ofOne: true,
    elements: ['invoiceNumber'],
    citation: 'DHCS guidance v1.1, footnote 30: one number for one invoice',
    check(lines, { acceptedBefore }, report) {
      const [first] = lines;
      if (first === undefined || !acceptedBefore.has(first.text.invoiceNumber)) return;
      for (const line of lines) report(line, 'invoiceNumber');
    },
  },
  {
    code: 'INVOICE_DETAIL_DIFFERS',
    severity: 'warning',
    scope: 'invoice',
    elements: [...partyElements, 'invoiceNumber'],
    citation: 'DHCS guidance v1.1, section 2(2), table 3: common Member and Provider information',
    check(lines, _context, report) {
      if (haveSameParties(lines)) return;
      for (const party of parties) {
        const others = strangers(lines, party);
        for (const key of party.details) {
          for (const line of columnOutliers(lines, key)) if (!others.has(line)) report(line, key);
        }
      }
    },
  },
  {
    code: 'INVOICE_MIXED_PROGRAMS',
    severity: 'warning',
    scope: 'invoice',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'invoiceNumber'],
    citation: 'Design: ECM lines beside Community Supports lines have been counted as the latter in plan reports',
    check(lines, _context, report) {
      if (!lines.some((line) => line.service?.program === 'communitySupports')) return;
      for (const line of lines) if (line.service?.program === 'ecm') report(line, 'procedureCode');
    },
  },
] as const satisfies readonly Rule[];
