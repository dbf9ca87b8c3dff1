import type { Requirement } from './requirement.ts';

/** Elements 43 to 46: the invoice itself. */
export const administrativeRequirements: readonly Requirement[] = [
  {
    key: 'E43.1',
    text: 'The invoice date is a day of the calendar as MM/DD/YYYY.',
    codes: ['REQUIRED', 'DATE_FORMAT', 'DATE_TWO_DIGIT_YEAR'],
  },
  { key: 'E43.2', text: 'It is not in the future.', codes: ['INVOICE_DATE_IN_FUTURE'] },
  {
    key: 'E43.3',
    text: 'It is not before the last day of the services.',
    codes: ['INVOICE_DATE_BEFORE_SERVICE', 'INVOICE_DATE'],
    note: 'Asked of each line; an invoice has one date.',
  },
  {
    key: 'E44.1',
    text: 'The invoice number has ten digits, kept as text with their zeros.',
    codes: ['REQUIRED', 'INVOICE_NUMBER_FORMAT'],
    note: 'Fewer digits have no repair: zeros in front would make another number of it.',
  },
  {
    key: 'E44.2',
    text: 'One number is one member, one provider and one day.',
    codes: ['INVOICE_MEMBER', 'INVOICE_BILLING_PROVIDER', 'INVOICE_RENDERING_PROVIDER', 'INVOICE_SERVICE_DAY'],
  },
  {
    key: 'E44.3',
    text: 'It is used once by a billing provider, unless the invoice is sent again.',
    codes: ['INVOICE_NUMBER_ACCEPTED'],
    note: "Asked at the plan's endpoint, which knows what it accepted. Within a batch, lines with one number are one invoice.",
  },
  { key: 'E45.1', text: 'The control number may be blank.', allows: { controlNumber: '' } },
  {
    key: 'E45.2',
    text: 'Where it is used, it is unique across submissions together with the invoice number.',
    noRule: 'The invoice number is unique by itself (E44.3), and so is anything together with it.',
  },
  { key: 'E46.1', text: 'The authorization number may be blank.', allows: { authorizationNumber: '' } },
  { key: 'E46.2', text: 'It has at most 50 characters.', codes: ['TEXT_LENGTH'] },
  {
    key: 'E46.3',
    text: 'Where one is known and the cell is blank, that is worth a look.',
    codes: ['AUTHORIZATION_BLANK'],
    note: 'The Members sheet holds no authorizations; the plan says for which services it looks for one.',
  },
];
