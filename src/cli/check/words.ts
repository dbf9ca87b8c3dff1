import type { Language } from '../../guidance/messages/words.ts';

/** What the command says beside the findings. */
export interface CheckWords {
  readonly error: string;
  readonly warning: string;
  readonly unreadable: string;
  counts(lines: number, invoices: number): string;
  outcome(errors: number, warnings: number): string;
  more(cells: number): string;
  hidden(lines: number): string;
  uncalculated(lines: number): string;
  missing(headers: readonly string[]): string;
  readonly headers: readonly string[];
}

const several = (count: number, one: string, many: string) =>
  `${count.toLocaleString('en-US')} ${count === 1 ? one : many}`;

const english: CheckWords = {
  error: 'Error',
  warning: 'Warning',
  unreadable: 'The file cannot be read: it is not there, or you may not read it.',
  counts: (lines, invoices) => `${several(lines, 'line', 'lines')}, ${several(invoices, 'invoice', 'invoices')}`,
  outcome: (errors, warnings) =>
    errors + warnings === 0
      ? 'Nothing found.'
      : `${several(errors, 'error', 'errors')}, ${several(warnings, 'warning', 'warnings')}.`,
  more: (cells) => `and ${several(cells, 'more cell', 'more cells')}`,
  hidden: (lines) =>
    `${several(lines, 'line stands', 'lines stand')} on hidden or filtered rows and counted all the same.`,
  uncalculated: (lines) =>
    `${several(lines, 'line has', 'lines have')} formulas without a result, which count as blank: open the file in Excel and save it.`,
  missing: (headers) => `Columns that the file does not have: ${headers.join('; ')}.`,
  headers: [
    'File',
    'Cell',
    'Row',
    'Invoice Number',
    'Element',
    'Column',
    'Severity',
    'Code',
    'What is wrong',
    'How to fix it',
    'Source of the rule',
    'Repair offered',
  ],
};

const spanish: CheckWords = {
  error: 'Error',
  warning: 'Aviso',
  unreadable: 'El archivo no se puede leer: no existe o usted no tiene permiso.',
  counts: (lines, invoices) => `${several(lines, 'línea', 'líneas')}, ${several(invoices, 'factura', 'facturas')}`,
  outcome: (errors, warnings) =>
    errors + warnings === 0
      ? 'No se encontró nada.'
      : `${several(errors, 'error', 'errores')}, ${several(warnings, 'aviso', 'avisos')}.`,
  more: (cells) => `y ${several(cells, 'celda más', 'celdas más')}`,
  hidden: (lines) =>
    `${several(lines, 'línea está', 'líneas están')} en filas ocultas o filtradas y cuentan igualmente.`,
  uncalculated: (lines) =>
    `${several(lines, 'línea tiene', 'líneas tienen')} fórmulas sin resultado, que cuentan como vacías: abra el archivo en Excel y guárdelo.`,
  missing: (headers) => `Columnas que el archivo no tiene: ${headers.join('; ')}.`,
  headers: [
    'Archivo',
    'Celda',
    'Fila',
    'Número de factura',
    'Elemento',
    'Columna',
    'Gravedad',
    'Código',
    'Qué está mal',
    'Cómo corregirlo',
    'Fuente de la regla',
    'Reparación ofrecida',
  ],
};

/** The command's words in each language. */
export const checkWords: Readonly<Record<Language, CheckWords>> = { en: english, es: spanish };
