import { factsOf, type CodeFacts } from './code-facts.ts';

/** What an adjustment does: `reduction` takes off a part by agreement or law, `denial` refuses what was billed. */
interface AdjustmentFacts extends CodeFacts {
  readonly effect: 'reduction' | 'denial';
}

const reduction = { effect: 'reduction', fix: 'nothing' } as const satisfies AdjustmentFacts;
const dispute = { effect: 'denial', fix: 'dispute' } as const satisfies AdjustmentFacts;
const ofInvoice = { effect: 'denial', fix: 'correctInvoice' } as const satisfies AdjustmentFacts;
const ofCell = { effect: 'denial', fix: 'correctElement' } as const satisfies AdjustmentFacts;
const ofMember = { effect: 'denial', fix: 'checkMember', column: 'memberCin' } as const satisfies AdjustmentFacts;
const ofProvider = { effect: 'denial', fix: 'checkProvider' } as const satisfies AdjustmentFacts;
const ofAuthorization = {
  effect: 'denial',
  fix: 'checkAuthorization',
  column: 'authorizationNumber',
} as const satisfies AdjustmentFacts;
const ofDuplicate = { effect: 'denial', fix: 'checkDuplicate', column: 'procedureCode' } as const;
const otherPayer = { effect: 'denial', fix: 'otherPayer' } as const satisfies AdjustmentFacts;

/** CAS reasons (claim adjustment reason codes, X12 code source 139) that these services meet. */
export const adjustmentReasons = {
  '1': reduction,
  '2': reduction,
  '3': reduction,
  '4': { ...ofCell, rule: 'SERVICE_MODIFIERS', column: 'procedureCodeModifier1' },
  '5': { ...ofCell, column: 'placeOfService' },
  '8': ofProvider,
  '11': { ...ofCell, column: 'diagnosisCode1' },
  '13': ofMember,
  '14': { ...ofCell, rule: 'BIRTH_AFTER_SERVICE', column: 'memberDateOfBirth' },
  '15': ofAuthorization,
  '16': ofInvoice,
  '18': ofDuplicate,
  '22': otherPayer,
  '23': reduction,
  '24': reduction,
  '26': ofMember,
  '27': ofMember,
  '29': { ...dispute, rule: 'SERVICE_FILED_LATE', column: 'serviceStartDate' },
  '31': ofMember,
  '39': ofAuthorization,
  '45': reduction,
  '50': dispute,
  '58': { ...ofCell, column: 'placeOfService' },
  '59': reduction,
  '94': reduction,
  '95': dispute,
  '96': dispute,
  '97': dispute,
  '109': otherPayer,
  '110': { ...ofCell, rule: 'INVOICE_DATE_BEFORE_SERVICE', column: 'invoiceDate' },
  '119': dispute,
  '129': ofInvoice,
  '131': reduction,
  '133': reduction,
  '140': ofMember,
  '144': reduction,
  '146': { ...ofCell, rule: 'DIAGNOSIS_UNKNOWN', column: 'diagnosisCode1' },
  '147': ofProvider,
  '150': dispute,
  '151': { ...dispute, column: 'serviceUnitCount' },
  '163': { effect: 'denial', fix: 'sendDocuments' },
  '165': ofAuthorization,
  '167': { ...ofCell, column: 'diagnosisCode1' },
  '170': ofProvider,
  '171': ofProvider,
  '177': ofMember,
  '181': { ...ofCell, rule: 'SERVICE_NOT_VALID_ON_DATE', column: 'procedureCode' },
  '182': { ...ofCell, column: 'procedureCodeModifier1' },
  '185': { ...ofProvider, column: 'renderingProviderNpi' },
  '187': reduction,
  '193': dispute,
  '197': ofAuthorization,
  '198': ofAuthorization,
  '200': ofMember,
  '204': dispute,
  '206': { ...ofCell, column: 'billingProviderNpi' },
  '207': { ...ofCell, rule: 'NPI_FORMAT', column: 'billingProviderNpi' },
  '208': { ...ofProvider, column: 'billingProviderNpi' },
  '222': { ...dispute, column: 'serviceUnitCount' },
  '226': { effect: 'denial', fix: 'sendDocuments' },
  '231': ofDuplicate,
  '236': ofDuplicate,
  '238': ofMember,
  '239': ofMember,
  '242': ofProvider,
  '243': ofAuthorization,
  '252': { effect: 'denial', fix: 'sendDocuments' },
  '253': reduction,
  '256': dispute,
  '267': { ...ofCell, column: 'serviceEndDate' },
  '268': { ...ofCell, column: 'serviceEndDate' },
  '272': dispute,
  '273': { ...dispute, column: 'serviceUnitCount' },
  '284': ofAuthorization,
  '288': ofAuthorization,
  '296': ofAuthorization,
  '299': { ...ofProvider, column: 'billingProviderNpi' },
  A1: dispute,
  B7: ofProvider,
  B11: otherPayer,
  B13: ofDuplicate,
} as const satisfies Readonly<Record<string, AdjustmentFacts>>;

