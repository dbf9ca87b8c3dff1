import type { CodeFacts } from './code-facts.ts';

const none = { fix: 'nothing' } as const satisfies CodeFacts;
const ofInvoice = { fix: 'correctInvoice' } as const satisfies CodeFacts;
const ofPlan = { fix: 'planRepairs' } as const satisfies CodeFacts;
const ofMember = { fix: 'checkMember', column: 'memberCin' } as const satisfies CodeFacts;
const ofAuthorization = { fix: 'checkAuthorization', column: 'authorizationNumber' } as const satisfies CodeFacts;
const ofDuplicate = { fix: 'checkDuplicate', column: 'procedureCode' } as const satisfies CodeFacts;

/**
 * Cells of who an entity is: 85 billing provider, 1P provider, 82 rendering provider, 77 place of service, IL
 * subscriber, QC patient.
 */
const npis = {
  '85': 'billingProviderNpi',
  '1P': 'billingProviderNpi',
  '82': 'renderingProviderNpi',
  '77': 'renderingProviderNpi',
} as const;
const names = {
  '85': 'billingProviderName',
  '1P': 'billingProviderName',
  '82': 'renderingProviderName',
  '77': 'renderingProviderName',
  IL: 'memberLastName',
  QC: 'memberLastName',
} as const;
const streets = {
  '85': 'billingProviderAddress',
  '1P': 'billingProviderAddress',
  '82': 'renderingProviderAddress',
  '77': 'renderingProviderAddress',
  IL: 'memberAddress',
  QC: 'memberAddress',
} as const;
const cities = {
  '85': 'billingProviderCity',
  '1P': 'billingProviderCity',
  '82': 'renderingProviderCity',
  '77': 'renderingProviderCity',
  IL: 'memberCity',
  QC: 'memberCity',
} as const;
const states = {
  '85': 'billingProviderState',
  '1P': 'billingProviderState',
  '82': 'renderingProviderState',
  '77': 'renderingProviderState',
} as const;
const zips = {
  '85': 'billingProviderZip',
  '1P': 'billingProviderZip',
  '82': 'renderingProviderZip',
  '77': 'renderingProviderZip',
  IL: 'memberZip',
  QC: 'memberZip',
} as const;
const tins = { '85': 'billingProviderTin', '1P': 'billingProviderTin', '82': 'renderingProviderTin' } as const;

/** STC01-1: claim status categories, those of acknowledgements (X12 code source 507). */
export const statusCategories = {
  A0: none,
  A1: none,
  A2: none,
  A3: ofInvoice,
  A4: ofPlan,
  A5: none,
  A6: ofInvoice,
  A7: ofInvoice,
  A8: ofInvoice,
} as const satisfies Readonly<Record<string, CodeFacts>>;

