import type { ColumnKey } from '../../guidance/columns.ts';
import type { ErrorFileForm } from '../../submission/error-file.ts';
import type { FilledCell } from '../../workbook/filled-cell.ts';
import type { Arrangement, Sorting } from './fill.ts';
import type { ImportChange } from './import.ts';
import type { EffectContext } from './ports.ts';

/** What clicks start. Each resolves when it is done; what came of it is in the state. */
export interface Commands {
  open(): Promise<void>;
  install(planId: string): Promise<void>;
  saveSetup(): Promise<void>;
  saveMember(): Promise<void>;
  openLine(which: number | 'selected'): Promise<void>;
  saveLine(options: { readonly another: boolean }): Promise<void>;
  findSelectedRow(): Promise<number | null>;
  arrange(arrangement: Arrangement, row: number): Promise<void>;
  sortLines(sorting: Sorting): Promise<void>;
  showProviderBlock(shown: boolean): Promise<void>;
  readList(source: Blob | string): Promise<void>;
  /** Works out what the list would do, after a change of its columns or of what was decided about it. */
  previewImport(change: ImportChange | null): Promise<void>;
  importList(): Promise<void>;
  check(): Promise<void>;
  select(row: number, column: ColumnKey): Promise<void>;
  inspect(): Promise<void>;
  repair(): Promise<void>;
  previewRepairs(at: FilledCell | 'everywhere'): Promise<void>;
  makeRepairs(): Promise<void>;
  takeRepairsBack(): Promise<void>;
  signIn(): Promise<void>;
  signOut(): Promise<void>;
  submit(): Promise<void>;
  /** Saves what would be sent as a file that only the plan can open. */
  seal(): Promise<void>;
  /**
   * Stops what runs, where it can be stopped. What a plan has received stays received, and is found again by the next
   * submission.
   */
  stop(): void;
  readReceipts(): Promise<void>;
  /** Asks the plan what became of the submissions on the Receipts sheet. */
  askPlan(): Promise<void>;
  /** Fetches receipts again, by one invoice number, or by all numbers of the workbook that no receipt names. */
  findReceipts(invoiceNumber: string | null): Promise<void>;
  /** Opens the history of an invoice; without an NPI that of the billing provider on Setup. */
  showHistory(invoiceNumber: string, billingProviderNpi: string | null): Promise<void>;
  /** Fetches what came back of a submission, to be saved: as a workbook, or as a list of errors. */
  saveErrors(submissionId: string, form: ErrorFileForm): Promise<void>;
  readErrorWorkbook(file: Blob): Promise<void>;
  /** Puts what was corrected in the error workbook on the lines of this one. */
  takeCorrections(): Promise<void>;
  /** From now on the workbook sends replacements or voids of these invoices. */
  startCorrection(purpose: 'replacement' | 'void', invoiceNumbers: readonly string[]): Promise<void>;
  /** From now on it sends new invoices again. */
  endCorrection(): Promise<void>;
  /** Takes lines of accepted invoices out of the workbook. */
  clearLines(): Promise<void>;
  /** Takes members without a line out of the workbook. */
  clearMembers(): Promise<void>;
}

/** The parts that are loaded when they are first wanted. */
const parts = {
  open: () => import('./open.ts'),
  setUp: () => import('./set-up.ts'),
  fill: () => import('./fill.ts'),
  import: () => import('./import.ts'),
  check: () => import('./check.ts'),
  repair: () => import('./repair.ts'),
  repairEntries: () => import('./repair-entries.ts'),
  signIn: () => import('./sign-in.ts'),
  submit: () => import('./submit.ts'),
  followUp: () => import('./follow-up.ts'),
  history: () => import('./history.ts'),
  errorFiles: () => import('./error-files.ts'),
  correction: () => import('./correction.ts'),
  clear: () => import('./clear.ts'),
  seal: () => import('./seal.ts'),
};

/** Loads what is not there yet, so that a network that is lost later takes nothing but sending away. */
export async function loadAllParts(): Promise<void> {
  await Promise.allSettled(Object.values(parts).map((load) => load()));
}

