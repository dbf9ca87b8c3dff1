import type { Words } from '../english.ts';
import { counted } from './counts.ts';

const count = (many: number): string => counted(many, 'reparación', 'reparaciones');

const leftAlone = (left: number): string =>
  left === 0 ? '' : ` Sin tocar: ${count(left)}; lo que había en la celda cambió entretanto, o es una fórmula.`;

export const repairs: Words['repairs'] = {
  offered: 'Reparaciones de formato',
  offeredText: 'Espacios, marcas, mayúsculas, fechas: el mismo contenido en la forma que el plan pide.',
  preview: 'Ver la reparación',
  previewOf: (row, column) => `Ver la reparación de ${column}, fila ${String(row)}`,
  previewAll: 'Ver todas las reparaciones',
  nothing: 'No hay nada que se pueda reparar solo con el formato.',
  title: 'Reparaciones por hacer',
  text: 'Esto es lo que cambiaría. No se escribe nada antes de que usted lo confirme.',
  count,
  wanted: 'Hacer estas reparaciones',
  before: 'ahora',
  after: 'después',
  blank: '(en blanco)',
  undoHint: 'Después, un clic deshace las reparaciones; es posible que el Deshacer de Excel no las alcance.',
  make: (many) => `Hacer ${count(many)}`,
  made: (made, left) => `${count(made)} en la hoja.${leftAlone(left)}`,
  takeBack: (many) => `Deshacer ${count(many)}`,
  takenBack: (made, left) => `Se deshizo: ${count(made)}.${leftAlone(left)}`,
  inForm: 'Reparaciones de esta línea',
  inFormText: 'Cambian el formulario; la hoja cambia cuando usted guarda.',
  use: 'Reparar',
  useIn: (column) => `Reparar ${column}`,
};
