import type { Words } from '../english.ts';

export const receipts: Words['receipts'] = {
  title: 'Recibos',
  text: 'Todos los envíos de este libro que su plan recibió.',
  none: 'Todavía no se ha enviado nada desde este libro.',
  submission: (id) => `Envío ${id}`,
  received: 'Recibido',
  content: 'Contenido',
  total: 'Total',
  state: 'Estado',
  due: 'Se paga, objeta o niega a más tardar',
  signature: 'Firma',
  genuine: 'Firmado por su plan',
  notGenuine: 'No está firmado por su plan: llame a su plan',
};
