import type { Words } from '../english.ts';
import { counted, lines, members } from './counts.ts';

/** Text of the step Follow up, in Spanish. */
export const followUp: Words['followUp'] = {
  title: 'Seguimiento',
  text: 'Todos los envíos de este libro que su plan recibió, y qué fue de ellos.',
  none: 'Todavía no se ha enviado nada desde este libro.',
  ask: 'Preguntar al plan',
  askText: 'Pregunta qué fue de los envíos de abajo y lo escribe en la hoja Receipts.',
  submission: (time) => `Recibido el ${time}`,
  facts: {
    id: 'Envío',
    content: 'Contenido',
    total: 'Importe total',
    state: 'Estado',
    acknowledge: 'Acuse de recibo a más tardar',
    pay: 'Se paga, objeta o niega a más tardar',
    signature: 'Firma',
  },
  genuine: 'Firmado por su plan',
  notGenuine: 'No está firmado por su plan: llame a su plan',
  returned: (count) =>
    `${counted(count, 'factura de este envío sigue', 'facturas de este envío siguen')} por corregir:`,
  correctBy: (day) => `Envíela de nuevo a más tardar el ${day}.`,
  linesGone: 'Sus líneas ya no están en este libro.',
  untilSentAgain:
    'Lo que el plan encontró queda aquí hasta que la factura se envíe de nuevo, también después de corregir la celda.',
  save: { xlsx: 'Guardar el libro de errores', csv: 'Guardar la lista de errores (CSV)' },
  invoice: (number) => `Factura ${number}`,
  sendAgain: 'El plan no la ha aceptado. Corríjala y envíe de nuevo: conserva su número y no es un reemplazo.',
  acceptedBefore:
    'El plan ya aceptó antes una factura con este número. Envíela como reemplazo si corrige aquella; dele otro número si es otra factura.',
  replaceIt: 'Enviar como reemplazo',
  errorWorkbook: {
    title: 'Libro de errores',
    text: 'Abra aquí el libro de errores de su plan: lo que dice queda en las líneas de este libro, adonde se hayan movido.',
    choose: 'Abrir un libro de errores (.xlsx)',
    loaded: (id) => `Pertenece al envío ${id}, y su plan firmó su recibo.`,
    missing: (count) =>
      `${counted(count, 'línea', 'líneas')} del libro de errores no ${count === 1 ? 'está' : 'están'} en este libro. ${count === 1 ? 'Corríjala' : 'Corríjalas'} en el propio libro de errores y envíe desde allí.`,
    corrected: (count) =>
      `${counted(count, 'línea fue corregida', 'líneas fueron corregidas')} en el libro de errores. Las celdas corregidas se pueden poner en las mismas líneas de aquí. Lo que se corrigió en sus hojas Setup y Members debe corregirse también aquí.`,
    take: 'Tomar las correcciones',
    refusals: {
      notAnErrorWorkbook: 'No es un libro de errores. Elija el archivo .xlsx que su plan devolvió, tal como llegó.',
      notFromPlan:
        'Este libro de errores no trae un recibo firmado por su plan, así que no se lee. Pídalo de nuevo a su plan.',
      passwordProtected:
        'El libro se abre con una contraseña y el panel no puede leerlo. Quite la contraseña en Excel (Archivo, Información, Proteger libro, Cifrar con contraseña: déjela en blanco), guárdelo y ábralo aquí de nuevo.',
      damaged: 'El archivo está dañado, o le falta el final. Guarde de nuevo el libro de errores y abra ese.',
      altered:
        'El archivo contiene más de lo que su plan puso en él, o es mucho mayor. Guarde de nuevo el libro de errores, corrija sus celdas y abra ese.',
      otherPlan: 'Este libro de errores es de otro plan que el de este libro.',
      unreadable: 'El archivo no se pudo leer. Ábralo de nuevo.',
    },
  },
  correct: {
    title: 'Reemplazar o anular una factura aceptada',
    text: 'Solo para facturas que su plan aceptó. Una que volvió nunca fue aceptada: corríjala y envíela de nuevo.',
    none: 'Este libro no tiene ninguna factura que el plan haya aceptado.',
    purpose: '¿Qué debe hacer el plan?',
    purposes: { replacement: 'Reemplazarlas', void: 'Anularlas' },
    meaning: {
      replacement:
        'El plan toma cada factura como está en este libro en lugar de la que tiene. Se envían todas sus líneas: corríjalas primero.',
      void: 'El plan cancela cada factura como si nunca se hubiera enviado y retira lo que pagó por ella. Deje las líneas como fueron aceptadas.',
    },
    find: 'Buscar por número de factura',
    which: 'Facturas',
    more: (count) => `${String(count)} más: escriba una parte del número para encontrarlas.`,
    noneFound: 'Ninguna factura aceptada tiene este número.',
    chosen: (count) => `${counted(count, 'factura elegida', 'facturas elegidas')}.`,
    start: { replacement: 'Preparar el reemplazo', void: 'Preparar la anulación' },
    underway: {
      replacement: (numbers) =>
        `Este libro envía ahora el reemplazo de ${numbers}. Las facturas nuevas esperan hasta que sea aceptado.`,
      void: (numbers) =>
        `Este libro envía ahora la anulación de ${numbers}. Las facturas nuevas esperan hasta que sea aceptada.`,
    },
    end: 'Enviar de nuevo facturas nuevas',
  },
  clear: {
    title: 'Borrar los datos de miembros',
    text: 'Cuando su plan haya aceptado sus facturas, puede sacar de este libro los datos de los miembros. Setup y Receipts se quedan.',
    needsReceipt: 'Esto espera un recibo firmado por su plan: hasta entonces el libro es el único registro.',
    undo: 'Las copias de este archivo, y sus versiones anteriores en OneDrive o SharePoint, conservan lo que tienen: bórrelas donde ya no las necesite.',
    invoice: {
      offer: (count, left) =>
        `${lines(count)} de facturas aceptadas se pueden borrar de la hoja Invoice.${left === 0 ? '' : ` ${left === 1 ? 'Se queda' : 'Se quedan'} ${lines(left)} que el plan no ha aceptado.`}`,
      none: 'La hoja Invoice no tiene ninguna línea de una factura aceptada.',
      button: 'Borrar estas líneas',
      confirm: (count) =>
        `¿Borrar ${lines(count)} para siempre? Para reemplazar o anular después estas facturas necesita sus líneas.`,
      yes: 'Sí, borrar las líneas',
    },
    members: {
      offer: (count) => `${members(count)} sin línea en este libro se pueden borrar de la hoja Members.`,
      none: 'Todos los miembros de la hoja Members tienen una línea en este libro.',
      button: 'Borrar estos miembros',
      confirm: (count) => `¿Borrar ${members(count)} para siempre? El próximo mes los escribiría de nuevo.`,
      yes: 'Sí, borrar los miembros',
    },
    keep: 'Conservarlos',
  },
  find: {
    title: '¿Falta aquí un envío?',
    text: 'A una copia o a una versión anterior del libro pueden faltarle recibos. El plan los tiene todos y los da de nuevo.',
    all: 'Buscar todas las facturas de este libro',
    number: 'O por un número de factura',
    numberHelp: 'Los diez dígitos del número.',
    numberProblem: 'Escriba un número de factura de diez dígitos.',
    one: 'Buscar esta factura',
  },
  messages: {
    nothingOpen: 'No hay nada que preguntar: el plan aceptó todas las facturas que recibió de este libro.',
    answered: (count) =>
      `El plan respondió sobre ${counted(count, 'envío', 'envíos')}. Lo que volvió para corregir está abajo.`,
    found: (count, unasked) =>
      [
        count === 0
          ? 'El plan no tiene ningún recibo de lo que se preguntó.'
          : `${counted(count, 'envío encontrado', 'envíos encontrados')}. ${count === 1 ? 'Su recibo está' : 'Los recibos están'} en la hoja Receipts.`,
        ...(unasked === 0
          ? []
          : [`${counted(unasked, 'número queda', 'números quedan')} por preguntar: pulse de nuevo para seguir.`]),
      ].join(' '),
    errorsSaved: 'El archivo se ofrece para guardar. Contiene datos de miembros: guárdelo donde se guarda el libro.',
    errorWorkbookLoaded: (count) => `${counted(count, 'hallazgo', 'hallazgos')} del plan leídos del libro de errores.`,
    correctionsTaken: (count) => `Correcciones puestas en ${lines(count)}. Revise todas las líneas y envíe.`,
    correctionStarted: {
      replacement: (count) =>
        `El libro ahora envía ${counted(count, 'reemplazo', 'reemplazos')} y nada más. Corrija las líneas y envíe.`,
      void: (count) =>
        `El libro ahora envía ${counted(count, 'anulación', 'anulaciones')} y nada más. Envíe cuando esté listo.`,
    },
    nothingToClear: 'Ya no hay nada que borrar.',
    linesCleared: (count) =>
      `${counted(count, 'línea borrada', 'líneas borradas')} de la hoja Invoice. Guarde el libro.`,
    membersCleared: (count) =>
      `${counted(count, 'miembro borrado', 'miembros borrados')} de la hoja Members. Guarde el libro.`,
    correctionEnded: 'El libro envía de nuevo facturas nuevas. No se envió nada.',
  },
  failures: {
    moved: 'Su plan tiene una dirección nueva. Cierre el panel, ábralo de nuevo e intente otra vez.',
    network: 'No se pudo llegar a su plan. Su libro no ha cambiado. Intente de nuevo cuando tenga conexión.',
    busy: 'Su plan está demasiado ocupado para responder. Su libro no ha cambiado. Espere unos minutos e intente de nuevo.',
    signedOut: 'Su sesión terminó. Intente de nuevo: se le pedirá iniciar sesión.',
    cancelled: 'Detenido. Lo que el plan ya respondió se conserva.',
    notUnderstood:
      'La respuesta no vino de su plan. Quizá su red le pide iniciar sesión primero. Después intente de nuevo.',
  },
};
