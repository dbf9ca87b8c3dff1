import {
  ExcelError,
  type Damage,
  type ExcelTrouble,
  type InvoiceWorkbook,
  type ReceiptRow,
  type RepairOutcome,
  type RowVerdict,
  type SubmissionState,
  type WorkbookContents,
  type WorkbookState,
} from '../../../src/excel/invoice-workbook.ts';
import type { ColumnKey } from '../../../src/guidance/columns.ts';
import type { OfferedService } from '../../../src/guidance/services.ts';
import { planFacts } from '../../../src/plan/facts.ts';
import type { PlanProfile } from '../../../src/plan/profile.ts';
import { deriveChanged, type KeptLines } from '../../../src/workbook/kept-lines.ts';
import { atOnce } from '../../../src/workbook/slices.ts';
import { headerRows } from '../../../src/workbook/invoice-columns.ts';
import { permutationOf } from '../../../src/workbook/line-order.ts';
import { packMark } from '../../../src/workbook/mark.ts';
import { cellReader } from '../../../src/workbook/cell-reader.ts';
import { changedIn, type CellsChange, type FilledCell } from '../../../src/workbook/filled-cell.ts';
import type { ColumnMapping } from '../../../src/workbook/import/column-mapping.ts';
import { parseMapping, printMapping } from '../../../src/workbook/import/kept-mappings.ts';
import type { LineEntry, LineOrder, Member, ProviderSetup, RowKey } from '../../../src/workbook/model.ts';
import { mostRows } from '../../../src/workbook/geometry.ts';
import { rowsWithRoom } from '../../../src/workbook/room.ts';
import { mergedMembers } from '../../../src/workbook/setup-cells.ts';
import { siteFromBilling } from '../../../src/taskpane/state/blank.ts';

interface Row {
  readonly entry: LineEntry;
  readonly rowKey: RowKey | null;
  readonly mark: string;
}

const noBilling = {
  billingProviderNpi: '',
  billingProviderTin: '',
  billingProviderName: '',
  billingProviderFirstName: '',
  billingProviderLastName: '',
  billingProviderPhone: '',
  billingProviderAddress: '',
  billingProviderCity: '',
  billingProviderState: '',
  billingProviderZip: '',
};

const blankSetup: ProviderSetup = {
  billing: noBilling,
  sites: [],
  invoiceDate: '',
  attested: false,
  purpose: 'new',
  concerns: [],
};

/**
 * An invoice workbook in memory, with the rules of the real one: fixed prepared rows, derivation from Setup, Members
 * and the services, row keys and marks that travel with their line, no word to watchers of our own writes. The
 * end-to-end tests run the real one; this one lets the pane be tried in every state, failures included.
 */
export class MemoryWorkbook implements InvoiceWorkbook {
  template: Extract<WorkbookState, { kind: 'template' }> | null = null;
  setup: ProviderSetup = blankSetup;
  members: readonly Member[] = [];
  rows: (Row | null)[] = [];
  receiptRows: ReceiptRow[] = [];
  /** Kept as text, as the sheet keeps them. */
  mappings: readonly string[] = [];
  sent: SubmissionState = { attempt: 1, accepted: [] };
  damage: readonly Damage[] = [];
  /** Row and column of the selected cell on the Invoice sheet. */
  selected: { readonly row: number; readonly column: ColumnKey | null } | null = null;
  providerBlockShown = false;
  /** Names of the methods that were called, in order. */
  readonly calls: string[] = [];
  readonly #watchers = new Set<() => void>();
  #offered: { readonly profile: PlanProfile; readonly services: readonly OfferedService[] } | null = null;
  #lines: KeptLines | null = null;
  readonly #failures = new Map<string, ExcelTrouble>();

  /** Makes the next call of a method fail. */
  failNext(method: keyof InvoiceWorkbook, trouble: ExcelTrouble): void {
    this.#failures.set(method, trouble);
  }

