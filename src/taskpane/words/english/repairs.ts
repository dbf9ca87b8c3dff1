import { counted } from './counts.ts';

const leftAlone = (left: number): string =>
  left === 0
    ? ''
    : ` ${counted(left, 'repair was', 'repairs were')} left out: what stood there has changed meanwhile, or is a formula.`;

export const repairs = {
  offered: 'Repairs of formatting',
  offeredText: 'Spaces, marks, upper case, dates: the same content in the form that the plan wants.',
  preview: 'Preview the repair',
  previewOf: (row: number, column: string) => `Preview the repair of ${column}, row ${String(row)}`,
  previewAll: 'Preview all repairs',
  nothing: 'There is nothing that formatting alone can repair.',
  title: 'Repairs to make',
  text: 'This is what would change. Nothing is written before you confirm it.',
  count: (count: number) => counted(count, 'repair', 'repairs'),
  wanted: 'Make these repairs',
  before: 'now',
  after: 'then',
  blank: '(blank)',
  undoHint: 'One click takes the repairs back afterwards; Excel’s own Undo may not reach them.',
  make: (count: number) => `Make ${counted(count, 'repair', 'repairs')}`,
  made: (made: number, left: number) => `${counted(made, 'repair', 'repairs')} made.${leftAlone(left)}`,
  takeBack: (count: number) => `Take ${counted(count, 'repair', 'repairs')} back`,
  takenBack: (made: number, left: number) => `${counted(made, 'repair', 'repairs')} taken back.${leftAlone(left)}`,
  inForm: 'Repairs of this line',
  inFormText: 'They change the form; the sheet changes when you save.',
  use: 'Repair',
  useIn: (column: string) => `Repair ${column}`,
};
