import { renderingProviderOf, serviceIdentity } from '../service-identity.ts';
import type { PreparedLine } from './prepared-line.ts';
import type { Rule } from './rule.ts';

/** Up to as many lines are compared each with each. */
const fewLines = 16;

/** Lines of one member that are the same service to DHCS: provider, day, procedure code and modifiers. */
function repeatedServices<Line extends PreparedLine>(lines: readonly Line[]): Iterable<Line> {
  const readable = lines.filter((line) => line.startDate !== null && line.serviceCodes !== null);
  if (readable.length > fewLines) {
    const groups = Map.groupBy(readable, serviceIdentity).values();
    return [...groups].flatMap((group) => (group.length > 1 ? group : []));
  }
  return readable.filter((line) => readable.some((other) => other !== line && isSameService(line, other)));
}

function isSameService(left: PreparedLine, right: PreparedLine): boolean {
  return (
    left.startDate === right.startDate &&
    left.serviceCodes === right.serviceCodes &&
    left.text.billingProviderNpi === right.text.billingProviderNpi &&
    renderingProviderOf(left.text) === renderingProviderOf(right.text)
  );
}

const resubmission = 'DHCS guidance v1.1, section 6: resubmission of invoices; footnote 30: one number for one invoice';

/** What makes a line one service, and why it counts once: for lines beside each other, and for what the plan has. */
const serviceOnce = {
  elements: [
    'billingProviderNpi',
    'renderingProviderNpi',
    'memberCin',
    'procedureCode',
    'procedureCodeModifier',
    'serviceStartDate',
  ],
  citation: 'DHCS managed care data quality FAQ: one duplicate service line denies the whole encounter',
} as const;

/**
 * Rules on lines that repeat each other, on what a file says beside what the sheet derives, and on what the plan has
 * already.
 */
export const batchRules = [
  {
    code: 'DUPLICATE_LINE',
    severity: 'error',
    scope: 'member',
    ...serviceOnce,
    check(lines, _context, report) {
      for (const line of repeatedServices(lines)) report(line, 'procedureCode');
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
  {
    code: 'SERVICE_ACCEPTED_BEFORE',
    severity: 'error',
    scope: 'comparison',
    ...serviceOnce,
  },
  {
    code: 'INVOICE_NEVER_ACCEPTED',
    severity: 'error',
    scope: 'comparison',
    elements: ['invoiceNumber'],
    citation: resubmission,
  },
  {
    code: 'INVOICE_NOT_NAMED',
    severity: 'error',
    scope: 'comparison',
    elements: ['invoiceNumber'],
    citation: resubmission,
  },
  {
    code: 'INVOICE_NAMED_WITHOUT_LINES',
    severity: 'warning',
    scope: 'comparison',
    elements: ['invoiceNumber'],
    citation: resubmission,
  },
] as const satisfies readonly Rule[];
