import { elements } from '../../../../src/guidance/elements.ts';
import { homeless, withService, type RuleCase } from './rule-case.ts';

/** Cases of `src/guidance/rules`. */
export const identifierCases: readonly RuleCase[] = [
  {
    code: 'REQUIRED',
    broken: [
      ...elements
        .filter(({ key, required }) => required && !/Homelessness|procedureCodeModifier|diagnosisCode/.test(key))
        .map(({ key }): RuleCase['broken'][number] => [{ [key]: '' }, `0 ${key}`]),
      [{ memberFirstName: ' \u00a0' }, '0 memberFirstName'],
      [{ diagnosisCode1: '' }, '0 diagnosisCode1'],
    ],
    kept: [
      // Of a city that may be blank only HOMELESSNESS_INDICATOR can speak while nobody knows whether it may.
      { memberHomelessnessIndicator: 'Y', memberCity: '', memberZip: '' },
      { renderingProviderNpi: '', renderingProviderTin: '', medicalRecordNumber: '', serviceName: '' },
      { ...homeless, memberAddress: 'HOMELESS', memberCity: '', memberZip: '' },
    ],
  },
  {
    code: 'HOMELESS_ADDRESS_BLANK',
    broken: [[{ ...homeless, memberAddress: '' }, '0 memberAddress']],
    kept: [homeless, { ...homeless, memberAddress: 'HOMELESS' }],
  },
  {
    code: 'CONTROL_NUMBER_BLANK',
    facts: { expectsControlNumber: true },
    broken: [
      [{}, '0 controlNumber'],
      [{ controlNumber: ' ' }, '0 controlNumber'],
    ],
    kept: [{ controlNumber: '17' }],
  },
  {
    code: 'AUTHORIZATION_BLANK',
    facts: { services: withService('G9012-U2', { expectsAuthorization: true }) },
    broken: [[{}, '0 authorizationNumber']],
    kept: [
      { authorizationNumber: 'AUTH-1' },
      { procedureCode: 'G9008', procedureCodeModifier1: 'U1', serviceName: '' },
    ],
  },
  {
    code: 'HOMELESS_ADDRESS_WITHOUT_INDICATOR',
    broken: [
      [{ memberAddress: 'HOMELESS' }, '0 memberAddress'],
      [{ memberAddress: 'homeless' }, '0 memberAddress'],
    ],
    kept: [
      { memberAddress: '5 Homeless Shelter Way' },
      { memberAddress: 'HOMELESS', memberHomelessnessIndicator: 'Y' },
    ],
  },
  {
    code: 'NPI_FORMAT',
    broken: [
      [{ billingProviderNpi: '123456789' }, '0 billingProviderNpi'],
      [{ renderingProviderNpi: '3234567893' }, '0 renderingProviderNpi'],
    ],
    kept: [{ renderingProviderNpi: '' }],
  },
  {
    code: 'NPI_CHECK_DIGIT',
    broken: [
      [{ billingProviderNpi: '1234567890' }, '0 billingProviderNpi'],
      [{ renderingProviderNpi: '1234567890' }, '0 renderingProviderNpi'],
    ],
    kept: [{ renderingProviderNpi: '1234567893' }],
  },
  {
    code: 'TIN_FORMAT',
    broken: [[{ billingProviderTin: '94-1234567' }, '0 billingProviderTin']],
    kept: [{ renderingProviderTin: '' }],
  },
  {
    code: 'TIN_SAME_DIGITS',
    broken: [[{ renderingProviderTin: '000000000' }, '0 renderingProviderTin']],
    kept: [{ renderingProviderTin: '111111112' }],
  },
  {
    code: 'TIN_PREFIX',
    broken: [[{ billingProviderTin: '071234567' }, '0 billingProviderTin']],
    kept: [{ billingProviderTin: '011234567' }],
  },
  {
    code: 'PHONE_FORMAT',
    broken: [
      [{ billingProviderPhone: '510-555-0100' }, '0 billingProviderPhone'],
      [{ renderingProviderPhone: '15105550100' }, '0 renderingProviderPhone'],
    ],
    kept: [{ billingProviderPhone: '9165550142' }],
  },
  { code: 'PHONE_LENGTH', broken: [[{ billingProviderPhone: '5550100' }, '0 billingProviderPhone']], kept: [{}] },
  {
    code: 'STATE_UNKNOWN',
    broken: [[{ billingProviderState: 'ZZ' }, '0 billingProviderState']],
    kept: [{ renderingProviderState: 'PR' }],
  },
  {
    code: 'ZIP_FORMAT',
    broken: [[{ memberZip: '9370' }, '0 memberZip']],
    kept: [{ memberZip: '93701-1234' }, { renderingProviderZip: '946011200' }],
  },
  {
    code: 'BILLING_ZIP_FIVE_DIGITS',
    broken: [[{ billingProviderZip: '94601' }, '0 billingProviderZip']],
    kept: [{ billingProviderZip: '94601-1200' }],
  },
  {
    code: 'BILLING_ADDRESS_POST_OFFICE_BOX',
    broken: ['PO Box 411', 'P.O. Box 411', 'p o box 4', 'POST OFFICE BOX 7', 'PO BOX'].map((box) => [
      { billingProviderAddress: box },
      '0 billingProviderAddress',
    ]),
    kept: [{ billingProviderAddress: '12 Pobox Lane' }, { memberAddress: 'PO Box 411' }],
  },
  {
    code: 'MEMBER_CIN_FORMAT',
    broken: [
      [{ memberCin: '9123456' }, '0 memberCin'],
      [{ memberCin: '91234567A41234' }, '0 memberCin'],
    ],
    kept: [{ memberCin: '99999999Z' }],
  },
  { code: 'MEMBER_CIN_FIRST_DIGIT', broken: [[{ memberCin: '81234567A' }, '0 memberCin']], kept: [{}] },
  {
    code: 'HOMELESSNESS_INDICATOR',
    broken: ['Y', 'N', '0', 'yes'].map((answer) => [
      { memberHomelessnessIndicator: answer },
      '0 memberHomelessnessIndicator',
    ]),
    kept: [homeless, { memberHomelessnessIndicator: '' }],
  },
  {
    code: 'INVOICE_NUMBER_FORMAT',
    broken: [
      [{ invoiceNumber: '41-77' }, '0 invoiceNumber'],
      [{ invoiceNumber: '41000010011' }, '0 invoiceNumber'],
    ],
    kept: [{ invoiceNumber: '0000000001' }],
  },
  {
    code: 'PAYER_IDENTIFIER',
    broken: [
      [{ payerIdentifier: 'SHP02' }, '0 payerIdentifier'],
      [{ payerIdentifier: ' SHP01' }, '0 payerIdentifier'],
    ],
    kept: [{}],
  },
  { code: 'PAYER_NAME', broken: [[{ payerName: '  Sample Health Plan ' }, '0 payerName']], kept: [{}] },
];
