import { type Area, holds, maximumColumns, maximumRows, type Position } from '../../model/area.ts';
import type { BookEvent } from '../../model/events.ts';
import type { Sheet } from '../../model/sheet.ts';
import type { Workbench } from '../session/workbench.ts';
import { Observable } from '../session/observable.ts';
import { gridGeometry, type GridGeometry, pointsOf } from '../view-model/grid-geometry.ts';
import type { Box, Size } from '../view-model/popup-place.ts';
import type { CellMarks } from '../view-model/selection-look.ts';
import { CellPainter } from './cell-painter.ts';
import { cellId, GridView } from './grid-view.ts';
import { LookCache } from './look-cache.ts';

/** Keeps what the grid shows in step with the workbook: it is told by events, and repaints what they speak of. */
export class GridController extends Observable {
  readonly #workbench: Workbench;
  readonly #container: HTMLElement;
  readonly #looks = new LookCache();
  readonly #painter: CellPainter;
  readonly #view: GridView;
  readonly #scrolls = new Map<string, Readonly<{ x: number; y: number }>>();
  readonly #unsubscribe: readonly (() => void)[];
  #sheet: Sheet;
  #geometry: GridGeometry;
  #fillTarget: Area | null = null;
  #movedFrame = 0;
  #due = { geometry: false, reveal: false, frame: 0 };

