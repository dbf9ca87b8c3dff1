/** Why a file is not read. Words for it stand in `xlsx/refusal-words.ts`. */
export type RefusalReason =
  | 'empty'
  /** Neither a workbook nor anything that we know. */
  | 'notAWorkbook'
  /** An .xls of Excel 97 to 2003. */
  | 'oldExcel'
  | 'pdf'
  /** .ods */
  | 'openDocument'
  /** .xlsb */
  | 'binaryWorkbook'
  /** Encrypted by Excel: honest, and closed to us. */
  | 'passwordProtected'
  /** The end of the file is missing. */
  | 'cutOff'
  /** The file contradicts itself, or breaks the rules of its format. */
  | 'damaged'
  /** A part declares a document type or entities, which no workbook does. */
  | 'declarations'
  | 'macros'
  /** Links to other workbooks. */
  | 'externalLinks'
  /** Names of parts that lead out of the file, or that mean the same part twice. */
  | 'unsafeNames'
  /** More than any invoice workbook comes to: {@link ReadLimits}. */
  | 'tooLarge'
  | 'tooManyStyles'
  /** Whoever asked for the reading no longer waits for it. */
  | 'stopped';

/** A file that is not read. Never holds anything that stands in the file. */
export class WorkbookRefused extends Error {
  readonly reason: RefusalReason;

  constructor(reason: RefusalReason) {
    super(`The workbook is not read: ${reason}`);
    this.name = 'WorkbookRefused';
    this.reason = reason;
  }
}

/** Refuses a file. @throws WorkbookRefused */
export function refuse(reason: RefusalReason): never {
  throw new WorkbookRefused(reason);
}