/** STC01-2: claim status codes (X12 code source 508) that encounters of these services meet. */
export const statusCodes = {
  '16': none,
  '17': none,
  '19': none,
  '20': none,
  '21': ofInvoice,
  '23': ofInvoice,
  '24': ofPlan,
  '25': { fix: 'checkProvider', columnOfEntity: npis },
  '26': { fix: 'checkProvider', columnOfEntity: npis },
  '29': ofMember,
  '30': ofMember,
  '31': { ...ofMember, column: 'memberLastName' },
  '32': ofMember,
  '33': ofMember,
  '35': ofPlan,
  '48': ofAuthorization,
  '54': ofDuplicate,
  '78': ofDuplicate,
  '84': ofAuthorization,
  '88': ofMember,
  '90': ofMember,
  '91': { fix: 'checkProvider', columnOfEntity: { ...npis, IL: 'memberCin', QC: 'memberCin' } },
  '96': { fix: 'checkProvider', columnOfEntity: npis },
  '97': ofMember,
  '104': none,
  '105': none,
  '109': { fix: 'checkMember', columnOfEntity: { ...npis, IL: 'memberCin', QC: 'memberCin' } },
  '116': { fix: 'otherPayer' },
  '121': ofPlan,
  '122': ofInvoice,
  '124': { fix: 'correctElement', columnOfEntity: names },
  '125': { fix: 'correctElement', columnOfEntity: names },
  '126': { fix: 'correctElement', columnOfEntity: streets },
  '127': { fix: 'correctElement', columnOfEntity: { '85': 'billingProviderPhone', '82': 'renderingProviderPhone' } },
  '128': { fix: 'checkProvider', columnOfEntity: tins },
  '132': { fix: 'checkProvider', columnOfEntity: npis },
  '145': ofPlan,
  '153': { fix: 'checkMember', columnOfEntity: { ...npis, IL: 'memberCin', QC: 'memberCin' } },
  '156': ofPlan,
  '157': ofPlan,
  '158': { ...ofMember, column: 'memberDateOfBirth' },
  '163': ofMember,
  '164': ofMember,
  '171': { fix: 'otherPayer' },
  '178': { fix: 'correctElement', column: 'serviceChargeAmount' },
  '183': ofPlan,
  '187': { fix: 'correctElement', column: 'serviceStartDate' },
  '188': { fix: 'correctElement', column: 'serviceStartDate' },
  '228': ofPlan,
  '247': ofInvoice,
  '249': { fix: 'correctElement', column: 'placeOfService' },
  '252': ofAuthorization,
  '254': { fix: 'correctElement', column: 'diagnosisCode1' },
  '255': { fix: 'correctElement', column: 'diagnosisCode1' },
  '258': { fix: 'correctElement', column: 'serviceUnitCount' },
  '286': ofPlan,
  '400': { fix: 'correctElement', rule: 'INVOICE_AMOUNT', column: 'invoiceAmount' },
  '402': { fix: 'correctElement', column: 'serviceChargeAmount' },
  '448': ofInvoice,
  '453': { fix: 'correctElement', rule: 'SERVICE_MODIFIERS', column: 'procedureCodeModifier1' },
  '454': { fix: 'correctElement', column: 'procedureCode' },
  '455': ofPlan,
  '464': ofPlan,
  '476': { fix: 'correctElement', column: 'serviceUnitCount' },
  '477': { fix: 'correctElement', column: 'diagnosisCode1' },
  '478': { fix: 'correctElement', column: 'invoiceNumber' },
  '479': ofPlan,
  '481': ofPlan,
  '488': { fix: 'correctElement', column: 'diagnosisCode1' },
  '496': ofPlan,
  '499': ofPlan,
  '500': { fix: 'correctElement', rule: 'ZIP_FORMAT', columnOfEntity: zips },
  '501': { fix: 'correctElement', rule: 'STATE_UNKNOWN', columnOfEntity: states },
  '502': { fix: 'correctElement', columnOfEntity: cities },
  '503': { fix: 'correctElement', columnOfEntity: streets },
  '504': { fix: 'correctElement', columnOfEntity: { ...names, '82': 'renderingProviderLastName' } },
  '505': {
    fix: 'correctElement',
    columnOfEntity: {
      '85': 'billingProviderFirstName',
      '82': 'renderingProviderFirstName',
      IL: 'memberFirstName',
      QC: 'memberFirstName',
    },
  },
  '507': { fix: 'correctElement', column: 'procedureCode' },
  '510': { fix: 'correctElement', rule: 'SERVICE_IN_FUTURE', column: 'serviceStartDate' },
  '511': ofInvoice,
  '512': ofInvoice,
  '516': ofPlan,
  '521': ofPlan,
  '535': ofPlan,
  '562': { fix: 'checkProvider', columnOfEntity: npis },
  '585': { fix: 'dispute' },
  '672': ofPlan,
  '684': ofPlan,
  '696': ofPlan,
  '718': { fix: 'dispute', rule: 'SERVICE_FILED_LATE', column: 'serviceStartDate' },
  '732': ofInvoice,
  '746': ofPlan,
} as const satisfies Readonly<Record<string, CodeFacts>>;
