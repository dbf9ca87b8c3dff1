import type { Words } from '../english.ts';
import { counted } from './counts.ts';

/** Text of the history of an invoice, in Spanish. */
export const history: Words['history'] = {
  title: (number) => `Historial de la factura ${number}`,
  text: (time) => `Como su plan lo dijo el ${time}.`,
  again: 'Preguntar de nuevo',
  list: 'Facturas de este envío',
  open: (number) => `Historial de ${number}`,
  lookUp: {
    title: 'Historial de una factura',
    text: 'Cuándo la recibió su plan, qué encontró la revisión, qué se decidió y se pagó, y si DHCS aceptó el encuentro.',
    number: 'Número de la factura',
    button: 'Mostrar el historial',
  },
  unknown: (number) =>
    `Su plan no tiene ninguna factura ${number} de este proveedor que factura. Compare el número, y el NPI que factura en Preparar.`,
  facts: {
    state: 'Estado',
    encounter: 'Encuentro',
    interest: 'Interés por demora',
  },
  interest: (days, amount) => `${counted(days, 'día', 'días')} después del plazo: unos ${amount}, al día de hoy`,
  states: {
    received: 'Recibida, en revisión',
    returned: 'Volvió para corregir',
    accepted: 'Aceptada, todavía sin decisión',
    contested: 'Objetada',
    denied: 'Negada',
    paid: 'Pagada',
    replaced: 'Reemplazada por un envío posterior',
    voided: 'Anulada',
  },
  encounters: {
    notWritten: 'Todavía no se informó a DHCS',
    written: 'Informado a DHCS, sin respuesta todavía',
    accepted: 'Aceptado por DHCS',
    rejected: 'Rechazado por DHCS',
  },
  sent: {
    new: (time) => `Factura nueva del ${time}`,
    replacement: (time) => `Reemplazo del ${time}`,
    void: (time) => `Anulación del ${time}`,
  },
  submission: (id) => `Envío ${id}`,
  steps: {
    received: 'Su plan la recibió.',
    returned: 'La revisión encontró errores y la factura volvió. No fue aceptada.',
    accepted: 'La revisión no encontró errores y su plan la aceptó.',
    contested: 'Su plan la objetó.',
    denied: 'Su plan la negó.',
    paid: 'Su plan la pagó.',
    replaced: 'Un envío posterior la reemplazó.',
    voided: 'Fue anulada: no se paga nada por ella.',
  },
  by: (id) => `Por el envío ${id}.`,
  decisions: {
    paid: (amount, day) => `Su plan pagó ${amount}, según su decisión del ${day}.`,
    contested: (day) => `Su plan la objetó el ${day}: pide algo más antes de pagar.`,
    denied: (day) => `Su plan la negó el ${day}.`,
  },
  alsoPaid: (amount) => `Pagado hasta ahora: ${amount}.`,
  claimNumber: (number) => `El número de reclamo del plan es ${number}.`,
  reason: (reason) => `Motivo: ${reason}`,
  decided: { paid: 'pagada', contested: 'objetada', denied: 'negada' },
  line: (line, decision, amount) => `Línea ${String(line)} ${decision}, ${amount}`,
  encounterSteps: {
    notWritten: 'El encuentro todavía no está escrito.',
    written: 'Su plan escribió el encuentro, su informe de estos servicios a DHCS.',
    accepted: 'DHCS aceptó el encuentro.',
    rejected: 'DHCS rechazó el encuentro.',
  },
  code: (code) => `Rechazado con el código ${code}`,
  ofCell: (header) =>
    `El código se refiere a ${header}. Compare la celda con sus registros y pregunte a su plan qué pide el código.`,
  ofPlan: 'No nombra ninguna celda suya: su plan se ocupa. Pregunte a su plan si sigue así.',
  replace: 'Su plan aceptó esta factura. Si una celda está mal, corríjala y envíe la factura como reemplazo.',
  elsewhere: (count) =>
    `${counted(count, 'hallazgo está en una línea que no está', 'hallazgos están en líneas que no están')} en este libro.`,
};
