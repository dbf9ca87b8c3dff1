import { elementsWhere } from '../elements.ts';
import { isWellFormed } from '../formats.ts';
import { parseCents } from '../money.ts';
import { unitRateOn } from '../services.ts';
import type { Rule } from './rule.ts';

const amounts = elementsWhere((element) => element.format === 'money');

/** 99,999,999.99: ten digits with the cents, the most that the 837 of HIPAA has for an amount. */
const mostCents = 9_999_999_999;

/** Rules on money. */
export const amountRules = [
  {
    code: 'MONEY_FORMAT',
    severity: 'error',
    scope: 'cell',
    elements: amounts,
    citation: 'DHCS guidance v1.1, footnotes 27 to 29; X12 837 SV102: dollars and cents',
    broken: (text, column) => !isWellFormed.money(text) || text.length > column.element.maximumLength,
  },
  {
    code: 'AMOUNT_TOO_LARGE',
    severity: 'error',
    scope: 'cell',
    elements: amounts,
    citation: 'X12 837 (005010X222A1, 005010X223A2), appendix B, data element 782: ten digits with the cents',
    broken: (text, column) => (parseCents(text) ?? 0) > mostCents && text.length <= column.element.maximumLength,
  },
  {
    code: 'UNIT_COST_ZERO',
    severity: 'warning',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'serviceUnitCost'],
    citation: 'DHCS guidance v1.1, footnote 27: cost values go to DHCS under capitation too (T-MSIS)',
    check({ unitCost, service }, _context, report) {
      if (unitCost === 0 && service?.actualBilledAmount !== true) report('serviceUnitCost');
    },
  },
  {
    code: 'ACTUAL_COST_ZERO',
    severity: 'error',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'serviceUnitCost'],
    citation: 'DHCS HCPCS coding guidance for ECM and Community Supports: report the actual billed amount',
    check({ unitCost, service }, _context, report) {
      if (unitCost === 0 && service?.actualBilledAmount === true) report('serviceUnitCost');
    },
  },
  {
    code: 'UNIT_COST_NOT_RATE',
    severity: 'warning',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'serviceUnitCost'],
    citation: "Design: the plan's rate for the service on its day, where the plan asks for it",
    check({ unitCost, service, startDate }, { facts }, report) {
      // Of a cost of zero UNIT_COST_ZERO speaks.
      if (!facts.expectsPlanRates || service === null || unitCost === null || unitCost === 0) return;
      const cents = unitRateOn(service, startDate)?.cents ?? null;
      if (cents !== null && unitCost !== cents) report('serviceUnitCost');
    },
  },
  {
    code: 'CHARGE_AMOUNT',
    severity: 'error',
    scope: 'line',
    elements: ['serviceUnitCount', 'serviceUnitCost', 'serviceChargeAmount'],
    citation: 'DHCS guidance v1.1, footnote 28: unit count multiplied by unit cost',
    check({ charge, computedCharge }, _context, report) {
      if (charge !== null && computedCharge !== null && charge !== computedCharge) report('serviceChargeAmount');
    },
  },
  {
    code: 'INVOICE_AMOUNT',
    severity: 'error',
    scope: 'invoice',
    ofOne: true,
    elements: ['serviceUnitCount', 'serviceUnitCost', 'serviceChargeAmount', 'invoiceAmount', 'invoiceNumber'],
    citation: 'DHCS guidance v1.1, footnote 29: sum of the Service Charge Amounts',
    check(lines, _context, report) {
      // A charge that is wrong on its line is told there: the amount may be the sum of the charges as they are or as
      // they should be. A charge that cannot be read makes the sum NaN, which equals no amount.
      let given = 0;
      let computed = 0;
      for (const { charge, computedCharge } of lines) {
        given += charge ?? NaN;
        computed += computedCharge ?? charge ?? NaN;
      }
      if (Number.isNaN(given) && Number.isNaN(computed)) return;
      for (const line of lines) {
        const amount = line.invoiceAmount;
        if (amount !== null && amount !== given && amount !== computed) report(line, 'invoiceAmount');
      }
    },
  },
] as const satisfies readonly Rule[];
