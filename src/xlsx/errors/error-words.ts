import type { Language } from '../../guidance/messages/words.ts';
import type { Purpose } from '../../workbook/model.ts';

/** Fixed words of error workbook and error file, in one language. Elements keep the guidance's English names. */
export interface ErrorWords {
  readonly sheets: { readonly summary: string; readonly accepted: string };
  readonly title: string;
  readonly checkedTitle: string;
  /** What came of it, in one or two sentences. */
  readonly outcome: (counts: {
    readonly invoices: number;
    readonly returned: number;
    readonly accepted: number;
    readonly errors: number;
    readonly wasSent: boolean;
  }) => string;
  readonly whatToDo: string;
  readonly steps: (names: {
    readonly setup: string;
    readonly members: string;
    readonly sendAs: string;
  }) => readonly string[];
  readonly facts: {
    readonly left: string;
    readonly submission: string;
    readonly received: string;
    readonly checked: string;
    readonly sendAs: string;
    readonly respondBy: string;
    readonly help: string;
  };
  readonly notSent: string;
  readonly noDay: string;
  readonly resubmission: Readonly<Record<Purpose, string>>;
  readonly lists: {
    readonly errors: string;
    readonly filledAnew: string;
    readonly warnings: string;
    readonly invoices: string;
  };
  readonly columns: {
    readonly standing: string;
    readonly correctAt: string;
    readonly invoiceNumber: string;
    readonly row: string;
    readonly element: string;
    readonly name: string;
    readonly severity: string;
    readonly message: string;
    readonly fix: string;
    readonly source: string;
    readonly code: string;
    readonly markedCell: string;
    readonly sourceRow: string;
    readonly lines: string;
    readonly errors: string;
    readonly amount: string;
    readonly reason: string;
    readonly state: string;
    readonly next: string;
  };
  readonly severity: { readonly error: string; readonly warning: string };
  readonly standing: {
    readonly toCorrect: string;
    readonly toLookAt: string;
    readonly changed: string;
    readonly compare: string;
    readonly removed: string;
  };
  /** After the fix, where the cell fills itself from another one. */
  readonly fillsItself: (place: string) => string;
  /** After the fix, where the workbook shows other than was sent. */
  readonly showsOther: string;
  readonly unknownNumber: string;
  readonly noteHeads: {
    readonly error: string;
    readonly warning: string;
    readonly fix: string;
    readonly source: string;
  };
  readonly acceptedTitle: string;
  readonly readyTitle: string;
  readonly acceptedText: string;
  readonly readyText: string;
  readonly states: { readonly accepted: string; readonly ready: string };
  readonly linkTip: string;
}

const count = (number: number, one: string, many: string) => `${String(number)} ${number === 1 ? one : many}`;

const english: ErrorWords = {
  sheets: { summary: 'To correct', accepted: 'Accepted' },
  title: 'Invoices to correct',
  checkedTitle: 'Invoices to correct before sending',
  outcome: ({ invoices, returned, accepted, errors, wasSent }) =>
    wasSent
      ? `${String(returned)} of ${count(invoices, 'invoice', 'invoices')} came back, with ${count(errors, 'error', 'errors')}. The other ${String(accepted)} are accepted: do not send them again.`
      : `${String(returned)} of ${count(invoices, 'invoice', 'invoices')} would come back, with ${count(errors, 'error', 'errors')}. The other ${String(accepted)} can be sent.`,
  whatToDo: 'What to do',
  steps: ({ setup, members, sendAs }) => [
    '1. Go down the list below. Choose a blue link: it leads to the cell to correct. Point at a violet cell to read what is wrong and how to fix it.',
    `2. Correct the cell. The violet goes away, and the list says Changed. Gray cells fill themselves; their link leads to ${setup} or ${members}.`,
    `3. Open CalAIM Invoice on the Home tab, choose Check, then Submit. Keep the invoice numbers. ${sendAs}`,
    '4. Correct here or in your own workbook, not in both.',
  ],
  facts: {
    left: 'Left to correct',
    submission: 'Submission',
    received: 'Date received',
    checked: 'Checked',
    sendAs: 'Send again as',
    respondBy: 'Respond by',
    help: 'Help',
  },
  notSent: 'Nothing was sent',
  noDay: 'The plan sets no day. The clock for payment starts when a correct invoice comes in.',
  resubmission: {
    new: 'New invoices',
    replacement: 'Replacements, as before',
    void: 'Voids, as before',
  },
  lists: {
    errors: 'Errors to correct: these send an invoice back',
    filledAnew:
      'Errors in cells that fill themselves: they now show another value than you sent. Compare; if it is right, nothing is left to do',
    warnings: 'Warnings: please look, they send nothing back',
    invoices: 'Invoices that came back',
  },
  columns: {
    standing: 'Standing',
    correctAt: 'Correct it at',
    invoiceNumber: 'Invoice number',
    row: 'Row',
    element: 'Element',
    name: 'Name of the element',
    severity: 'Severity',
    message: 'What is wrong',
    fix: 'How to fix it',
    source: 'Source of the rule',
    code: 'Code',
    markedCell: 'Marked cell',
    sourceRow: 'Row in your file',
    lines: 'Lines',
    errors: 'Errors',
    amount: 'Amount',
    reason: 'Why it came back',
    state: 'State',
    next: 'To look at next time',
  },
  severity: { error: 'Error', warning: 'Warning' },
  standing: {
    toCorrect: 'To correct',
    toLookAt: 'To look at',
    changed: 'Changed',
    compare: 'Compare',
    removed: 'Removed',
  },
  fillsItself: (place) => `The cell fills itself: correct it at ${place}.`,
  showsOther:
    'The cell fills itself, and shows something else than you sent. Compare it with your records; if it is right, there is nothing left to do.',
  unknownNumber: 'no valid number',
  noteHeads: { error: 'To correct', warning: 'Please look', fix: 'How to fix it', source: 'Source' },
  acceptedTitle: 'Accepted invoices',
  readyTitle: 'Invoices without errors',
  acceptedText: 'The plan has these. Do not send them again. Their lines are not in this workbook.',
  readyText: 'These can be sent from your own file. Their lines are not in this workbook.',
  states: { accepted: 'Accepted', ready: 'Without errors' },
  linkTip: 'Go to the cell',
};

