import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import type { Finding } from '../guidance/finding.ts';
import type { PlanProfile } from '../plan/profile.ts';
import type { CellsChange } from '../workbook/filled-cell.ts';
import type { ColumnMapping } from '../workbook/import/column-mapping.ts';
import type { ProviderSetup, Member, WorkbookLine, LineEntry, RowKey, LineOrder } from '../workbook/model.ts';

/** What the open workbook is to us. */
export type WorkbookState =
  /** No template of ours: `install` puts one in. */
  | { readonly kind: 'none' }
  /** A template of ours. `untouched` is false where the stored plan data do not agree with themselves. */
  | {
      readonly kind: 'template';
      readonly planId: string;
      readonly profileVersion: number;
      readonly layoutVersion: number;
      readonly rows: number;
      readonly untouched: boolean;
    };

/** Everything that a check needs, from one read. */
export interface WorkbookContents {
  /** How the workbook counts days. */
  readonly dates: ExcelDateSystem;
  readonly setup: ProviderSetup;
  readonly members: readonly Member[];
  /** Lines in use, top to bottom, with what the sheet derives worked out from the same read. */
  readonly lines: readonly WorkbookLine[];
  /** Rows that are still free. */
  readonly freeRows: number;
  /** Lines that can still be added, with a larger sheet where the free rows are not enough. */
  readonly room: number;
}

/** A place where the sheet is no longer as it was installed: mostly after a paste. */
export interface Damage {
  readonly kind: 'unprotected' | 'locked' | 'unlocked' | 'listMissing' | 'formatLost' | 'formulaLost' | 'marksLost';
  /** Header of the column, in the guidance's words. */
  readonly column: string;
}

/** What Repair did. */
export type RepairOutcome =
  | { readonly kind: 'repaired'; readonly damages: readonly Damage[]; readonly rebuilt: boolean }
  | { readonly kind: 'nothingToDo' };

/** One row of the Receipts sheet. */
export interface ReceiptRow {
  readonly submissionId: string;
  /** Instant of receipt with zone, RFC 3339. */
  readonly receivedAt: string;
  readonly invoices: number;
  readonly lines: number;
  readonly totalCents: number;
  /** In words: `97 accepted`, `3 accepted, 1 to correct`. */
  readonly state: string;
  /** The signed receipt as it came (compact JWS). */
  readonly receipt: string;
}

/** What stands between two submissions: kept in the workbook, so that a crash cannot double one. */
export interface SubmissionState {
  /** Rises only after a result came back; part of the idempotency key. */
  readonly attempt: number;
  /** Invoice numbers that the plan accepted. */
  readonly accepted: readonly string[];
}

/** Why Excel did not do it, for a screen to say. */
export type ExcelTrouble =
  | 'cellEdit' // a cell is being edited; finish it with Enter or Esc
  | 'notAnswering' // the deadline of the call passed
  | 'protected' // Excel refused because of protection
  | 'tooOld' // Excel lacks the requirement set
  | 'full' // no free row left
  | 'otherPlan' // the workbook already holds another plan's template
  | 'unexpected';

/** Thrown by every method below where Excel does not do what was asked. Never holds a cell's value. */
export class ExcelError extends Error {
  readonly trouble: ExcelTrouble;

  constructor(trouble: ExcelTrouble) {
    super(`Excel: ${trouble}`);
    this.name = 'ExcelError';
    this.trouble = trouble;
  }
}

/** A check's result for one row, to be written beside it. */
export interface RowVerdict {
  readonly row: number;
  readonly rowKey: RowKey;
  readonly findings: readonly Finding[];
}

/**
 * The invoice workbook as the pane knows it: the only way from the pane to Excel. Reading never writes; only the
 * methods that say so write, and each is the answer to a click.
 */
