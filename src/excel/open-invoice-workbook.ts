import type { ExcelDateSystem } from '../guidance/civil-date.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { headerRows } from '../workbook/invoice-columns.ts';
import type { CellsChange } from '../workbook/filled-cell.ts';
import type { ColumnMapping } from '../workbook/import/column-mapping.ts';
import type { LineEntry, LineOrder, Member, ProviderSetup } from '../workbook/model.ts';
import { rowsWithRoom } from '../workbook/room.ts';
import { blankMember, mergedMembers } from '../workbook/setup-cells.ts';
import { writeRoster, writeSetup } from './carry-over.ts';
import { changeCells } from './change-cells.ts';
import { readImportMappings, writeImportMappings } from './import-mappings.ts';
import { install, rebuild } from './install.ts';
import {
  ExcelError,
  type Damage,
  type InvoiceWorkbook,
  type ReceiptRow,
  type RepairOutcome,
  type RowVerdict,
  type SubmissionState,
  type WorkbookContents,
  type WorkbookState,
} from './invoice-workbook.ts';
import { ContentsReader, lastUsed } from './contents-reader.ts';
import type { Edits } from './edits.ts';
import { loadDateSystem } from './load-contents.ts';
import { sheetOf } from './locate.ts';
import { findDamages, repairTemplate } from './mend.ts';
import { readReceipts, writeReceipt } from './receipts.ts';
import { reorderLines } from './reorder.ts';
import { runExcel, type Batch, type RunSignals, type WhileEditing } from './run.ts';
import { selectCell, selectedLine, showProviderBlock } from './selection.ts';
import { readState, readSubmissionState, writeSubmissionState } from './state.ts';
import { watchEdits } from './watch.ts';
import { appendRows, writeEntry, writeVerdicts } from './write-lines.ts';

/** The workbook that is open in Excel, through Office.js' global `Excel`. */
export function openInvoiceWorkbook(signals: RunSignals = { waitingForCell: () => undefined }): InvoiceWorkbook {
  return new OpenWorkbook(signals);
}

class OpenWorkbook implements InvoiceWorkbook {
  readonly #signals: RunSignals;
  /** Prepared rows as last seen; another pane on the same workbook may have changed them since. */
  #rows: number | null = null;
  #writing = 0;
  readonly #reader: ContentsReader;

