import { type Area, intersection } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';

/** Marks a table on the clipboard as copied from this very page, so that a paste can bring the cells themselves. */
const markPattern = /<table data-copy="([0-9a-f-]{36})"/;

/**
 * Copied cells as a table for other programs, with a mark by which this page knows them again.
 *
 * @param mark A fresh UUID.
 */
export function clipboardHtml(sheet: Sheet, area: Area, mark: string): string {
  const used = sheet.usedArea();
  const shown = used === undefined ? undefined : intersection(area, used);
  const rows: string[] = [];
  for (let row = area.top; shown !== undefined && row <= shown.bottom; row += 1) {
    if (sheet.filter.isRowFiltered(row)) continue;
    const cells: string[] = [];
    for (let column = area.left; column <= shown.right; column += 1) {
      cells.push(`<td>${escaped(sheet.cells.text(row, column))}</td>`);
    }
    rows.push(`<tr>${cells.join('')}</tr>`);
  }
  return `<table data-copy="${mark}">${rows.join('')}</table>`;
}

/** The mark of cells that this page copied; undefined for what comes from elsewhere. */
export function copyMark(html: string): string | undefined {
  return markPattern.exec(html)?.[1];
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character).replaceAll('\n', '<br>');
}

/**
 * Rows and cells of the first table in a piece of HTML from the clipboard; undefined where there is none. Cells that
 * span several take one place and leave the others blank.
 */
export function tableCells(html: string): readonly (readonly string[])[] | undefined {
  // A document of its own: scripts in it do not run and pictures are not fetched.
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table');
  if (table === null) return undefined;
  return [...table.rows].map((row) =>
    [...row.cells].flatMap((cell) => [
      cellText(cell),
      ...Array.from({ length: Math.max(1, cell.colSpan) - 1 }, () => ''),
    ]),
  );
}

/** A line break of the page, told apart from the ends of lines in its source, which are mere blanks. */
const pageBreak = '\u2028';

function cellText(cell: HTMLTableCellElement): string {
  for (const lineBreak of cell.querySelectorAll('br')) lineBreak.replaceWith(pageBreak);
  return cell.textContent
    .replace(/[ \t\r\n\u00a0]+/g, ' ')
    .replace(/ ?\u2028 ?/g, '\n')
    .trim();
}