export interface InvoiceWorkbook {
  /** What is open, in one read. */
  state(): Promise<WorkbookState>;
  /** The plan's template into this workbook; own sheets are untouched, an older template's data are carried over. */
  install(profile: PlanProfile, rows?: number): Promise<{ readonly carriedOver: number }>;
  /**
   * Makes room for more lines and members: where the prepared rows are not enough, a larger template is built beside
   * the old one and takes everything over, which loses undo. Refused with `full` beyond the largest sheet. Returns
   * whether the sheets were rebuilt.
   */
  makeRoom(profile: PlanProfile, lines: number, members: number): Promise<boolean>;
  /** One read of everything (a second one where Excel does not calculate by itself). */
  read(profile: PlanProfile): Promise<WorkbookContents>;
  /**
   * What was edited since the last read, in one small read, with everything else as it was: lines that did not change
   * are the same objects as before. Where it is not known what was edited, everything, in many small reads.
   *
   * @param whileEditing whether to wait while a cell is being edited (usual), or to give up with `cellEdit`
   */
  readEdited(profile: PlanProfile, whileEditing?: 'wait' | 'giveUp'): Promise<WorkbookContents>;
  /**
   * Marks and row keys of all rows in one write; a row without a verdict is wiped of old marks. Keys come from
   * `completeRowKeys`. `checkedAt` is local time in words.
   */
  writeVerdicts(verdicts: readonly RowVerdict[], checkedAt: string): Promise<void>;
  /** Setup: provider, sites, invoice date, attestation. One write. */
  writeSetup(setup: ProviderSetup): Promise<void>;
  /** Adds members, or replaces those with the same CIN. */
  writeMembers(members: readonly Member[]): Promise<void>;
  /** Takes members off the roster, by their CINs as they stand there; the others move up. One write. */
  removeMembers(cins: ReadonlySet<string>): Promise<void>;
  /** Appends lines below the last used row. Refused with `full` where they do not fit. Returns the first row. */
  appendLines(entries: readonly LineEntry[]): Promise<number>;
  /** Replaces the entered cells of one row. */
  writeLine(row: number, entry: LineEntry): Promise<void>;
  /**
   * Makes changes to cells in one write, each only where all of its cells hold what was read before; a cell with a
   * formula is left alone. The marks of changed lines are wiped, since they spoke of other content. What came of it
   * is seen in the next read.
   */
  changeCells(changes: readonly CellsChange[]): Promise<void>;
  /** Sort, insert, delete or move lines: entered values, row key and mark travel together, in one write. */
  reorder(order: LineOrder): Promise<void>;
  /**
   * Selects a cell of a line, by sheet row (1-based) and column key. Shows a hidden column first, and clears a filter
   * that hides the row; returns whether it did.
   */
  select(row: number, column: Finding['column']): Promise<boolean>;
  /** 1-based row of the selected cell on the Invoice sheet, or null elsewhere. */
  selectedRow(): Promise<number | null>;
  /** Shows or hides the derived provider block. */
  showProviderBlock(shown: boolean): Promise<void>;
  /** Damage to locks, lists, formats and formulas: before Repair and before a submission. */
  damages(profile: PlanProfile): Promise<readonly Damage[]>;
  /** Mends damage with the data kept. Takes the protection off and puts it on again: undo is lost. */
  repair(profile: PlanProfile): Promise<RepairOutcome>;
  /** Where the columns of lists went that were imported before, the latest first. Headers only, no member data. */
  importMappings(): Promise<readonly ColumnMapping[]>;
  writeImportMappings(mappings: readonly ColumnMapping[]): Promise<void>;
  submissionState(): Promise<SubmissionState>;
  writeSubmissionState(state: SubmissionState): Promise<void>;
  writeReceipt(receipt: ReceiptRow): Promise<void>;
  receipts(): Promise<readonly ReceiptRow[]>;
  /**
   * Calls back after edits to our sheets that somebody made (typing, paste, undo), never after our own writes.
   * Returns the way to stop.
   */
  watch(edited: () => void): Promise<() => Promise<void>>;
}