/** Remark codes (X12 code source 411) that say what is wrong with an invoice of these services. */
export const remarkCodes = {
  M51: { fix: 'correctElement', column: 'procedureCode' },
  M52: { fix: 'correctElement', column: 'serviceStartDate' },
  M53: { fix: 'correctElement', column: 'serviceUnitCount' },
  M54: { fix: 'correctElement', column: 'invoiceAmount' },
  M59: { fix: 'correctElement', column: 'serviceEndDate' },
  M62: { fix: 'checkAuthorization', column: 'authorizationNumber' },
  M64: { fix: 'correctElement', column: 'diagnosisCode2' },
  M76: { fix: 'correctElement', column: 'diagnosisCode1' },
  M77: { fix: 'correctElement', column: 'placeOfService' },
  M79: { fix: 'correctElement', column: 'serviceChargeAmount' },
  M127: { fix: 'sendDocuments' },
  MA27: { fix: 'checkMember', column: 'memberCin' },
  MA31: { fix: 'correctElement', column: 'serviceStartDate' },
  MA36: { fix: 'checkMember', column: 'memberLastName' },
  MA37: { fix: 'correctElement', column: 'memberAddress' },
  MA61: { fix: 'checkMember', column: 'memberCin' },
  MA63: { fix: 'correctElement', column: 'diagnosisCode1' },
  MA130: { fix: 'correctInvoice' },
  N30: { fix: 'checkMember', column: 'memberCin' },
  N56: { fix: 'correctElement', column: 'procedureCode' },
  N61: { fix: 'correctInvoice' },
  N63: { fix: 'correctInvoice' },
  N95: { fix: 'checkProvider' },
  N152: { fix: 'planRepairs' },
  N198: { fix: 'checkProvider', column: 'renderingProviderNpi' },
  N256: { fix: 'correctElement', column: 'billingProviderName' },
  N257: { fix: 'checkProvider', column: 'billingProviderNpi' },
  N258: { fix: 'correctElement', column: 'billingProviderAddress' },
  N289: { fix: 'correctElement', column: 'renderingProviderName' },
  N290: { fix: 'checkProvider', column: 'renderingProviderNpi' },
  N292: { fix: 'correctElement', column: 'renderingProviderName' },
  N293: { fix: 'checkProvider', column: 'renderingProviderNpi' },
  N294: { fix: 'correctElement', column: 'renderingProviderAddress' },
  N329: { fix: 'checkMember', column: 'memberDateOfBirth' },
  N362: { fix: 'correctElement', column: 'serviceUnitCount' },
  N382: { fix: 'checkMember', column: 'memberCin' },
  N418: { fix: 'otherPayer' },
  N428: { fix: 'correctElement', column: 'placeOfService' },
  N519: { fix: 'correctElement', rule: 'SERVICE_MODIFIERS', column: 'procedureCodeModifier1' },
  N522: { fix: 'checkDuplicate', column: 'procedureCode' },
  N563: { fix: 'checkAuthorization', column: 'authorizationNumber' },
  N640: { fix: 'dispute', column: 'serviceUnitCount' },
  N822: { fix: 'correctElement', column: 'procedureCodeModifier1' },
  N823: { fix: 'correctElement', rule: 'SERVICE_MODIFIERS', column: 'procedureCodeModifier1' },
} as const satisfies Readonly<Record<string, CodeFacts>>;

/** Whether an adjustment refuses what was billed until documents come that the payer asks for. */
export function asksForDocuments(reason: string): boolean {
  return factsOf(adjustmentReasons, reason)?.fix === 'sendDocuments';
}

/** Whether an adjustment refuses what was billed. What is not known to be a reduction is taken for a denial. */
export function isDenial(reason: string): boolean {
  return (
    !Object.hasOwn(adjustmentReasons, reason) ||
    adjustmentReasons[reason as keyof typeof adjustmentReasons].effect === 'denial'
  );
}
