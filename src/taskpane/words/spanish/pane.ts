import type { Words } from '../english.ts';
import { counted, lines, members, errors, warnings, fields } from './counts.ts';

export const common: Words['common'] = {
  close: 'Cerrar',
  back: 'Volver',
  edit: 'Editar',
  remove: 'Quitar',
  optional: 'opcional',
  dismiss: 'Cerrar este mensaje',
  stop: 'Detener',
  progress: (done: number, total: number) => `${done.toLocaleString('en-US')} de ${lines(total)}`,
  showMore: (count) => `Mostrar ${String(count)} más`,
  problems: 'Revise estos campos',
  row: (row) => `Fila ${String(row)}`,
  support: 'Ayuda de su plan',
  choose: 'Elija',
};

export const steps: Words['steps'] = {
  label: 'Pasos',
  errors: 'errores',
  setUp: 'Preparar',
  fill: 'Llenar',
  check: 'Revisar',
  submit: 'Enviar',
  followUp: 'Seguimiento',
};

export const tasks: Words['tasks'] = {
  open: 'Leyendo el libro…',
  install: 'Agregando las hojas…',
  saveSetup: 'Guardando…',
  saveMember: 'Guardando…',
  readFile: 'Leyendo su lista…',
  previewImport: 'Preparando la vista previa…',
  import: 'Agregando las líneas…',
  openLine: 'Abriendo la línea…',
  saveLine: 'Guardando…',
  arrange: 'Ordenando las líneas…',
  check: 'Revisando…',
  select: 'Yendo a la celda…',
  inspect: 'Mirando la hoja…',
  repair: 'Reparando…',
  previewRepairs: 'Buscando reparaciones…',
  makeRepairs: 'Reparando…',
  takeRepairsBack: 'Deshaciendo las reparaciones…',
  signIn: 'Esperando a que inicie sesión…',
  submit: 'Enviando…',
  seal: 'Sellando el archivo…',
  readReceipts: 'Leyendo los recibos…',
  askPlan: 'Preguntando al plan…',
  findReceipts: 'Buscando envíos…',
  readHistory: 'Preguntando al plan…',
  saveErrors: 'Trayendo los errores…',
  readErrors: 'Leyendo el libro de errores…',
  takeCorrections: 'Poniendo las correcciones en las líneas…',
  correct: 'Guardando…',
  clear: 'Borrando…',
};

export const awaitingCell: Words['awaitingCell'] =
  'Excel está ocupado: termine la celda que está editando (Entrar o Esc).';

export const excel: Words['excel'] = {
  cellEdit: 'Excel está ocupado: termine la celda que está editando (Entrar o Esc) e intente de nuevo.',
  notAnswering:
    'Excel no responde. Espere un momento e intente de nuevo. Si sigue así, guarde el libro y ábralo otra vez.',
  protected: 'Excel se negó por la protección de una hoja. Use Reparar en el paso Revisar e intente de nuevo.',
  tooOld: 'Esta versión de Excel no puede hacerlo. Use Microsoft 365 o Excel en la web.',
  otherPlan: 'Este libro ya tiene la plantilla de otro plan. Empiece un libro nuevo para este plan.',
  full: 'El libro tiene como máximo 5,000 líneas, y otros tantos miembros. Envíe lo que hay, o empiece un segundo libro.',
  unexpected: 'Excel no lo hizo. Intente de nuevo.',
};

export const messages: Words['messages'] = {
  installed: (carriedOver) =>
    carriedOver === 0
      ? 'Las hojas de factura están en el libro.'
      : `La plantilla está en su lugar. Se conservaron ${lines(carriedOver)}.`,
  setupSaved: (problems) =>
    problems === 0 ? 'Guardado en la hoja Setup.' : `Guardado en la hoja Setup. ${fields(problems)}`,
  memberSaved: (problems) => (problems === 0 ? 'Miembro guardado.' : `Miembro guardado. ${fields(problems)}`),
  memberNeedsCin: 'Un miembro necesita un CIN. Escríbalo y guarde.',
  lineSaved: (row, problems) =>
    problems === 0 ? `Fila ${String(row)} guardada.` : `Fila ${String(row)} guardada. ${fields(problems)}`,
  lineInserted: (row) => `Hay una línea en blanco en la fila ${String(row)}.`,
  lineDeleted: (row) => `Se borró la línea de la fila ${String(row)}.`,
  lineMoved: (row) => `La línea está ahora en la fila ${String(row)}.`,
  filterCleared: (row) => `El filtro de la hoja ocultaba la fila ${String(row)}. Se quitó para mostrarle la celda.`,
  sorted: 'Las líneas están ordenadas.',
  selectLine: 'Primero seleccione una celda de una línea en la hoja Invoice.',
  lineGone: 'Esa línea ya no está en el libro. Revise de nuevo.',
  imported: (lineCount, memberCount) =>
    `Se agregaron ${lines(lineCount)}; hay ${members(memberCount)} en la hoja Members.`,
  membersImported: (memberCount) => `Se agregaron o se pusieron al día: ${members(memberCount)}.`,
  checked: (lineCount, errorCount, warningCount) =>
    lineCount === 0
      ? 'Todavía no hay líneas que revisar.'
      : errorCount === 0 && warningCount === 0
        ? `${lines(lineCount)} sin nada que corregir.`
        : `Resultado de ${lines(lineCount)}: ${errors(errorCount)}, ${warnings(warningCount)}.`,
  repaired: (places, rebuilt) =>
    `Reparación de ${counted(places, 'lugar', 'lugares')} terminada; sus datos se conservan.${rebuilt ? ' La hoja se construyó de nuevo.' : ''}`,
  nothingToRepair: 'No hay nada que reparar.',
  signedIn: 'Ha iniciado sesión.',
  signedOut: 'Ha cerrado la sesión.',
  stopped: 'Detenido. No se escribió nada en el libro.',
  partMissing: 'No se pudo cargar una parte del panel. Revise su conexión de red e intente de nuevo.',
  unexpected: 'Algo salió mal en el panel. Ciérrelo y ábralo de nuevo; nunca se envía nada dos veces.',
};