  /** An edit by a person on the sheets: watchers are told. */
  edit(change: (workbook: this) => void): void {
    change(this);
    for (const watcher of this.#watchers) watcher();
  }

  /** The entry of a sheet row, changed by a person. */
  type(row: number, change: Partial<LineEntry>): void {
    this.edit(() => {
      const place = row - headerRows - 1;
      const present = this.rows[place];
      if (present === null || present === undefined) throw new Error('No line there');
      this.rows[place] = { ...present, entry: { ...present.entry, ...change } };
    });
  }

  get watched(): boolean {
    return this.#watchers.size > 0;
  }

  state(): Promise<WorkbookState> {
    return this.#answer('state', () => this.template ?? { kind: 'none' });
  }

  install(profile: PlanProfile, rows = profile.rows): Promise<{ readonly carriedOver: number }> {
    return this.#answer('install', () => {
      if (this.template !== null && this.template.planId !== profile.id) throw new ExcelError('otherPlan');
      const carriedOver = this.rows.filter((row) => row !== null).length;
      this.template = {
        kind: 'template',
        planId: profile.id,
        profileVersion: profile.version,
        layoutVersion: 1,
        rows,
        untouched: true,
      };
      this.rows = Array.from({ length: rows }, (_, index) => this.rows[index] ?? null);
      return { carriedOver };
    });
  }

  read(profile: PlanProfile): Promise<WorkbookContents> {
    return this.#answer('read', () => this.#contents(profile));
  }

  readEdited(profile: PlanProfile): Promise<WorkbookContents> {
    return this.#answer('readEdited', () => this.#contents(profile));
  }

  #contents(profile: PlanProfile): WorkbookContents {
    const used = this.#used();
    const { profile: known, services } = this.#offered ?? { profile: null, services: [] };
    const offered = known === profile ? services : planFacts(profile).services;
    this.#offered = { profile, services: offered };
    const ground = { profile, offered, setup: this.setup, members: this.members };
    this.#lines = atOnce(deriveChanged(this.#lines, ground, used));
    return {
      dates: '1900',
      setup: this.setup,
      members: this.members,
      lines: this.#lines.lines,
      freeRows: this.rows.length - (used.at(-1)?.row ?? headerRows) + headerRows,
      room: mostRows - (used.at(-1)?.row ?? headerRows) + headerRows,
    };
  }

  makeRoom(_profile: PlanProfile, lines: number, members: number): Promise<boolean> {
    return this.#answer('makeRoom', () => {
      const used = this.rows.findLastIndex((row) => row !== null) + 1;
      const rows = rowsWithRoom(this.rows.length, Math.max(used + lines, this.members.length + members));
      if (rows === null) throw new ExcelError('full');
      const rebuilt = rows > this.rows.length;
      this.rows = Array.from({ length: rows }, (_, index) => this.rows[index] ?? null);
      return rebuilt;
    });
  }

  writeVerdicts(verdicts: readonly RowVerdict[], checkedAt: string): Promise<void> {
    return this.#answer('writeVerdicts', () => {
      const byPlace = new Map(verdicts.map((verdict) => [verdict.row - headerRows - 1, verdict]));
      this.rows = this.rows.map((row, place) => {
        const verdict = byPlace.get(place);
        if (row === null) return null;
        return verdict === undefined
          ? { ...row, mark: '' }
          : { ...row, rowKey: verdict.rowKey, mark: packMark(verdict.findings, checkedAt) };
      });
    });
  }

  writeSetup(setup: ProviderSetup): Promise<void> {
    return this.#answer('writeSetup', () => {
      this.setup = setup;
    });
  }

  writeMembers(members: readonly Member[]): Promise<void> {
    return this.#answer('writeMembers', () => {
      this.members = mergedMembers(this.members, members);
    });
  }

  removeMembers(cins: ReadonlySet<string>): Promise<void> {
    return this.#answer('removeMembers', () => {
      this.members = this.members.filter(({ memberCin }) => !cins.has(memberCin));
    });
  }

  appendLines(entries: readonly LineEntry[]): Promise<number> {
    return this.#answer('appendLines', () => {
      const first = this.rows.findLastIndex((row) => row !== null) + 1;
      if (first + entries.length > this.rows.length) throw new ExcelError('full');
      entries.forEach((entry, index) => {
        this.rows[first + index] = { entry, rowKey: null, mark: '' };
      });
      return first + headerRows + 1;
    });
  }

  writeLine(row: number, entry: LineEntry): Promise<void> {
    return this.#answer('writeLine', () => {
      const place = row - headerRows - 1;
      if (place < 0 || place >= this.rows.length) throw new ExcelError('unexpected');
      const present = this.rows[place];
      this.rows[place] = { rowKey: present?.rowKey ?? null, mark: present?.mark ?? '', entry };
    });
  }

  changeCells(changes: readonly CellsChange[]): Promise<void> {
    return this.#answer('changeCells', () => {
      const present = { setup: this.setup, members: this.members, lines: this.#used() };
      const read = cellReader(present);
      for (const change of changes) {
        if (!change.cells.every(({ cell, before }) => (read(cell) ?? '') === before)) continue;
        for (const { cell, after } of changedIn(change)) this.#put(cell, after);
      }
    });
  }

  #used() {
    return this.rows.flatMap((row, place) => (row === null ? [] : [{ ...row, row: place + headerRows + 1 }]));
  }

  #put(cell: FilledCell, text: string): void {
    const replaced = <T extends object>(items: readonly T[], place: number): readonly T[] =>
      items.map((item, index) => (index === place ? { ...item, [cell.column]: text } : item));
    switch (cell.sheet) {
      case 'invoice': {
        const row = this.rows[cell.row - headerRows - 1];
        if (row !== null && row !== undefined) {
          this.rows[cell.row - headerRows - 1] = { ...row, mark: '', entry: { ...row.entry, [cell.column]: text } };
        }
        return;
      }
      case 'members':
        this.members = replaced(this.members, cell.place);
        return;
      case 'billing':
        this.setup = { ...this.setup, billing: { ...this.setup.billing, [cell.column]: text } };
        return;
      case 'sites':
        this.setup = { ...this.setup, sites: replaced(this.setup.sites, cell.place) };
        return;
      case 'setup':
        this.setup = { ...this.setup, invoiceDate: text };
    }
  }

  reorder(order: LineOrder): Promise<void> {
    return this.#answer('reorder', () => {
      const ordered = this.rows.map((row) => ({
        used: row !== null,
        valueOf: (key: keyof LineEntry) => row?.entry[key] ?? '',
      }));
      const permutation = permutationOf(order, ordered, headerRows + 1);
      if (permutation === 'full') throw new ExcelError('full');
      if (permutation === 'outside') throw new ExcelError('unexpected');
      const before = this.rows;
      this.rows = permutation.map((place) => (place === null ? null : (before[place] ?? null)));
    });
  }

  select(row: number, column: ColumnKey): Promise<boolean> {
    return this.#answer('select', () => {
      this.selected = { row, column };
      return false;
    });
  }

  selectedRow(): Promise<number | null> {
    return this.#answer('selectedRow', () => this.selected?.row ?? null);
  }

  showProviderBlock(shown: boolean): Promise<void> {
    return this.#answer('showProviderBlock', () => {
      this.providerBlockShown = shown;
    });
  }

  damages(): Promise<readonly Damage[]> {
    return this.#answer('damages', () => this.damage);
  }

  repair(): Promise<RepairOutcome> {
    return this.#answer('repair', (): RepairOutcome => {
      const damages = this.damage;
      this.damage = [];
      return damages.length === 0 ? { kind: 'nothingToDo' } : { kind: 'repaired', damages, rebuilt: false };
    });
  }

  importMappings(): Promise<readonly ColumnMapping[]> {
    return this.#answer('importMappings', () => this.mappings.flatMap((text) => parseMapping(text) ?? []));
  }

  writeImportMappings(mappings: readonly ColumnMapping[]): Promise<void> {
    return this.#answer('writeImportMappings', () => {
      this.mappings = mappings.map(printMapping);
    });
  }

  submissionState(): Promise<SubmissionState> {
    return this.#answer('submissionState', () => this.sent);
  }

  writeSubmissionState(state: SubmissionState): Promise<void> {
    return this.#answer('writeSubmissionState', () => {
      this.sent = state;
    });
  }

  writeReceipt(receipt: ReceiptRow): Promise<void> {
    return this.#answer('writeReceipt', () => {
      const known = this.receiptRows.findIndex(({ submissionId }) => submissionId === receipt.submissionId);
      this.receiptRows[known >= 0 ? known : this.receiptRows.length] = receipt;
    });
  }

  receipts(): Promise<readonly ReceiptRow[]> {
    return this.#answer('receipts', () => [...this.receiptRows]);
  }

  watch(edited: () => void): Promise<() => Promise<void>> {
    return this.#answer('watch', () => {
      this.#watchers.add(edited);
      return () => {
        this.#watchers.delete(edited);
        return Promise.resolve();
      };
    });
  }

  #answer<T>(method: keyof InvoiceWorkbook, give: () => T): Promise<T> {
    this.calls.push(method);
    const trouble = this.#failures.get(method);
    this.#failures.delete(method);
    // Never at once: Excel does not either.
    return Promise.resolve().then(() => {
      if (trouble !== undefined) throw new ExcelError(trouble);
      return give();
    });
  }
}

/** A provider with nothing to correct, one site and its attestation. */
export function readySetup(billing: ProviderSetup['billing']): ProviderSetup {
  return { ...blankSetup, billing, sites: [siteFromBilling(billing)], invoiceDate: '11/02/2026', attested: true };
}
