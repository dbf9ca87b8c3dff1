import type { Requirement } from './requirement.ts';

/** Points that the guidance leaves open, as they are read here. */
export const readingRequirements: readonly Requirement[] = [
  {
    key: 'R1',
    text: 'One invoice is one billing provider, one rendering provider, one member and one start date; ECM beside Community Supports is allowed and worth a look.',
    codes: [
      'INVOICE_BILLING_PROVIDER',
      'INVOICE_RENDERING_PROVIDER',
      'INVOICE_MEMBER',
      'INVOICE_SERVICE_DAY',
      'INVOICE_MIXED_PROGRAMS',
    ],
  },
  {
    key: 'R2',
    text: 'A line is for a single day, unless its service or the plan allow a span, which is keyed on its start date.',
    codes: ['SERVICE_SPAN', 'SERVICE_SPAN_UNUSUAL', 'INVOICE_SERVICE_DAY'],
  },
  {
    key: 'R3',
    text: 'Place of service and dates are given for each line, with one start date for an invoice.',
    codes: ['INVOICE_SERVICE_DAY'],
    note: 'Lines of an invoice may have different places.',
  },
  {
    key: 'R4',
    text: 'Blank homelessness is an answer; HOMELESS as the address is a permission; city and ZIP code may be blank with the indicator alone.',
    codes: ['HOMELESSNESS_INDICATOR', 'HOMELESS_ADDRESS_BLANK', 'HOMELESS_ADDRESS_WITHOUT_INDICATOR', 'REQUIRED'],
    allows: { memberHomelessnessIndicator: '1', memberCity: '', memberZip: '' },
  },
  {
    key: 'R5',
    text: "The member's state and sex, taxonomy, revenue code and referring provider are never asked for.",
    noRule: 'They are no elements of the guidance, so that nothing reads them; the encounter takes them from the plan.',
  },
  {
    key: 'R6',
    text: 'A modifier is needed where the service has one.',
    codes: ['SERVICE_MODIFIERS'],
    note: 'Element 33 is required, but REQUIRED leaves it to the services.',
  },
  { key: 'R7', text: 'Ten digits are the ceiling of a phone number.', codes: ['PHONE_FORMAT', 'PHONE_LENGTH'] },
  {
    key: 'R8',
    text: 'The control number is free in form, and looked for only where plan and provider agreed on it.',
    codes: ['CONTROL_NUMBER_BLANK'],
    allows: { controlNumber: 'A/17 b' },
  },
  {
    key: 'R9',
    text: 'A missing authorization number never returns an invoice; a plan may warn of it.',
    codes: ['AUTHORIZATION_BLANK'],
    allows: { authorizationNumber: '' },
  },
  {
    key: 'R10',
    text: 'A cost of zero is legal under capitation, and worth a look.',
    codes: ['UNIT_COST_ZERO'],
    allows: { serviceUnitCost: '0', serviceChargeAmount: '0', invoiceAmount: '0' },
  },
  {
    key: 'R11',
    text: 'Half a cent is rounded up on each line, and then the lines are added.',
    codes: ['CHARGE_AMOUNT', 'INVOICE_AMOUNT'],
  },
  {
    key: 'R12',
    text: 'An invoice that is sent again keeps its number, and is marked as a replacement.',
    noRule: 'The mark stands in the submission (Setup says what the workbook sends), not in a column of the guidance.',
  },
  {
    key: 'R13',
    text: 'The rendering TIN may be blank or filled.',
    codes: ['TIN_FORMAT'],
    allows: { renderingProviderTin: '' },
  },
  {
    key: 'R14',
    text: 'Diagnoses are one element in ten cells, numbered 1 to 10.',
    noRule: "The form of the sheet and of CSV: `columns` gives the guidance's words and the number.",
  },
];