  constructor(workbench: Workbench, container: HTMLElement) {
    super();
    this.#workbench = workbench;
    this.#container = container;
    this.#sheet = workbench.book.activeSheet;
    this.#geometry = gridGeometry(this.#sheet, this.#sheet.selection.cell);
    this.#painter = new CellPainter(this.#looks, this.#sheet);
    this.#view = new GridView(container, this.#painter, {
      onMoved: () => {
        this.#moved();
      },
      onColumnResized: (column, width) => {
        void workbench.deeds.resizeColumn(column, pointsOf(width));
      },
    });
    this.#unsubscribe = [
      workbench.book.subscribe((event) => {
        this.#notice(event);
      }),
      workbench.deeds.subscribe(() => {
        this.#mark();
      }),
    ];
    this.#showSheet();
  }

  get element(): HTMLElement {
    return this.#view.element;
  }

  destroy(): void {
    for (const end of this.#unsubscribe) end();
    cancelAnimationFrame(this.#due.frame);
    cancelAnimationFrame(this.#movedFrame);
    this.#view.destroy();
  }

  focus(): void {
    this.#view.element.focus({ preventScroll: true });
  }

  /** Scrolls the moving end of the selection into view; once what is due has been laid out. */
  reveal(): void {
    this.#due.reveal = true;
    this.#schedule();
  }

  /** Rows that are seen whole: what Page Down moves by. */
  get rowsInView(): number {
    const { height } = this.#view.viewport();
    return Math.max(1, Math.floor(height / 20) - 1);
  }

  /** Where a cell is on the screen; undefined where it is not in view. */
  boxOf(cell: Position): Box | undefined {
    const element = this.#painter.elementOf(cell)?.parentElement;
    if (element === null || element === undefined) return undefined;
    const box = element.getBoundingClientRect();
    const origin = this.#container.getBoundingClientRect();
    return { left: box.left - origin.left, top: box.top - origin.top, width: box.width, height: box.height };
  }

  /** Pixels that the sheet takes on the screen. */
  get size(): Size {
    return { width: this.#container.clientWidth, height: this.#container.clientHeight };
  }

  /** What lies under a point of the screen. */
  hit(x: number, y: number): GridHit | undefined {
    const element = document.elementFromPoint(x, y);
    if (element === null || !this.#container.contains(element)) return undefined;
    const control = controlAt(element);
    const cellElement = element.closest('.cell') ?? element.querySelector(':scope > .cell');
    const cell = cellElement === null ? undefined : this.#painter.cellOf(cellElement);
    if (cell !== undefined) return { on: 'cell', cell, control };
    if (element.closest('.resizable') !== null) return undefined;
    const headings = '.column-heading, .row-heading';
    const headingElement = element.closest(headings) ?? element.querySelector(headings);
    const heading = headingElement === null ? undefined : this.#painter.headingOf(headingElement);
    if (heading !== undefined) return { on: 'heading', axis: heading.axis, index: heading.index };
    return element.closest('.rowHeaders revogr-header') === null ? undefined : { on: 'corner' };
  }

  /** The box of the cells, headings left out, on the screen. */
  cellsBox(): DOMRect {
    const origin = this.#container.getBoundingClientRect();
    const { width, height } = this.#view.viewport();
    const left = origin.right - width - this.#geometry.columns.frozenSize;
    const top = origin.bottom - height - this.#geometry.rows.frozenSize;
    return new DOMRect(
      Math.max(left, origin.left),
      Math.max(top, origin.top),
      origin.right - left,
      origin.bottom - top,
    );
  }

  setFillTarget(area: Area | null): void {
    this.#fillTarget = area;
    this.#mark();
  }

  /** Where a point of the sheet is among the cells in view; pixels from the top left of either, headings left out. */
  placeInView(x: number, y: number): { readonly x: number; readonly y: number } {
    const { rows, columns } = this.#geometry;
    const { scrolled } = this.#view;
    return { x: x - (x < columns.frozenSize ? 0 : scrolled.x), y: y - (y < rows.frozenSize ? 0 : scrolled.y) };
  }

  #notice(event: BookEvent): void {
    if (event.type === 'sheetActivated') {
      this.#showSheet();
      return;
    }
    if (!('sheetId' in event) || event.sheetId !== this.#sheet.id) return;
    switch (event.type) {
      case 'changed':
        if (event.changeType === 'RangeEdited') this.#looks.forget(event.area);
        else this.#looks.clear();
        this.#due.geometry ||= event.changeType !== 'RangeEdited' || this.#isBeyond(event.area);
        break;
      case 'formatChanged':
        this.#looks.forget(event.area);
        break;
      case 'calculated':
      case 'layoutChanged':
      case 'rowsHiddenChanged':
      case 'columnsHiddenChanged':
      case 'filtered':
        this.#looks.clear();
        this.#due.geometry ||= event.type !== 'calculated';
        break;
      case 'selectionChanged':
        this.#due.geometry ||= this.#isBeyond(event.area);
        this.#due.reveal = true;
        break;
      case 'protectionChanged':
        break;
      default:
        return;
    }
    this.#schedule();
  }

  /** Whether an area reaches beyond what is laid out; whole rows and columns do not count. */
  #isBeyond({ bottom, right }: Area): boolean {
    const { rows, columns } = this.#geometry;
    const isRowBeyond = bottom < maximumRows - 1 && rows.endsBefore(bottom);
    return isRowBeyond || (right < maximumColumns - 1 && columns.endsBefore(right));
  }

  #showSheet(): void {
    if (this.#sheet !== this.#workbench.book.activeSheet) this.#scrolls.set(this.#sheet.id, this.#view.scrolled);
    this.#sheet = this.#workbench.book.activeSheet;
    this.#looks.clear();
    this.#painter.setSheet(this.#sheet);
    this.#layOut();
    void this.#view.scrollTo(this.#scrolls.get(this.#sheet.id) ?? { x: 0, y: 0 });
    this.#mark();
    this.#moved();
  }

  #schedule(): void {
    if (this.#due.frame !== 0) return;
    this.#due.frame = requestAnimationFrame(() => {
      const { geometry, reveal } = this.#due;
      this.#due = { geometry: false, reveal: false, frame: 0 };
      if (geometry) this.#layOut();
      this.#mark();
      if (reveal) void this.#view.reveal(this.#workbench.selection.head);
      this.#moved();
    });
  }

  #layOut(): void {
    this.#geometry = gridGeometry(this.#sheet, this.#workbench.selection.head);
    this.#view.setGeometry(this.#geometry);
  }

  #mark(): void {
    this.#painter.setMarks(this.#marks());
  }

  #marks(): CellMarks {
    const sheet = this.#sheet;
    const { cell } = sheet.selection;
    const copied = this.#workbench.person.clipboard;
    const rule = sheet.validations.at(cell.row, cell.column)?.rule;
    const { area, criteria } = sheet.filter;
    return {
      selection: sheet.selection,
      copied: copied?.sheet === sheet ? copied.area : null,
      fillTarget: this.#fillTarget,
      list: rule?.type === 'List' && rule.inCellDropDown ? cell : null,
      filter:
        area === undefined
          ? null
          : {
              heading: { ...area, bottom: area.top },
              filtered: new Set([...criteria.keys()].map((offset) => area.left + offset)),
            },
    };
  }

  /** Told several times while the grid draws itself; once per frame is enough. */
  #moved(): void {
    if (this.#movedFrame !== 0) return;
    this.#movedFrame = requestAnimationFrame(() => {
      this.#movedFrame = 0;
      this.#tellReader();
      this.changed();
    });
  }

  /** The active cell's element, for assistive technology; none while it is out of view. */
  #tellReader(): void {
    const { cell } = this.#sheet.selection;
    const isInView = this.#painter.elementOf(cell) !== undefined;
    if (isInView) this.#view.element.setAttribute('aria-activedescendant', cellId(cell));
    else this.#view.element.removeAttribute('aria-activedescendant');
  }
}

/** What the mouse points at. */
export type GridHit =
  | { readonly on: 'cell'; readonly cell: Position; readonly control: 'list' | 'filter' | 'fill' | null }
  | { readonly on: 'heading'; readonly axis: 'row' | 'column'; readonly index: number }
  | { readonly on: 'corner' };

function controlAt(element: Element): 'list' | 'filter' | 'fill' | null {
  if (element.classList.contains('list-button')) return 'list';
  if (element.classList.contains('filter-button')) return 'filter';
  return element.classList.contains('fill-handle') ? 'fill' : null;
}

/** Whether a cell lies in one of the areas. */
export function isSelected(areas: readonly Area[], { row, column }: Position): boolean {
  return areas.some((area) => holds(area, row, column));
}