const spanish: ErrorWords = {
  sheets: { summary: 'Por corregir', accepted: 'Aceptadas' },
  title: 'Facturas por corregir',
  checkedTitle: 'Facturas por corregir antes de enviar',
  outcome: ({ invoices, returned, accepted, errors, wasSent }) =>
    wasSent
      ? `Se devolvieron ${String(returned)} de ${count(invoices, 'factura', 'facturas')}, con ${count(errors, 'error', 'errores')}. Las otras ${String(accepted)} están aceptadas: no las envíe de nuevo.`
      : `Se devolverían ${String(returned)} de ${count(invoices, 'factura', 'facturas')}, con ${count(errors, 'error', 'errores')}. Las otras ${String(accepted)} se pueden enviar.`,
  whatToDo: 'Qué hacer',
  steps: ({ setup, members, sendAs }) => [
    '1. Siga la lista de abajo. Elija un enlace azul: lleva a la celda que hay que corregir. Señale una celda violeta para leer qué está mal y cómo corregirlo.',
    `2. Corrija la celda. El violeta desaparece y la lista dice Cambiado. Las celdas grises se llenan solas; su enlace lleva a ${setup} o ${members}.`,
    `3. Abra CalAIM Invoice en la pestaña Inicio, elija Check y luego Submit. Conserve los números de factura. ${sendAs}`,
    '4. Corrija aquí o en su propio libro, no en ambos.',
  ],
  facts: {
    left: 'Faltan por corregir',
    submission: 'Envío',
    received: 'Fecha de recepción',
    checked: 'Revisado',
    sendAs: 'Enviar de nuevo como',
    respondBy: 'Responder a más tardar',
    help: 'Ayuda',
  },
  notSent: 'No se envió nada',
  noDay: 'El plan no fija un día. El plazo de pago empieza cuando llega una factura correcta.',
  resubmission: {
    new: 'Facturas nuevas',
    replacement: 'Reemplazos, como antes',
    void: 'Anulaciones, como antes',
  },
  lists: {
    errors: 'Errores por corregir: por estos se devuelve una factura',
    filledAnew:
      'Errores en celdas que se llenan solas: ahora muestran otro valor que el enviado. Compare; si está bien, no queda nada por hacer',
    warnings: 'Advertencias: revíselas, no devuelven nada',
    invoices: 'Facturas devueltas',
  },
  columns: {
    standing: 'Estado',
    correctAt: 'Corregir en',
    invoiceNumber: 'Número de factura',
    row: 'Fila',
    element: 'Elemento',
    name: 'Nombre del elemento',
    severity: 'Gravedad',
    message: 'Qué está mal',
    fix: 'Cómo corregirlo',
    source: 'Origen de la regla',
    code: 'Código',
    markedCell: 'Celda marcada',
    sourceRow: 'Fila en su archivo',
    lines: 'Líneas',
    errors: 'Errores',
    amount: 'Importe',
    reason: 'Por qué se devolvió',
    state: 'Estado',
    next: 'Para la próxima vez',
  },
  severity: { error: 'Error', warning: 'Advertencia' },
  standing: {
    toCorrect: 'Por corregir',
    toLookAt: 'Por revisar',
    changed: 'Cambiado',
    compare: 'Comparar',
    removed: 'Quitado',
  },
  fillsItself: (place) => `La celda se llena sola: corríjalo en ${place}.`,
  showsOther:
    'La celda se llena sola y muestra algo distinto de lo que usted envió. Compárelo con sus registros; si está bien, no queda nada por hacer.',
  unknownNumber: 'sin número válido',
  noteHeads: { error: 'Por corregir', warning: 'Por revisar', fix: 'Cómo corregirlo', source: 'Origen' },
  acceptedTitle: 'Facturas aceptadas',
  readyTitle: 'Facturas sin errores',
  acceptedText: 'El plan ya las tiene. No las envíe de nuevo. Sus líneas no están en este libro.',
  readyText: 'Se pueden enviar desde su propio archivo. Sus líneas no están en este libro.',
  states: { accepted: 'Aceptada', ready: 'Sin errores' },
  linkTip: 'Ir a la celda',
};

const words = { en: english, es: spanish } as const satisfies Readonly<Record<Language, ErrorWords>>;

/** The fixed words of a language. */
export function errorWords(language: Language): ErrorWords {
  return words[language];
}
