import { cellAddress } from '../../model/address.ts';
import type { Position } from '../../model/area.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { CellLook } from '../view-model/cell-look.ts';
import { type CellMarks, headingIsSelected, markClasses, noMarks } from '../view-model/selection-look.ts';
import type { LookCache } from './look-cache.ts';
import { TextWidth } from './text-width.ts';

interface MountedCell {
  readonly row: number;
  readonly column: number;
  readonly width: number;
  look: CellLook | null;
  marks: string;
}

interface MountedHeading {
  readonly axis: 'row' | 'column';
  readonly index: number;
}

/** Pixels of a cell's width that its text never takes. */
const padding = 8;

/**
 * Paints the cells that the grid has in view. The grid says which element shows which cell; from then on only what
 * changed is painted again, without the grid's doing.
 */
export class CellPainter {
  readonly #looks: LookCache;
  readonly #cells = new Map<Element, MountedCell>();
  readonly #headings = new Map<Element, MountedHeading>();
  readonly #textWidth = new TextWidth();
  #sheet: Sheet;
  #marks: CellMarks = noMarks;

  constructor(looks: LookCache, sheet: Sheet) {
    this.#looks = looks;
    this.#sheet = sheet;
  }

  /** An element shows a cell from now on; it may have shown another before. */
  mountCell(element: HTMLElement, row: number, column: number, width: number): void {
    const before = this.#cells.get(element);
    if (before?.row === row && before.column === column && before.width === width) return;
    const cell: MountedCell = { row, column, width, look: null, marks: before?.marks ?? '' };
    this.#cells.set(element, cell);
    element.dataset['address'] = cellAddress(row, column);
    this.#paint(element, cell);
  }

  mountHeading(element: HTMLElement, axis: 'row' | 'column', index: number): void {
    const heading: MountedHeading = { axis, index };
    this.#headings.set(element, heading);
    this.#paintHeading(element, heading);
  }

  /** The cell that an element shows. */
  cellOf(element: Element): Position | undefined {
    return this.#cells.get(element);
  }

  /** The row or column that an element heads. */
  headingOf(element: Element): MountedHeading | undefined {
    return this.#headings.get(element);
  }

  /** The element in which a cell is in view. */
  elementOf({ row, column }: Position): HTMLElement | undefined {
    for (const [element, cell] of this.#cells) {
      if (cell.row === row && cell.column === column && element.isConnected && element instanceof HTMLElement) {
        return element;
      }
    }
    return undefined;
  }

  setSheet(sheet: Sheet): void {
    this.#sheet = sheet;
  }

  setMarks(marks: CellMarks): void {
    this.#marks = marks;
    this.paintAll();
    for (const [element, heading] of this.#headings) {
      if (element.isConnected) this.#paintHeading(element, heading);
      else this.#headings.delete(element);
    }
  }

  /** Paints what differs from what is seen. */
  paintAll(): void {
    for (const [element, cell] of this.#cells) {
      if (element.isConnected && element instanceof HTMLElement) this.#paint(element, cell);
      else this.#cells.delete(element);
    }
  }

  #paint(element: HTMLElement, cell: MountedCell): void {
    const look = this.#looks.look(this.#sheet, cell.row, cell.column);
    const marks = markClasses(this.#marks, cell.row, cell.column);
    if (look === cell.look && marks === cell.marks) return;
    if (look !== cell.look) {
      element.style.cssText = look.style;
      this.#paintText(element, look, cell.width);
    }
    element.className = marks === '' ? look.classes : `${look.classes} ${marks}`;
    if (marks !== cell.marks) paintControls(element, marks.split(' '));
    cell.look = look;
    cell.marks = marks;
  }

  #paintText(element: HTMLElement, look: CellLook, width: number): void {
    let text = element.querySelector<HTMLElement>(':scope > .text');
    if (look.text === '') {
      text?.remove();
      return;
    }
    if (text === null) {
      text = document.createElement('span');
      text.className = 'text';
      element.prepend(text);
    }
    const room = width - padding;
    text.textContent = look.isNumber ? this.#numberText(look, room) : look.text;
    text.style.maxWidth = look.spill === 0 ? '' : `${String(room + look.spill)}px`;
  }

  /** A number that does not fit is hidden behind `#`, never cut: half a number would be another number. */
  #numberText({ text, font }: CellLook, room: number): string {
    if (this.#textWidth.of(text, font) <= room) return text;
    return '#'.repeat(Math.max(1, Math.floor(room / this.#textWidth.of('#', font))));
  }

  #paintHeading(element: Element, { axis, index }: MountedHeading): void {
    element.classList.toggle('selected', headingIsSelected(this.#marks.selection, axis, index));
  }
}

function paintControls(element: HTMLElement, marks: readonly string[]): void {
  for (const control of element.querySelectorAll(':scope > .control')) control.remove();
  if (marks.includes('has-list')) element.append(control('list-button', 'Show the list (Alt+Down)'));
  if (marks.includes('has-filter')) element.append(control('filter-button', 'Filter this column'));
  if (marks.includes('has-fill-handle')) element.append(control('fill-handle', ''));
}

/** For the mouse only: the keyboard has a shortcut on the cell, so assistive technology passes it over. */
function control(className: string, title: string): HTMLElement {
  const element = document.createElement('span');
  element.className = `control ${className}`;
  if (title !== '') element.title = title;
  element.setAttribute('aria-hidden', 'true');
  return element;
}
