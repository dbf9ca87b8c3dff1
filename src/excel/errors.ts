import { ExcelError, type ExcelTrouble } from './invoice-workbook.ts';

const troubles: Readonly<Record<string, ExcelTrouble>> = {
  AccessDenied: 'protected',
  ApiNotAvailable: 'tooOld',
  ApiNotFound: 'tooOld',
  InvalidOperationInCellEditMode: 'cellEdit',
};

/** Office.js errors carry a code; nothing else of them is kept, since their debug text can hold cell contents. */
function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null;
  return typeof error.code === 'string' ? error.code : null;
}

/** The trouble that an error from Office.js means. */
export function excelError(error: unknown): ExcelError {
  if (error instanceof ExcelError) return error;
  return new ExcelError(troubles[codeOf(error) ?? ''] ?? 'unexpected');
}

/** Whether Excel refused because a cell is being edited. */
export function isCellEdit(error: unknown): boolean {
  return codeOf(error) === 'InvalidOperationInCellEditMode';
}
