import { diagnosisKeys, type ColumnKey } from '../../../guidance/columns.ts';
import type { RuleCode } from '../../../guidance/rules/index.ts';
import { factsOf, type CodeFacts } from './code-facts.ts';

const ofPlan = { fix: 'planRepairs' } as const satisfies CodeFacts;
const ofCell = { fix: 'correctElement' } as const satisfies CodeFacts;

/** TA105: what is wrong with an interchange (005010X231A1). None of it comes from an invoice. */
export const interchangeNotes = {
  '000': ofPlan,
  '001': ofPlan,
  '002': ofPlan,
  '003': ofPlan,
  '004': ofPlan,
  '005': ofPlan,
  '006': ofPlan,
  '007': ofPlan,
  '008': ofPlan,
  '009': ofPlan,
  '010': ofPlan,
  '011': ofPlan,
  '012': ofPlan,
  '013': ofPlan,
  '014': ofPlan,
  '015': ofPlan,
  '016': ofPlan,
  '017': ofPlan,
  '018': ofPlan,
  '019': ofPlan,
  '020': ofPlan,
  '021': ofPlan,
  '022': ofPlan,
  '023': ofPlan,
  '024': ofPlan,
  '025': ofPlan,
  '026': ofPlan,
  '027': ofPlan,
  '028': ofPlan,
  '029': ofPlan,
  '030': ofPlan,
  '031': ofPlan,
} as const satisfies Readonly<Record<string, CodeFacts>>;

/** AK905 to AK909: what is wrong with a functional group. */
export const groupErrors = {
  '1': ofPlan,
  '2': ofPlan,
  '3': ofPlan,
  '4': ofPlan,
  '5': ofPlan,
  '6': ofPlan,
  '19': ofPlan,
} as const satisfies Readonly<Record<string, CodeFacts>>;

/** IK502 to IK506: what is wrong with a transaction set. */
export const transactionErrors = {
  '1': ofPlan,
  '2': ofPlan,
  '3': ofPlan,
  '4': ofPlan,
  '5': ofPlan,
  '6': ofPlan,
  '7': ofPlan,
  '23': ofPlan,
  I5: ofPlan,
  I6: ofPlan,
} as const satisfies Readonly<Record<string, CodeFacts>>;

/** IK304: what is wrong with a segment. Segments are the writer's. */
export const segmentErrors = {
  '1': ofPlan,
  '2': ofPlan,
  '3': ofPlan,
  '4': ofPlan,
  '5': ofPlan,
  '6': ofPlan,
  '7': ofPlan,
  '8': ofPlan,
  I4: ofPlan,
  I6: ofPlan,
  I7: ofPlan,
  I8: ofPlan,
  I9: ofPlan,
} as const satisfies Readonly<Record<string, CodeFacts>>;

/** IK403: what is wrong with an element, which is a cell of the invoice where the mapping has one. */
export const elementErrors = {
  '1': { ...ofCell, rule: 'REQUIRED' },
  '2': { ...ofCell, rule: 'REQUIRED' },
  '3': ofPlan,
  '4': ofCell,
  '5': { ...ofCell, rule: 'TEXT_LENGTH' },
  '6': { ...ofCell, rule: 'TEXT_CHARACTERS' },
  '7': ofCell,
  '8': { ...ofCell, rule: 'DATE_FORMAT' },
  '9': ofPlan,
  '10': ofPlan,
  '12': ofPlan,
  '13': ofPlan,
  I6: ofCell,
  I9: { ...ofCell, rule: 'REQUIRED' },
  I10: ofPlan,
  I11: ofPlan,
  I12: ofCell,
  I13: ofPlan,
} as const satisfies Readonly<Record<string, CodeFacts>>;

/** IK403: the value is in no list of codes that is allowed there. */
const notInList: ReadonlySet<string> = new Set(['7', 'I6']);

/** IK403: the value is not of the form that it has to have. */
const notOfForm = 'I12';

/** Our rule that a cell holds a value of a list. */
const listRules: Partial<Readonly<Record<ColumnKey, RuleCode>>> = {
  billingProviderState: 'STATE_UNKNOWN',
  renderingProviderState: 'STATE_UNKNOWN',
  procedureCodeModifier1: 'SERVICE_MODIFIERS',
  procedureCodeModifier2: 'SERVICE_MODIFIERS',
  procedureCodeModifier3: 'SERVICE_MODIFIERS',
  procedureCodeModifier4: 'SERVICE_MODIFIERS',
  placeOfService: 'PLACE_OF_SERVICE_UNKNOWN',
  ...Object.fromEntries(diagnosisKeys.map((key) => [key, 'DIAGNOSIS_UNKNOWN'])),
};

/** Our rule on the form of a cell. */
const formRules: Partial<Readonly<Record<ColumnKey, RuleCode>>> = {
  billingProviderNpi: 'NPI_FORMAT',
  renderingProviderNpi: 'NPI_FORMAT',
  billingProviderTin: 'TIN_FORMAT',
  billingProviderPhone: 'PHONE_LENGTH',
  billingProviderZip: 'ZIP_FORMAT',
  renderingProviderZip: 'ZIP_FORMAT',
  memberZip: 'ZIP_FORMAT',
  memberCin: 'MEMBER_CIN_FORMAT',
  memberDateOfBirth: 'DATE_FORMAT',
  procedureCode: 'PROCEDURE_CODE_FORMAT',
  serviceStartDate: 'DATE_FORMAT',
  serviceUnitCount: 'UNIT_COUNT_FORMAT',
  serviceChargeAmount: 'MONEY_FORMAT',
  invoiceNumber: 'INVOICE_NUMBER_FORMAT',
  ...Object.fromEntries(diagnosisKeys.map((key) => [key, 'DIAGNOSIS_FORMAT'])),
};

/** Our rule where an IK403 is about a cell, or null where none says the same. */
export function ruleOfElementError(code: string, column: ColumnKey): RuleCode | null {
  if (code === '4') return column.endsWith('City') ? 'CITY_LENGTH' : null;
  if (notInList.has(code)) return listRules[column] ?? null;
  if (code === notOfForm) return formRules[column] ?? null;
  return factsOf(elementErrors, code)?.rule ?? null;
}