/**
 * The commands over a context. What they do is loaded when it is first wanted: rules, tables, the CSV reader and the
 * submission client are no part of what the pane loads before it shows anything.
 */
export function createCommands(context: EffectContext): Commands {
  async function after<Part, Result>(
    load: () => Promise<Part>,
    run: (part: Part) => Promise<Result> | Result,
    otherwise: Result,
  ): Promise<Result> {
    let part: Part;
    try {
      part = await load();
    } catch {
      context.store.dispatch({ type: 'messageShown', message: { kind: 'partMissing' } });
      return otherwise;
    }
    return run(part);
  }
  function does<Part>(load: () => Promise<Part>, run: (part: Part) => Promise<void> | void): Promise<void> {
    return after(load, run, undefined);
  }
  return {
    open: () => does(parts.open, (part) => part.open(context)),
    install: (planId) => does(parts.open, (part) => part.install(context, planId)),
    saveSetup: () => does(parts.setUp, (part) => part.saveSetup(context)),
    saveMember: () => does(parts.setUp, (part) => part.saveMember(context)),
    openLine: (which) => does(parts.fill, (part) => part.openLine(context, which)),
    saveLine: (options) => does(parts.fill, (part) => part.saveLine(context, options)),
    findSelectedRow: () => after(parts.fill, (part) => part.findSelectedRow(context), null),
    arrange: (arrangement, row) => does(parts.fill, (part) => part.arrange(context, arrangement, row)),
    sortLines: (sorting) => does(parts.fill, (part) => part.sortLines(context, sorting)),
    showProviderBlock: (shown) => does(parts.fill, (part) => part.showProviderBlock(context, shown)),
    readList: (source) => does(parts.import, (part) => part.readList(context, source)),
    previewImport: (change) => does(parts.import, (part) => part.previewImport(context, change)),
    importList: () => does(parts.import, (part) => part.importList(context)),
    check: () => does(parts.check, (part) => part.check(context)),
    select: (row, column) => does(parts.check, (part) => part.select(context, row, column)),
    inspect: () => does(parts.check, (part) => part.inspect(context)),
    repair: () => does(parts.repair, (part) => part.repair(context)),
    previewRepairs: (at) => does(parts.repairEntries, (part) => part.previewRepairs(context, at)),
    makeRepairs: () => does(parts.repairEntries, (part) => part.makeRepairs(context)),
    takeRepairsBack: () => does(parts.repairEntries, (part) => part.takeRepairsBack(context)),
    signIn: () => does(parts.signIn, (part) => part.signIn(context)),
    signOut: () =>
      does(parts.signIn, (part) => {
        part.signOut(context);
      }),
    seal: () => does(parts.seal, (part) => part.seal(context)),
    submit: () => does(parts.submit, (part) => part.submit(context)),
    stop: () => {
      context.cancellation.current?.abort();
    },
    readReceipts: () => does(parts.followUp, (part) => part.readReceipts(context)),
    askPlan: () => does(parts.followUp, (part) => part.askPlan(context)),
    findReceipts: (invoiceNumber) => does(parts.followUp, (part) => part.findReceipts(context, invoiceNumber)),
    showHistory: (invoiceNumber, npi) => does(parts.history, (part) => part.showHistory(context, invoiceNumber, npi)),
    saveErrors: (submissionId, form) => does(parts.errorFiles, (part) => part.saveErrors(context, submissionId, form)),
    readErrorWorkbook: (file) => does(parts.errorFiles, (part) => part.readErrorWorkbook(context, file)),
    takeCorrections: () => does(parts.errorFiles, (part) => part.takeCorrections(context)),
    startCorrection: (purpose, numbers) =>
      does(parts.correction, (part) => part.startCorrection(context, purpose, numbers)),
    endCorrection: () => does(parts.correction, (part) => part.endCorrection(context)),
    clearLines: () => does(parts.clear, (part) => part.clearLines(context)),
    clearMembers: () => does(parts.clear, (part) => part.clearMembers(context)),
  };
}
