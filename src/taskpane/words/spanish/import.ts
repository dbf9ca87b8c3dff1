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
    unreadable: 'No se pudo leer el archivo. Ábralo de nuevo, o pegue sus filas.',
  },
};
