import type { ColumnKey, LineText } from '../guidance/columns.ts';

/** Hidden identity of a line, which stays with it when it is moved: 22 characters of base64url (128 random bits). */
export type RowKey = string & { readonly __brand: 'RowKey' };

/** Elements 1 to 10, entered once on Setup. */
export type BillingKey = Extract<ColumnKey, `billingProvider${string}`>;

/** Elements 11 to 20: one rendering site. */
export type RenderingKey = Extract<ColumnKey, `renderingProvider${string}`>;

/** Elements 21 to 29: one member of the roster. */
export type MemberKey = Extract<ColumnKey, 'medicalRecordNumber' | `member${string}`>;

/** Elements 1 to 10 as text. */
export type BillingProvider = Readonly<Record<BillingKey, string>>;

/** Elements 11 to 20 as text. */
export type RenderingSite = Readonly<Record<RenderingKey, string>>;

/** Elements 21 to 29 as text; the date of birth as `MM/DD/YYYY`. */
export type Member = Readonly<Record<MemberKey, string>>;

/** What this workbook sends: one purpose for the whole workbook (Setup). */
export type Purpose = 'new' | 'replacement' | 'void';

/** The Setup sheet. */
export interface ProviderSetup {
  readonly billing: BillingProvider;
  /** Rendering sites, the first is the default. */
  readonly sites: readonly RenderingSite[];
  /** Default of element 43, `MM/DD/YYYY`, or blank. */
  readonly invoiceDate: string;
  /** Guidance section 2(1), footnote 6: the provider says that it cannot produce 837 claims. */
  readonly attested: boolean;
  readonly purpose: Purpose;
  /** The invoice numbers that are replaced or voided; empty where the workbook sends new invoices. */
  readonly concerns: readonly string[];
}

/** The columns of the Invoice sheet that a person fills; the rest is derived. */
export type EntryKey = Extract<
  ColumnKey,
  | 'renderingProviderName'
  | 'memberCin'
  | 'procedureCode'
  | 'procedureCodeModifier3'
  | 'procedureCodeModifier4'
  | 'serviceStartDate'
  | 'serviceEndDate'
  | 'serviceUnitCount'
  | 'placeOfService'
  | `diagnosisCode${number}`
  | 'serviceUnitCost'
  | 'invoiceDate'
  | 'invoiceNumber'
  | 'controlNumber'
  | 'authorizationNumber'
>;

/** The columns that carry a default formula until somebody types over it. */
export type DefaultedKey = Extract<
  EntryKey,
  'renderingProviderName' | 'serviceEndDate' | 'serviceUnitCost' | 'invoiceDate'
>;

/**
 * What a person enters on one line, as text; `null` leaves a default formula in place (possible for
 * {@link DefaultedKey} only). Procedure code and place of service are list entries (`12 · Home`) or bare codes.
 */
export type LineEntry = Readonly<Record<Exclude<EntryKey, DefaultedKey>, string> & Record<DefaultedKey, string | null>>;

/** One line in use. */
export interface WorkbookLine {
  /** 1-based row on the Invoice sheet. */
  readonly row: number;
  /** Blank until the first check. */
  readonly rowKey: RowKey | null;
  readonly entry: LineEntry;
  /** Entered and derived elements, as rules read them and as they are sent. */
  readonly text: LineText;
}

/** A change to the order of lines. Rows are 1-based rows of the Invoice sheet. */
export type LineOrder =
  | { readonly kind: 'sort'; readonly by: readonly EntryKey[]; readonly descending?: boolean }
  | { readonly kind: 'insert'; readonly before: number }
  | { readonly kind: 'delete'; readonly row: number }
  /** Takes out many lines at once; the others move up. */
  | { readonly kind: 'remove'; readonly rows: readonly number[] }
  | { readonly kind: 'move'; readonly from: number; readonly to: number };
