/**
 * How much of a file is read. Absolute numbers rather than ratios: an honest file inflates 9-fold, a bomb 260-fold and
 * more, and what counts is the memory and the time that it takes.
 */
export interface ReadLimits {
  /** Bytes of the file. */
  readonly fileBytes: number;
  /** Parts in the file. */
  readonly parts: number;
  /** Inflated bytes of one part, and of all. */
  readonly partBytes: number;
  readonly totalBytes: number;
  /** Rows of a sheet that hold something, cells of a sheet, and characters of a row. */
  readonly rows: number;
  readonly cells: number;
  readonly rowCharacters: number;
  /** Characters of a sheet's values. */
  readonly sheetCharacters: number;
  /** Shared strings, and their characters together. */
  readonly sharedStrings: number;
  readonly sharedCharacters: number;
  readonly styles: number;
  readonly sheets: number;
  readonly names: number;
}

/**
 * Twice and more what the largest honest file comes to: 50,000 lines of 66 columns have 3.3 million cells with 20 million
 * characters in 150 MB of XML, packed to 20 MB. Excel itself has at most 65,490 styles.
 */
export const defaultLimits: ReadLimits = {
  fileBytes: 64 * 1024 * 1024,
  parts: 5_000,
  partBytes: 512 * 1024 * 1024,
  totalBytes: 640 * 1024 * 1024,
  rows: 100_000,
  cells: 14_000_000,
  rowCharacters: 4_000_000,
  sheetCharacters: 40_000_000,
  sharedStrings: 500_000,
  sharedCharacters: 16_000_000,
  styles: 65_490,
  sheets: 500,
  names: 20_000,
};

/** Rows and columns of a worksheet (Excel specifications and limits). */
export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;
