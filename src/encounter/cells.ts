import { diagnosisKeys, type ColumnKey } from '../guidance/columns.ts';

/** Where in an 837 something stands. */
export interface SegmentKind {
  /** For example `2010BA`. */
  readonly loop: string;
  /** For example `REF`. */
  readonly name: string;
  /** What tells segments of one name apart (`G1`), or `''`. */
  readonly qualifier: string;
  /** NM102: whether a name is a person's. */
  readonly isPerson: boolean;
}

/** Segments whose first element says which one it is. */
export const qualified: ReadonlySet<string> = new Set(['REF', 'DTP', 'NM1', 'PER', 'AMT', 'HI']);

type Cells = Readonly<Record<string, ColumnKey>>;

/** Segments of an address. */
function address(street: ColumnKey, city: ColumnKey, state: ColumnKey | null, zip: ColumnKey): Cells {
  return { 'N3 1': street, 'N4 1': city, ...(state === null ? {} : { 'N4 2': state }), 'N4 3': zip };
}

const billingAddress = address(
  'billingProviderAddress',
  'billingProviderCity',
  'billingProviderState',
  'billingProviderZip',
);

const rendering: Cells = {
  'NM1 82 3': 'renderingProviderName',
  'NM1 82 3 person': 'renderingProviderLastName',
  'NM1 82 4': 'renderingProviderFirstName',
  'NM1 82 9': 'renderingProviderNpi',
};

const facility: Cells = {
  'NM1 77 3': 'renderingProviderName',
  'NM1 77 9': 'renderingProviderNpi',
  ...address('renderingProviderAddress', 'renderingProviderCity', 'renderingProviderState', 'renderingProviderZip'),
};

const modifiers = (service: string): Cells => ({
  [`${service}-3`]: 'procedureCodeModifier1',
  [`${service}-4`]: 'procedureCodeModifier2',
  [`${service}-5`]: 'procedureCodeModifier3',
  [`${service}-6`]: 'procedureCodeModifier4',
});

/** The cell of an invoice that an element of its 837 is made from, by loop, and then segment and element. */
const cells: Readonly<Record<string, Cells>> = {
  '2010AA': {
    'NM1 85 3': 'billingProviderName',
    'NM1 85 3 person': 'billingProviderLastName',
    'NM1 85 4': 'billingProviderFirstName',
    'NM1 85 9': 'billingProviderNpi',
    ...billingAddress,
    'REF EI 2': 'billingProviderTin',
    'REF SY 2': 'billingProviderTin',
    'PER IC 4': 'billingProviderPhone',
  },
  '2010AB': billingAddress,
  '2010BA': {
    'NM1 IL 3': 'memberLastName',
    'NM1 IL 4': 'memberFirstName',
    'NM1 IL 9': 'memberCin',
    ...address('memberAddress', 'memberCity', null, 'memberZip'),
    'DMG 2': 'memberDateOfBirth',
  },
  '2300': {
    'CLM 1': 'invoiceNumber',
    'CLM 2': 'invoiceAmount',
    'CLM 5-1': 'placeOfService',
    'REF G1 2': 'authorizationNumber',
    'REF D9 2': 'controlNumber',
    'REF EA 2': 'medicalRecordNumber',
    ...Object.fromEntries(diagnosisKeys.map((key, index) => [`HI ABK ${String(index + 1)}`, key])),
    // The 837I has the principal diagnosis in a segment of its own, before those that follow.
    ...Object.fromEntries(diagnosisKeys.slice(1).map((key, index) => [`HI ABF ${String(index + 1)}`, key])),
  },
  '2310B': rendering,
  '2310D': rendering,
  '2310C': facility,
  '2310E': facility,
  '2330A': { 'NM1 IL 3': 'memberLastName', 'NM1 IL 4': 'memberFirstName', 'NM1 IL 9': 'memberCin' },
  '2400': {
    'SV1 1': 'procedureCode',
    'SV1 1-2': 'procedureCode',
    ...modifiers('SV1 1'),
    'SV1 2': 'serviceChargeAmount',
    'SV1 4': 'serviceUnitCount',
    'SV1 5': 'placeOfService',
    'SV1 7': 'diagnosisCode1',
    // Pointers are in the order of the line's own diagnoses.
    ...Object.fromEntries(diagnosisKeys.slice(0, 4).map((key, index) => [`SV1 7-${String(index + 1)}`, key])),
    'SV2 2': 'procedureCode',
    'SV2 2-2': 'procedureCode',
    ...modifiers('SV2 2'),
    'SV2 3': 'serviceChargeAmount',
    'SV2 5': 'serviceUnitCount',
    'DTP 472 3': 'serviceStartDate',
    'REF G1 2': 'authorizationNumber',
  },
};

/**
 * The cell of an invoice that an element of its 837 is made from, or null for what the writer or a setting puts there.
 *
 * @param element 1-based
 * @param component 1-based; null for the whole element
 */
export function cellOfElement(kind: SegmentKind, element: number, component: number | null): ColumnKey | null {
  const { loop, name, qualifier, isPerson } = kind;
  const ofLoop = cells[loop];
  if (ofLoop === undefined) return null;
  const place = `${name}${qualifier === '' ? '' : ` ${qualifier}`} ${String(element)}`;
  const keys = [
    ...(isPerson ? [`${place} person`] : []),
    ...(component === null ? [] : [`${place}-${String(component)}`]),
    place,
  ];
  return keys.map((key) => ofLoop[key]).find((key) => key !== undefined) ?? null;
}
