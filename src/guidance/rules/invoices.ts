import { cleaned, isBlank } from '../clean-text.ts';
import { columnOf, type ColumnKey } from '../columns.ts';
import type { ElementKey } from '../elements.ts';
import { isWellFormed } from '../formats.ts';
import type { PreparedLine } from './prepared-line.ts';
import type { GroupRule, Rule } from './rule.ts';

/** Elements with one cell on a row: their key is the column's. */
type SingleKey = Extract<ColumnKey, ElementKey>;

/**
 * A cell as it is compared with the same cell of other lines, or null where there is nothing to compare: blank, or
 * malformed, of which a format rule speaks. A blank homelessness indicator is an answer.
 */
function comparable(line: PreparedLine, key: SingleKey): string | null {
  const text = line.text[key];
  const { format } = columnOf(key).element;
  if (isBlank(text)) return format === 'homelessnessIndicator' ? '' : null;
  if (format === 'text') return cleaned(text).toUpperCase();
  if (!isWellFormed[format](text)) return null;
  return format === 'zip' ? text.replace('-', '') : text;
}

/**
 * The lines whose value is not that of most lines; where none prevails, all that have a value. So it does not matter
 * in which order the lines stand.
 */
function outliers(
  lines: readonly PreparedLine[],
  valueOf: (line: PreparedLine) => string | number | null,
): readonly PreparedLine[] {
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

function columnOutliers(lines: readonly PreparedLine[], key: SingleKey): readonly PreparedLine[] {
  const [first] = lines;
  // Almost always they are the same text.
  if (lines.every((line) => line.text[key] === first?.text[key])) return [];
  return outliers(lines, (line) => comparable(line, key));
}

/** Cells that must be the same on every line of an invoice. */
interface Party {
  /** Who it is: the first that differs is told. */
  readonly identity: readonly SingleKey[];
  /** What goes with it: differing is a warning, since the encounter takes it from one line. */
  readonly details: readonly SingleKey[];
}

const billingProvider: Party = {
  identity: ['billingProviderNpi', 'billingProviderTin', 'billingProviderName'],
  details: [
    'billingProviderFirstName',
    'billingProviderLastName',
    'billingProviderPhone',
    'billingProviderAddress',
    'billingProviderCity',
    'billingProviderState',
    'billingProviderZip',
  ],
};

const renderingProvider: Party = {
  identity: ['renderingProviderName', 'renderingProviderNpi'],
  details: [
    'renderingProviderTin',
    'renderingProviderFirstName',
    'renderingProviderLastName',
    'renderingProviderPhone',
    'renderingProviderAddress',
    'renderingProviderCity',
    'renderingProviderState',
    'renderingProviderZip',
  ],
};

const member: Party = {
  identity: ['memberCin', 'memberLastName', 'memberFirstName', 'memberDateOfBirth'],
  details: ['medicalRecordNumber', 'memberHomelessnessIndicator', 'memberAddress', 'memberCity', 'memberZip'],
};

const administration: Party = { identity: ['invoiceDate'], details: ['controlNumber'] };

/** The lines that do not belong, each with the first cell that says so. */
function strangers(lines: readonly PreparedLine[], party: Party): ReadonlyMap<PreparedLine, SingleKey> {
  const found = new Map<PreparedLine, SingleKey>();
  for (const key of party.identity) {
    for (const line of columnOutliers(lines, key)) if (!found.has(line)) found.set(line, key);
  }
  return found;
}

function onlyOne(party: Party): GroupRule['check'] {
  return (lines, _context, report) => {
    if (lines.length === 1) return;
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
      if (facts.spansDays || lines.length === 1) return;
      const days = outliers(lines, (line) => (line.service?.spansDays === true ? null : line.startDate));
      for (const line of days) report(line, 'serviceStartDate');
    },
  },
  {
    code: 'INVOICE_DETAIL_DIFFERS',
    severity: 'warning',
    scope: 'invoice',
    elements: [billingProvider, renderingProvider, member, administration].flatMap((party) => party.details),
    citation: 'DHCS guidance v1.1, section 2(2), table 3: common Member and Provider information',
    check(lines, _context, report) {
      if (lines.length === 1) return;
      for (const party of [billingProvider, renderingProvider, member, administration]) {
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
    elements: ['procedureCode', 'procedureCodeModifier', 'invoiceNumber'],
    citation: 'Design: ECM lines beside Community Supports lines have been counted as the latter in plan reports',
    check(lines, _context, report) {
      const care = lines.filter((line) => line.service?.program === 'ecm');
      const supports = lines.some((line) => line.service?.program === 'communitySupports');
      if (supports) for (const line of care) report(line, 'procedureCode');
    },
  },
] as const satisfies readonly Rule[];