  constructor(signals: RunSignals) {
    this.#signals = signals;
    this.#reader = new ContentsReader({
      run: (batch, whileEditing) => runExcel(this.#signals, batch, whileEditing),
      preparedRows: () => this.#preparedRows(),
    });
  }

  async state(): Promise<WorkbookState> {
    const state = await this.#read(readState);
    this.#rows = state.kind === 'template' ? state.rows : null;
    return state;
  }

  async install(profile: PlanProfile, rows?: number): Promise<{ readonly carriedOver: number }> {
    const installed = await this.#write((context) => install(context, profile, rows ?? null));
    this.#rows = installed.rows;
    return { carriedOver: installed.carriedOver };
  }

  async makeRoom(profile: PlanProfile, lines: number, members: number): Promise<boolean> {
    const contents = await this.#reader.everything();
    const present = contents.rows.length;
    const needed = Math.max(lastUsed(contents) + lines, contents.members.length + members);
    const rows = rowsWithRoom(present, needed);
    if (rows === null) throw new ExcelError('full');
    if (rows === present) return false;
    const rebuilt = await this.#write((context) => rebuild(context, profile, rows));
    this.#rows = rebuilt.rows;
    return true;
  }

  read(profile: PlanProfile): Promise<WorkbookContents> {
    return this.#reader.read(profile);
  }

  readEdited(profile: PlanProfile, whileEditing: WhileEditing = 'wait'): Promise<WorkbookContents> {
    return this.#reader.readEdited(profile, whileEditing);
  }

  async writeVerdicts(verdicts: readonly RowVerdict[], checkedAt: string): Promise<void> {
    const rows = await this.#preparedRows();
    try {
      await this.#run((context) => writeVerdicts(context, rows, verdicts, checkedAt));
    } catch (error) {
      this.#reader.note('anything');
      throw error;
    }
    this.#reader.keysWritten(new Map(verdicts.map(({ row, rowKey }) => [row, rowKey])));
  }

  async writeSetup(setup: ProviderSetup): Promise<void> {
    const dates = await this.#dateSystem();
    await this.#write(async (context) => {
      writeSetup(sheetOf(context, 'setup'), setup, dates);
      await context.sync();
    });
  }

  async writeMembers(members: readonly Member[]): Promise<void> {
    const { members: roster, dates, rows } = await this.#reader.everything();
    const merged = mergedMembers(roster, members);
    if (merged.length > rows.length) throw new ExcelError('full');
    await this.#write(async (context) => {
      writeRoster(sheetOf(context, 'members'), merged, dates);
      await context.sync();
    });
  }

  async removeMembers(cins: ReadonlySet<string>): Promise<void> {
    const { members, memberRows, dates } = await this.#reader.everything();
    const kept = members.filter(({ memberCin }) => !cins.has(memberCin));
    if (kept.length === members.length) return;
    // The rows down to the last one that held a member are written: those of the ones that are gone, blank.
    const used = memberRows.findLastIndex(({ member }) => member !== null) + 1;
    const roster = [...kept, ...Array.from({ length: used - kept.length }, () => blankMember)];
    await this.#write(async (context) => {
      writeRoster(sheetOf(context, 'members'), roster, dates);
      await context.sync();
    });
  }

  async appendLines(entries: readonly LineEntry[]): Promise<number> {
    const contents = await this.#reader.everything();
    const { rows, dates } = contents;
    const first = headerRows + lastUsed(contents) + 1;
    if (lastUsed(contents) + entries.length > rows.length) throw new ExcelError('full');
    await this.#write((context) => appendRows(context, first, entries, dates));
    return first;
  }

  async writeLine(row: number, entry: LineEntry): Promise<void> {
    const rows = await this.#preparedRows();
    const dates = await this.#dateSystem();
    await this.#write((context) => writeEntry(context, rows, row, entry, dates));
  }

  async changeCells(changes: readonly CellsChange[]): Promise<void> {
    const rows = await this.#preparedRows();
    await this.#write((context) => changeCells(context, rows, changes));
  }

  async reorder(order: LineOrder): Promise<void> {
    const rows = await this.#preparedRows();
    await this.#write((context) => reorderLines(context, rows, order));
  }

  select(row: number, column: Parameters<InvoiceWorkbook['select']>[1]): Promise<boolean> {
    return this.#read((context) => selectCell(context, row, column));
  }

  selectedRow(): Promise<number | null> {
    return this.#read(selectedLine);
  }

  showProviderBlock(shown: boolean): Promise<void> {
    return this.#write((context) => showProviderBlock(context, shown));
  }

  async damages(profile: PlanProfile): Promise<readonly Damage[]> {
    const rows = await this.#preparedRows();
    return this.#read((context) => findDamages(context, profile, rows));
  }

  async repair(profile: PlanProfile): Promise<RepairOutcome> {
    const rows = await this.#preparedRows();
    return repairTemplate((batch) => this.#write(batch), profile, rows);
  }

  importMappings(): Promise<readonly ColumnMapping[]> {
    return this.#read(readImportMappings);
  }

  writeImportMappings(mappings: readonly ColumnMapping[]): Promise<void> {
    return this.#write((context) => writeImportMappings(context, mappings));
  }

  submissionState(): Promise<SubmissionState> {
    return this.#read(readSubmissionState);
  }

  writeSubmissionState(state: SubmissionState): Promise<void> {
    return this.#write((context) => writeSubmissionState(context, state));
  }

  writeReceipt(receipt: ReceiptRow): Promise<void> {
    return this.#write((context) => writeReceipt(context, receipt));
  }

  receipts(): Promise<readonly ReceiptRow[]> {
    return this.#read(readReceipts);
  }

  async watch(edited: () => void): Promise<() => Promise<void>> {
    // What happened before somebody watched is not known.
    this.#reader.note('anything');
    const rows = await this.#preparedRows();
    const ground = {
      rows,
      isWriting: () => this.#writing > 0,
      note: (edits: Edits) => {
        this.#reader.note(edits);
      },
    };
    return watchEdits(this.#signals, ground, edited);
  }

  #dateSystem(): Promise<ExcelDateSystem> {
    return this.#read(async (context) => {
      const dates = loadDateSystem(context);
      await context.sync();
      return dates.read();
    });
  }

  async #preparedRows(): Promise<number> {
    if (this.#rows === null) await this.state();
    if (this.#rows === null) throw new ExcelError('unexpected');
    return this.#rows;
  }

  #read<T>(batch: Batch<T>): Promise<T> {
    return runExcel(this.#signals, batch);
  }

  /** What the pane itself writes raises no occasion to look: whoever wrote reads again. */
  async #write<T>(batch: Batch<T>): Promise<T> {
    this.#reader.note('anything');
    return this.#run(batch);
  }

  async #run<T>(batch: Batch<T>): Promise<T> {
    this.#writing += 1;
    try {
      return await runExcel(this.#signals, batch);
    } finally {
      this.#writing -= 1;
    }
  }
}
