import { cellAddress } from '../../workbook/area.ts';
import type { CellNote, SheetFile } from './workbook-file.ts';
import { namespaces, spreadsheetText, xmlHead } from './xml.ts';

/*
 * Notes (Excel's comments of before 2018) and the boxes that show them: two parts, of which the second is in VML
 * (ECMA-376 part 4, 14.1 and 19). Threaded comments would need Microsoft 365; notes show in every Excel and in
 * LibreOffice, when a person points at the cell.
 */

/** Pixels of a note's box, and of a line of text in it. */
const box = { width: 320, line: 15, margin: 12, charactersPerLine: 52 } as const;

/** Pixels of a row of Excel's own height. */
const rowHeight = 20;

/** Ids of shapes are given out in blocks, which a drawing names (ECMA-376 part 4, 19.2.2.14 idmap). */
const idsPerBlock = 1_024;

/** Blocks of ids that a sheet's notes need. */
export function noteBlocks(notes: readonly CellNote[]): number {
  return Math.ceil((notes.length + 1) / idsPerBlock);
}

/** The notes' words. */
export function notesPart(notes: readonly CellNote[]): string {
  const authors = [...new Set(notes.map(({ author }) => author))];
  return [
    `${xmlHead}<comments xmlns="${namespaces.main}"><authors>`,
    ...authors.map((author) => `<author>${spreadsheetText(author)}</author>`),
    '</authors><commentList>',
    ...notes.map(({ row, column, author, parts }) => {
      const runs = parts.map(({ bold, text }) => {
        const font = `<rPr>${bold ? '<b/>' : ''}<sz val="9"/><color indexed="81"/><rFont val="Tahoma"/><family val="2"/></rPr>`;
        return `<r>${font}<t xml:space="preserve">${spreadsheetText(text)}</t></r>`;
      });
      const place = `ref="${cellAddress(row, column)}" authorId="${String(authors.indexOf(author))}"`;
      return `<comment ${place}><text>${runs.join('')}</text></comment>`;
    }),
    '</commentList></comments>',
  ].join('');
}

/**
 * The notes' boxes, hidden until somebody points at the cell.
 *
 * @param columns of the sheet: a box is as wide on screen whatever columns it lies over
 * @param firstBlock first block of ids, which no other sheet of the workbook uses
 */
export function noteDrawingPart(notes: readonly CellNote[], columns: SheetFile['columns'], firstBlock: number): string {
  const blocks = Array.from({ length: noteBlocks(notes) }, (_, index) => String(firstBlock + index));
  return [
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"',
    ' xmlns:x="urn:schemas-microsoft-com:office:excel">',
    `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${blocks.join(',')}"/></o:shapelayout>`,
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">',
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>',
    ...notes.map((note, index) => shape(note, columns, firstBlock * idsPerBlock + 1 + index)),
    '</xml>',
  ].join('');
}

function shape(note: CellNote, columns: SheetFile['columns'], id: number): string {
  return [
    `<v:shape id="_x0000_s${String(id)}" type="#_x0000_t202"`,
    ' style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">',
    '<v:fill color2="#ffffe1"/><v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>',
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>',
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>',
    `<x:Anchor>${anchorOf(note, columns)}</x:Anchor><x:AutoFill>False</x:AutoFill>`,
    `<x:Row>${String(note.row)}</x:Row><x:Column>${String(note.column)}</x:Column></x:ClientData></v:shape>`,
  ].join('');
}

/** Column, pixels into it, row, pixels into it: of the box's upper left and of its lower right corner. */
function anchorOf({ row, column, parts }: CellNote, columns: SheetFile['columns']): string {
  const lines = parts
    .map(({ text }) => text)
    .join('')
    .split('\n')
    .reduce((sum, text) => sum + Math.max(1, Math.ceil(text.length / box.charactersPerLine)), 0);
  const height = lines * box.line + box.margin;
  let right = column + 1;
  let left = box.width + 15;
  for (let pixels = widthOf(columns, right); left > pixels; pixels = widthOf(columns, right)) {
    left -= pixels;
    right += 1;
  }
  const top = Math.max(0, row - 1);
  const corner = [right, left, top + Math.floor(height / rowHeight), height % rowHeight];
  return [column + 1, 15, top, 4, ...corner].map(String).join(', ');
}

/** Pixels of a column; those beyond the sheet's own are as wide as Excel makes them. */
function widthOf(columns: SheetFile['columns'], column: number): number {
  const own = columns[column];
  if (own === undefined) return 64;
  return own.hidden ? 0 : Math.trunc(own.width * 7) + 5;
}
