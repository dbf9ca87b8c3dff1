import { cleaned, isBlank } from '../clean-text.ts';
import type { PreparedLine } from './prepared-line.ts';
import type { Rule } from './rule.ts';

/** What makes two lines the same service to DHCS; null where the line is not readable enough to say. */
function serviceKey(line: PreparedLine): string | null {
  const { text, startDate, match } = line;
  if (startDate === null || match === null || isBlank(text.memberCin)) return null;
  const rendering = isBlank(text.renderingProviderNpi) ? text.renderingProviderName : text.renderingProviderNpi;
  const modifiers = line.modifiers.map((modifier) => modifier.code).sort();
  return [
    text.billingProviderNpi,
    cleaned(rendering).toUpperCase(),
    text.memberCin,
    String(startDate),
    text.procedureCode,
    ...modifiers,
  ].join('|');
}

/** Rules on all lines together, and on what a file says beside what the sheet derives. */
export const batchRules = [
  {
    code: 'DUPLICATE_LINE',
    severity: 'error',
    scope: 'batch',
    elements: [
      'billingProviderNpi',
      'renderingProviderNpi',
      'renderingProviderName',
      'memberCin',
      'procedureCode',
      'procedureCodeModifier',
      'serviceStartDate',
    ],
    citation: 'DHCS managed care data quality FAQ: one duplicate service line denies the whole encounter',
    check(lines, _context, report) {
      const seen = new Map<string, PreparedLine>();
      const reported = new Set<PreparedLine>();
      for (const line of lines) {
        const key = serviceKey(line);
        if (key === null) continue;
        const other = seen.get(key);
        if (other === undefined) {
          seen.set(key, line);
          continue;
        }
        if (!reported.has(other)) report(other, 'procedureCode');
        reported.add(other);
        report(line, 'procedureCode');
      }
    },
  },
  {
    code: 'DERIVED_DIFFERENCE',
    severity: 'warning',
    scope: 'comparison',
    elements: [
      'billingProviderNpi',
      'billingProviderTin',
      'billingProviderName',
      'payerIdentifier',
      'payerName',
      'serviceName',
      'serviceChargeAmount',
      'invoiceAmount',
    ],
    citation: 'DHCS guidance v1.1, section 3: data fields that fill themselves from earlier entries',
  },
] as const satisfies readonly Rule[];
