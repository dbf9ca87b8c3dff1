import type { ColumnKey } from '../../guidance/columns.ts';
import type { Arrangement, Sorting } from './fill.ts';
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
  importList(): Promise<void>;
  check(): Promise<void>;
  select(row: number, column: ColumnKey): Promise<void>;
  inspect(): Promise<void>;
  repair(): Promise<void>;
  signIn(): Promise<void>;
  signOut(): Promise<void>;
  submit(): Promise<void>;
  cancelSubmission(): Promise<void>;
  readReceipts(): Promise<void>;
}

/**
 * The commands over a context. What they do is loaded when it is first wanted: rules, tables, the CSV reader and the
 * submission client are no part of what the pane loads before it shows anything.
 */
export function createCommands(context: EffectContext): Commands {
  return {
    open: async () => (await import('./open.ts')).open(context),
    install: async (planId) => (await import('./open.ts')).install(context, planId),
    saveSetup: async () => (await import('./set-up.ts')).saveSetup(context),
    saveMember: async () => (await import('./set-up.ts')).saveMember(context),
    openLine: async (which) => (await import('./fill.ts')).openLine(context, which),
    saveLine: async (options) => (await import('./fill.ts')).saveLine(context, options),
    findSelectedRow: async () => (await import('./fill.ts')).findSelectedRow(context),
    arrange: async (arrangement, row) => (await import('./fill.ts')).arrange(context, arrangement, row),
    sortLines: async (sorting) => (await import('./fill.ts')).sortLines(context, sorting),
    showProviderBlock: async (shown) => (await import('./fill.ts')).showProviderBlock(context, shown),
    readList: async (source) => (await import('./import.ts')).readList(context, source),
    importList: async () => (await import('./import.ts')).importList(context),
    check: async () => (await import('./check.ts')).check(context),
    select: async (row, column) => (await import('./check.ts')).select(context, row, column),
    inspect: async () => (await import('./check.ts')).inspect(context),
    repair: async () => (await import('./repair.ts')).repair(context),
    signIn: async () => (await import('./sign-in.ts')).signIn(context),
    signOut: async () => {
      (await import('./sign-in.ts')).signOut(context);
    },
    submit: async () => (await import('./submit.ts')).submit(context),
    cancelSubmission: async () => {
      (await import('./submit.ts')).cancelSubmission(context);
    },
    readReceipts: async () => (await import('./receipts.ts')).readReceipts(context),
  };
}
