import type { WorkbookFile } from '../../src/xlsx/write/workbook-file.ts';

/** Writes a workbook and gives its bytes. */
export type WriteWorkbook = (workbook: WorkbookFile) => Promise<Uint8Array>;

/**
 * Who writes the template, by name; a library is loaded only where it writes.
 *
 * exceljs writes cells, looks, locks, lists, marks, names, frozen panes and protection; SheetJS (the free edition) cells,
 * widths and names alone, which is less than what is asked for.
 */
export const contenders = {
  ours: async () => {
    const { writeWorkbook } = await import('../../src/xlsx/write/write-workbook.ts');
    return (workbook) => Promise.resolve(writeWorkbook(workbook));
  },
  exceljs: async () => (await import('./with-exceljs.ts')).writeWithExceljs,
  'SheetJS (less)': async () => (await import('./with-sheetjs.ts')).writeWithSheetjs,
} as const satisfies Readonly<Record<string, () => Promise<WriteWorkbook>>>;
