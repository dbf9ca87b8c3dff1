import { Book } from '../../src/workbench/model/book.ts';
import type { Sheet } from '../../src/workbench/model/sheet.ts';
import { childOf, childrenOf, columnOf, type ReadBook, type ReadSheet } from './read-xlsx.ts';

/** A cell or range of an address as the workbench's Excel has it. */
function areaOf(address: string) {
  const [first = '', last = first] = address.split(':');
  const row = (cell: string) => Number(cell.replace(/^[A-Z]+/, '')) - 1;
  return { top: row(first), left: columnOf(first), bottom: row(last), right: columnOf(last) };
}

/** Opens a file in the workbench's Excel: sheets, contents, names and conditional formats of these sheets. */
export function openFile(file: ReadBook, withFormats: readonly string[]): Book {
  const [first, ...others] = file.sheets;
  if (first === undefined) throw new Error('no sheet');
  const book = new Book({ sheetNames: [first.name, ...others.map(({ name }) => name)] });
  book.batch(() => {
    for (const { name, value, sheet } of file.names) if (sheet === null) book.names.add(name, `=${value}`);
    const pairs = file.sheets.map((read): readonly [ReadSheet, Sheet] => {
      const sheet = book.sheet(read.name);
      if (sheet === undefined) throw new Error('no sheet');
      return [read, sheet];
    });
    for (const [read, sheet] of pairs) enter(read, sheet);
    for (const [read, sheet] of pairs) if (withFormats.includes(read.name)) addFormats(file, read, sheet);
    for (const [{ state }, sheet] of pairs) sheet.setVisibility(state as Sheet['visibility']);
  });
  return book;
}

function enter({ cells }: ReadSheet, { cells: target }: Sheet): void {
  for (const [place, { value, formula }] of cells) {
    const [row = 0, column = 0] = place.split(':').map(Number);
    if (formula !== null) target.enter(row, column, formula);
    // An apostrophe keeps text what it is in the file.
    else if (value !== null) target.enter(row, column, typeof value === 'string' ? `'${value}` : value);
  }
}

function addFormats(file: ReadBook, { xml }: ReadSheet, sheet: Sheet): void {
  const looks = childrenOf(childOf(file.styles, 'dxfs'), 'dxf');
  childrenOf(xml, 'conditionalFormatting')
    .flatMap((format) =>
      childrenOf(format, 'cfRule').map((rule) => ({ address: format.attributes['sqref'] ?? '', rule })),
    )
    .sort((one, other) => Number(one.rule.attributes['priority']) - Number(other.rule.attributes['priority']))
    .forEach(({ address, rule }) => {
      const fill = childOf(childOf(looks[Number(rule.attributes['dxfId'])], 'fill'), 'patternFill');
      const rgb = childOf(fill, 'bgColor')?.attributes['rgb'] ?? '';
      sheet.conditionalFormats.add(
        {
          areas: [areaOf(address)],
          formula: `=${childOf(rule, 'formula')?.text ?? ''}`,
          style: { fillColour: `#${rgb.slice(2)}` },
          stopIfTrue: false,
        },
        'last',
      );
    });
}
