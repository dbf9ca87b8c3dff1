/** A number with its noun, singular or plural. */
export const counted = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count.toLocaleString('en-US')} ${many}`;

export const lines = (count: number): string => counted(count, 'line', 'lines');
export const invoices = (count: number): string => counted(count, 'invoice', 'invoices');
export const members = (count: number): string => counted(count, 'member', 'members');
export const errors = (count: number): string => counted(count, 'error', 'errors');
export const warnings = (count: number): string => counted(count, 'warning', 'warnings');
export const fields = (count: number): string => counted(count, 'field needs', 'fields need');
