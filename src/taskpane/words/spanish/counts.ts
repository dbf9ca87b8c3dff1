/** A number with its noun, singular or plural. */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-US')} ${many}`;

export const lines = (count: number): string => counted(count, 'línea', 'líneas');
export const invoices = (count: number): string => counted(count, 'factura', 'facturas');
export const members = (count: number): string => counted(count, 'miembro', 'miembros');
export const errors = (count: number): string => counted(count, 'error', 'errores');
export const warnings = (count: number): string => counted(count, 'aviso', 'avisos');
export const fields = (count: number): string =>
  `${counted(count, 'campo', 'campos')} por corregir antes de que pueda enviar.`;
