import type { Words } from '../english.ts';
import { counted, lines, invoices, members, errors, warnings } from './counts.ts';

export const imports: Words['import'] = {
  title: { lines: 'Importar una lista', members: 'Importar miembros' },
  text: {
    lines:
      'Su propia lista con su fila de encabezados. El panel conoce muchos encabezados; usted dice adónde van las otras columnas.',
    members:
      'Una lista de miembros, o el archivo de autorizaciones del plan, con su fila de encabezados. Usted dice adónde van las columnas que el panel no conoce.',
  },
  chooseFile: 'Abrir un archivo CSV o un libro de Excel (.xlsx)',
  or: 'O pegue filas que copió, si puede con su fila de encabezados:',
  read: 'Vista previa',
  previewTitle: 'Vista previa',
  found: (lineCount, invoiceCount, memberCount) =>
    `${lines(lineCount)}, ${invoices(invoiceCount)}, ${members(memberCount)}.`,
  foundMembers: (memberCount) => `${members(memberCount)}.`,
  findings: (errorCount, warningCount) => `${errors(errorCount)}, ${warnings(warningCount)}.`,
  clean: 'Nada que corregir.',
  row: (row) => `Fila ${String(row)} del archivo`,
  differences: (count) =>
    `${counted(count, 'valor difiere', 'valores difieren')} de lo que el libro calcula por sí solo. Se usarán los valores del libro.`,
  columns: (recognized, others, names) =>
    `${counted(recognized, 'columna reconocida', 'columnas reconocidas')}${others === 0 ? '.' : `, ${String(others)} no: ${names}.`}`,
  columnAt: (letters) => `Columna ${letters}`,
  columnHolds: (name) => `${name} va a`,
  example: (text) => `Por ejemplo: ${text}`,
  memberName: '23, 24 · Nombre del miembro, como Apellido, Nombre',
  notRead: 'A ninguna parte: no leer esta columna',
  allColumns: 'Mostrar todas las columnas',
  fewerColumns: 'Mostrar menos columnas',
  tooLong: (rows) =>
    `Estas filas tienen más celdas que la fila de encabezados; sus celdas pueden estar en columnas equivocadas: ${rows}.`,
  repairs: (count) => `${counted(count, 'reparación', 'reparaciones')} de formato`,
  beforeAndAfter: (what) => `Antes y después: ${what}`,
  takeLines:
    'Empezar también una línea por cada fila, con lo que diga de diagnósticos, número de autorización, fechas y unidades',
  setup: 'Tomar de esta lista el proveedor que factura y los sitios',
  larger:
    'La hoja Invoice se hace de nuevo con más filas para esta lista. Sus datos se quedan; deshacer empieza de nuevo.',
  noRoom: (room) =>
    `Solo hay lugar para ${counted(room, 'línea más', 'líneas más')}. Divida la lista, o empiece un segundo libro.`,
  add: (count) => `Agregar ${lines(count)}`,
  addMembers: (count) => `Agregar ${members(count)}`,
  another: 'Usar otra lista',
  missing: (names) => `Nada de la lista va a: ${names}.`,
  refusals: {
    noHeaders: 'Esto no es una tabla con encabezados. Pegue las filas con su fila de encabezados e intente de nuevo.',
    noLines: 'No hay líneas debajo de los encabezados.',
    brokenQuotes: 'La lista tiene unas comillas que no se cierran. Guárdela otra vez como CSV e intente de nuevo.',
    notAWorkbook: 'No es un libro de Excel (.xlsx) ni un texto en columnas. Guarde la lista de una de esas formas.',
    empty: 'El archivo está vacío. Abra el archivo que tiene su lista.',
    oldExcel:
      'Es un libro de Excel 97 a 2003. Ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)», o pegue sus filas.',
    pdf: 'Es un PDF, se llame como se llame. Abra el libro o el archivo CSV del que se hizo, o pegue sus filas.',
    openDocument: 'Es una hoja de cálculo OpenDocument. Guárdela como «Libro de Excel (.xlsx)», o pegue sus filas.',
    binaryWorkbook:
      'Es un libro binario (.xlsb). Ábralo en Excel y guárdelo como «Libro de Excel (.xlsx)», o pegue sus filas.',
    passwordProtected:
      'El libro se abre con una contraseña y el panel no puede leerlo. Ábralo en Excel y pegue aquí sus filas.',
    cutOff: 'Falta el final del archivo, como tras una descarga interrumpida. Tome el archivo de nuevo de donde vino.',
    damaged: 'El archivo está dañado. Ábralo en Excel, deje que Excel lo repare y pegue aquí sus filas.',
    declarations:
      'El archivo declara entidades XML, que ningún programa de hojas de cálculo escribe. No se lee. Pegue sus filas.',
    macros: 'El libro contiene macros. Guárdelo como «Libro de Excel (.xlsx)», que no las tiene, o pegue sus filas.',
    externalLinks: 'El libro tiene vínculos a otros libros. Pegue aquí sus filas: vienen sin los vínculos.',
    unsafeNames:
      'El archivo tiene partes cuyos nombres salen de él o se repiten, lo que ningún programa de hojas de cálculo escribe. No se lee. Pegue sus filas.',
    tooLarge: 'El archivo es mucho mayor que una lista de servicios. Copie las filas que necesita y péguelas aquí.',
    tooManyStyles: 'El libro tiene más estilos de celda de los que Excel abre. Copie sus filas y péguelas aquí.',
    stopped: 'La lectura de la lista tardó demasiado y se detuvo. Copie las filas que necesita y péguelas aquí.',
    unreadable: 'No se pudo leer el archivo. Ábralo de nuevo, o pegue sus filas.',
  },
};
