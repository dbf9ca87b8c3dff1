import type { Requirement } from './requirement.ts';

/** Elements 30 to 42: which plan pays, what was given, and what it costs. */
export const serviceRequirements: readonly Requirement[] = [
  { key: 'E30.1', text: "The payer identifier is the plan's.", codes: ['REQUIRED', 'PAYER_IDENTIFIER'] },
  {
    key: 'E31.1',
    text: 'The payer name belongs to the identifier.',
    codes: ['REQUIRED', 'PAYER_NAME'],
    note: 'Both are compared with the plan of the workbook, to the letter.',
  },
  {
    key: 'E32.1',
    text: "The procedure code is one of the plan's services on the day of the service.",
    codes: ['REQUIRED', 'PROCEDURE_CODE_FORMAT', 'SERVICE_NOT_OFFERED', 'SERVICE_NOT_VALID_ON_DATE'],
  },
  {
    key: 'E32.2',
    text: 'An invoice may have several service lines.',
    noRule: 'A permission of the form of the sheet: lines that share an invoice number are one invoice.',
  },
  {
    key: 'E33.1',
    text: 'There is at least one modifier.',
    codes: ['SERVICE_MODIFIERS'],
    note: 'Asked of the service: one without a modifier of its own would need none (R6).',
  },
  {
    key: 'E33.2',
    text: 'Code and modifiers name a service, in whatever order the modifiers stand.',
    codes: ['SERVICE_MODIFIERS', 'SERVICE_AMBIGUOUS'],
  },
  { key: 'E33.3', text: 'No modifier is given twice.', codes: ['MODIFIER_REPEATED'] },
  {
    key: 'E33.4',
    text: 'There are at most four modifiers, of two characters each.',
    codes: ['MODIFIER_FORMAT'],
    note: 'A line has four cells for them. Several in one cell are malformed, with a repair where there is room.',
  },
  {
    key: 'E34.1',
    text: 'The start date is a day of the calendar as MM/DD/YYYY.',
    codes: ['REQUIRED', 'DATE_FORMAT', 'DATE_TWO_DIGIT_YEAR'],
  },
  { key: 'E34.2', text: 'It is not in the future.', codes: ['SERVICE_IN_FUTURE'] },
  { key: 'E34.3', text: 'It is not before 01/01/2022, when the program began.', codes: ['SERVICE_BEFORE_PROGRAM'] },
  { key: 'E34.4', text: "A service beyond the plan's filing limit is worth a look.", codes: ['SERVICE_FILED_LATE'] },
  { key: 'E35.1', text: 'The end date is not before the start date.', codes: ['SERVICE_END_BEFORE_START'] },
  { key: 'E35.2', text: 'It is not after the invoice date.', codes: ['INVOICE_DATE_BEFORE_SERVICE'] },
  {
    key: 'E35.3',
    text: 'It is filled in with the start date.',
    noRule: 'The default formula of the cell in the sheet, and nothing to check: another end may be right.',
  },
  {
    key: 'E35.4',
    text: 'More than one day is for services of days, months or spans; of others it is worth a look.',
    codes: ['SERVICE_SPAN', 'SERVICE_SPAN_UNUSUAL'],
    note: 'Where neither plan nor service allow a span it is an error: an invoice is for a single day (R2).',
  },
  {
    key: 'E36.1',
    text: 'The service name comes from code and modifiers, and may be blank.',
    codes: ['SERVICE_NAME'],
    allows: { serviceName: '' },
    note: 'Another name is a warning.',
  },
  {
    key: 'E37.1',
    text: 'The unit count is more than zero.',
    codes: ['REQUIRED', 'UNIT_COUNT_FORMAT', 'UNIT_COUNT_POSITIVE'],
  },
  { key: 'E37.2', text: 'It is whole, unless the plan allows fractions.', codes: ['UNIT_COUNT_WHOLE'] },
  {
    key: 'E37.3',
    text: 'It fits what a unit of the service is (SVC-6).',
    codes: ['UNITS_MORE_THAN_DAYS', 'UNITS_MORE_THAN_QUARTER_HOURS', 'UNITS_MORE_THAN_MONTHS', 'UNITS_MORE_THAN_ONE'],
  },
  {
    key: 'E38.1',
    text: 'The place of service is one of the codes of CMS.',
    codes: ['REQUIRED', 'PLACE_OF_SERVICE_UNKNOWN'],
  },
  {
    key: 'E39.1',
    text: 'There is at least one diagnosis.',
    codes: ['REQUIRED', 'DIAGNOSIS_FIRST_BLANK'],
    note: 'In the first cell: the encounter needs a principal one.',
  },
  {
    key: 'E39.2',
    text: 'There are at most ten.',
    codes: ['DIAGNOSES_TOO_MANY'],
    note: 'A line has ten cells; an invoice has ten different ones at most.',
  },
  { key: 'E39.3', text: 'None is given twice.', codes: ['DIAGNOSIS_REPEATED'] },
  {
    key: 'E39.4',
    text: 'Each has a cell of its own, so that nobody types a mark between them.',
    codes: ['DIAGNOSIS_FORMAT'],
    note: 'Several in one cell are malformed, with a repair where there is room.',
  },
  {
    key: 'E39.5',
    text: 'Each can be reported on the day of the service; for a header the longer codes are offered.',
    codes: ['DIAGNOSIS_FORMAT', 'DIAGNOSIS_HEADER', 'DIAGNOSIS_UNKNOWN', 'DIAGNOSIS_NOT_IN_OLD_LIST'],
    note: 'A list of ICD-10-CM of another fiscal year never returns an invoice.',
  },
  {
    key: 'E40.1',
    text: 'The unit cost is an amount, zero or more.',
    codes: ['REQUIRED', 'MONEY_FORMAT', 'AMOUNT_TOO_LARGE'],
  },
  {
    key: 'E40.2',
    text: 'Zero is allowed, since plans that pay by the month want it, and worth a look.',
    codes: ['UNIT_COST_ZERO'],
    allows: { serviceUnitCost: '0.00', serviceChargeAmount: '0.00', invoiceAmount: '0.00' },
  },
  {
    key: 'E40.3',
    text: 'It is more than zero for services that are billed at their actual cost.',
    codes: ['ACTUAL_COST_ZERO'],
  },
  {
    key: 'E41.1',
    text: 'The charge is unit count times unit cost, rounded to the cent; the cell is locked.',
    codes: ['REQUIRED', 'MONEY_FORMAT', 'CHARGE_AMOUNT'],
  },
  {
    key: 'E42.1',
    text: 'The invoice amount is the sum of the charges to the cent, in whole cents.',
    codes: ['REQUIRED', 'MONEY_FORMAT', 'INVOICE_AMOUNT'],
  },
  {
    key: 'E42.2',
    text: 'It is the same on every line of the invoice.',
    codes: ['INVOICE_AMOUNT'],
    note: 'Each line is compared with the sum.',
  },
];
