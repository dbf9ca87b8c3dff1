/** Reads the only sheet of a workbook and gives the number of its cells that hold something, each value looked at. */
export type ReadWorkbook = (bytes: Buffer) => number | Promise<number>;

/** Who reads, by name; a library is loaded only where it reads. exceljs has two ways, of which one keeps nothing. */
export const contenders = {
  ours: async (): Promise<ReadWorkbook> => {
    const { openWorkbook } = await import('../../src/xlsx/read/open-workbook.ts');
    return (bytes) => {
      const book = openWorkbook(bytes);
      let cells = 0;
      for (const sheet of book.sheets) {
        book.readRows(sheet, (row) => {
          for (let place = 0; place < row.count; place += 1) if (row.valueAt(place) !== '') cells += 1;
          return true;
        });
      }
      book.refuseDeclarations();
      return cells;
    };
  },
  exceljs: async (): Promise<ReadWorkbook> => {
    const { default: exceljs } = await import('exceljs');
    return async (bytes) => {
      const workbook = new exceljs.Workbook();
      await workbook.xlsx.load(bytes as unknown as Parameters<typeof workbook.xlsx.load>[0]);
      let cells = 0;
      for (const sheet of workbook.worksheets) {
        sheet.eachRow((row) => {
          row.eachCell(({ value }) => {
            if (value !== null) cells += 1;
          });
        });
      }
      return cells;
    };
  },
  'exceljs, streaming': async (): Promise<ReadWorkbook> => {
    const { default: exceljs } = await import('exceljs');
    const { Readable } = await import('node:stream');
    return async (bytes) => {
      const reader = new exceljs.stream.xlsx.WorkbookReader(Readable.from([bytes]), {
        sharedStrings: 'cache',
        styles: 'cache',
        worksheets: 'emit',
      });
      let cells = 0;
      for await (const sheet of reader) {
        for await (const row of sheet) {
          row.eachCell(({ value }) => {
            if (value !== null) cells += 1;
          });
        }
      }
      return cells;
    };
  },
  SheetJS: async (): Promise<ReadWorkbook> => {
    const sheetjs = await import('@e965/xlsx');
    return (bytes) => {
      const workbook = sheetjs.read(bytes, { dense: true });
      let cells = 0;
      for (const name of workbook.SheetNames) {
        const rows = (workbook.Sheets[name]?.['!data'] ?? []) as (
          readonly ({ readonly v?: unknown } | undefined)[] | undefined
        )[];
        for (const row of rows) for (const cell of row ?? []) if (cell?.v !== undefined) cells += 1;
      }
      return cells;
    };
  },
} as const satisfies Readonly<Record<string, () => Promise<ReadWorkbook>>>;
