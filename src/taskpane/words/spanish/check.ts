import type { Words } from '../english.ts';
import { lines, errors, warnings } from './counts.ts';

export const check: Words['check'] = {
  title: 'Revisar',
  button: 'Revisar todas las líneas',
  text: 'Aplica las reglas del plan a todas las líneas y escribe el resultado junto a cada una.',
  sheetTitle: 'La hoja misma',
  inspect: 'Buscar daños en la hoja',
  inspectText: 'Al pegar se pueden perder listas, bloqueos y formatos. Esto los busca.',
  never: 'Todavía sin revisar.',
  at: (time) => `La columna Check se puso al día el ${time}.`,
  changed: 'Hubo cambios desde entonces; la lista de abajo está al día, la columna no.',
  summary: (errorCount, warningCount, lineCount) =>
    `${errors(errorCount)} y ${warnings(warningCount)} en ${lines(lineCount)}.`,
  clean: (lineCount) => `${lines(lineCount)}, nada que corregir.`,
  empty: 'Todavía no hay líneas.',
  group: 'Agrupar los hallazgos',
  byLine: 'Por línea',
  byRule: 'Por regla',
  onlyErrors: 'Solo errores',
  error: 'Error',
  warning: 'Aviso',
  fromPlan: 'Del plan',
  goTo: (row, column) => `Ir a ${column}, fila ${String(row)}`,
  inSetUp: 'Corregirlo en Preparar',
  inMembers: 'Corregirlo en Miembros',
  goToShort: 'Ir a la celda',
  inForm: 'Abrir el formulario',
  inFormOf: (row) => `Abrir el formulario de la fila ${String(row)}`,
  fix: 'Qué hacer:',
  alternatives: 'Códigos para elegir:',
  lineHeading: (row, invoiceNumber) =>
    invoiceNumber === '' ? `Fila ${String(row)}` : `Fila ${String(row)} · factura ${invoiceNumber}`,
  ruleHeading: (title, count) => `${title} · ${lines(count)}`,
};

export const damage: Words['damage'] = {
  title: 'La hoja no está como se instaló',
  more: (count) => `${String(count)} más`,
  text: 'Casi siempre viene de haber pegado algo. Reparar lo arregla y conserva sus datos. Después, deshacer empieza de nuevo.',
  repair: 'Reparar',
  kinds: {
    unprotected: 'la protección de la hoja está quitada',
    locked: 'hay celdas que quedaron bloqueadas',
    unlocked: 'hay celdas que perdieron su bloqueo',
    listMissing: 'falta la lista',
    formatLost: 'se perdió el formato de celda',
    formulaLost: 'falta una fórmula',
    marksLost: 'faltan las marcas rojas',
  },
};
