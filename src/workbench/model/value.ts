/** The error values of Excel 2010. */
export const errorCodes = ['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A'] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** An error as a cell's value. One object per code, so `===` compares. */
export class CellError {
  readonly code: ErrorCode;

  constructor(code: ErrorCode) {
    this.code = code;
  }

  toString(): string {
    return this.code;
  }
}

/** The error value of each code. */
export const cellErrors: Readonly<Record<ErrorCode, CellError>> = Object.fromEntries(
  errorCodes.map((code) => [code, new CellError(code)]),
) as Record<ErrorCode, CellError>;

/** A calculated value: `null` is a blank cell. Dates are numbers (serials) in Excel. */
export type CellValue = null | number | string | boolean | CellError;

export function isErrorCode(text: string): text is ErrorCode {
  return (errorCodes as readonly string[]).includes(text);
}
