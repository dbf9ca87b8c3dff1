import { type Area, isWholeColumns, isWholeRows, type Position } from '../../model/area.ts';
import type { Workbench } from '../session/workbench.ts';
import { fillTargetOf } from '../view-model/selection-look.ts';
import { type GridController, isSelected } from './grid-controller.ts';

/** How often the selection grows while the pointer is held beyond the grid's edge. */
const scrollEveryMilliseconds = 50;

type Drag =
  | { readonly kind: 'cells'; readonly isFurtherArea: boolean }
  | { readonly kind: 'rows' | 'columns'; readonly first: number }
  | { readonly kind: 'fill'; readonly source: Area; whole: Area | null };

/** What the mouse does at the grid. */
export class GridPointer {
  readonly #workbench: Workbench;
  readonly #grid: GridController;
  readonly #listeners = new AbortController();
  #drag: Drag | null = null;
  #point = { x: 0, y: 0 };
  #timer = 0;

  constructor(workbench: Workbench, grid: GridController, container: HTMLElement) {
    this.#workbench = workbench;
    this.#grid = grid;
    const { signal } = this.#listeners;
    container.addEventListener('mousedown', (event) => void this.#down(event), { signal });
    container.addEventListener('dblclick', (event) => void this.#doubleClick(event), { signal });
    container.addEventListener('contextmenu', (event) => void this.#contextMenu(event), { signal });
    window.addEventListener(
      'mousemove',
      (event) => {
        this.#move(event);
      },
      { signal },
    );
    window.addEventListener('mouseup', (event) => void this.#up(event), { signal });
  }

  destroy(): void {
    this.#listeners.abort();
    window.clearInterval(this.#timer);
  }

  async #down(event: MouseEvent): Promise<void> {
    const hit = this.#grid.hit(event.clientX, event.clientY);
    if (hit === undefined || event.button !== 0) return;
    event.preventDefault();
    this.#point = { x: event.clientX, y: event.clientY };
    const entry = this.#workbench.entry.current;
    if (entry !== null && !(await this.#workbench.entry.commit())) return;
    this.#grid.focus();
    const { selection } = this.#workbench;
    const isExtending = event.shiftKey;
    switch (hit.on) {
      case 'corner':
        selection.selectAll();
        return;
      case 'heading':
        this.#downOnHeading(hit.axis, hit.index, isExtending);
        break;
      case 'cell':
        this.#downOnCell(hit.cell, hit.control, { isExtending, isFurther: event.ctrlKey || event.metaKey });
        break;
    }
    this.#watchEdges();
  }

  #downOnCell(
    cell: Position,
    control: 'list' | 'filter' | 'fill' | null,
    { isExtending, isFurther }: { readonly isExtending: boolean; readonly isFurther: boolean },
  ): void {
    const { selection, lists } = this.#workbench;
    switch (control) {
      case 'list':
        lists.openValidation();
        return;
      case 'filter':
        lists.openFilter(cell);
        return;
      case 'fill':
        this.#drag = { kind: 'fill', source: selection.area, whole: null };
        return;
      case null:
        lists.close();
        if (isExtending) selection.extendTo(cell);
        else if (isFurther) selection.add(cell);
        else selection.go(cell);
        this.#drag = { kind: 'cells', isFurtherArea: isFurther };
    }
  }

  #downOnHeading(axis: 'row' | 'column', index: number, isExtending: boolean): void {
    const { selection, lists } = this.#workbench;
    lists.close();
    const first = isExtending ? (axis === 'row' ? selection.cell.row : selection.cell.column) : index;
    if (axis === 'row') selection.selectRows(first, index);
    else selection.selectColumns(first, index);
    this.#drag = { kind: axis === 'row' ? 'rows' : 'columns', first };
  }

  #move(event: MouseEvent): void {
    if (this.#drag === null) return;
    this.#point = { x: event.clientX, y: event.clientY };
    this.#dragTo(this.#nearestHit());
  }

  #dragTo(hit: ReturnType<GridController['hit']>): void {
    const drag = this.#drag;
    const { selection } = this.#workbench;
    if (drag === null || hit === undefined || hit.on === 'corner') return;
    switch (drag.kind) {
      case 'cells':
        if (hit.on !== 'cell') return;
        if (drag.isFurtherArea) selection.extendLast(hit.cell);
        else if (!isSameCell(hit.cell, selection.head)) selection.extendTo(hit.cell);
        return;
      case 'rows':
        selection.selectRows(drag.first, hit.on === 'cell' ? hit.cell.row : hit.index);
        return;
      case 'columns':
        selection.selectColumns(drag.first, hit.on === 'cell' ? hit.cell.column : hit.index);
        return;
      case 'fill':
        if (hit.on !== 'cell') return;
        drag.whole = fillTargetOf(drag.source, hit.cell);
        this.#grid.setFillTarget(drag.whole);
    }
  }

  /** What lies under the pointer, or at the edge of the cells that is nearest to it. */
  #nearestHit(): ReturnType<GridController['hit']> {
    const box = this.#grid.cellsBox();
    const isOfRows = this.#drag?.kind === 'rows';
    const isOfColumns = this.#drag?.kind === 'columns';
    const x = isOfRows ? box.left + 2 : clamp(this.#point.x, box.left + 2, box.right - 3);
    const y = isOfColumns ? box.top + 2 : clamp(this.#point.y, box.top + 2, box.bottom - 3);
    return this.#grid.hit(x, y);
  }

  /** Held beyond an edge, the pointer goes on by one row or column at a time, and the grid scrolls after it. */
  #watchEdges(): void {
    window.clearInterval(this.#timer);
    if (this.#drag?.kind !== 'cells') return;
    this.#timer = window.setInterval(() => {
      const box = this.#grid.cellsBox();
      const rows = this.#point.y > box.bottom ? 1 : this.#point.y < box.top ? -1 : 0;
      const columns = this.#point.x > box.right ? 1 : this.#point.x < box.left ? -1 : 0;
      if (rows !== 0 || columns !== 0) this.#workbench.selection.step({ rows, columns }, true);
    }, scrollEveryMilliseconds);
  }

  async #up(event: MouseEvent): Promise<void> {
    window.clearInterval(this.#timer);
    const drag = this.#drag;
    this.#drag = null;
    if (drag?.kind !== 'fill') return;
    this.#grid.setFillTarget(null);
    if (drag.whole !== null) await this.#workbench.deeds.dragFill(drag.whole, event.ctrlKey || event.metaKey);
  }

  async #doubleClick(event: MouseEvent): Promise<void> {
    const hit = this.#grid.hit(event.clientX, event.clientY);
    if (hit?.on !== 'cell' || hit.control !== null) return;
    if (await this.#workbench.entry.commit()) this.#workbench.entry.begin(null, 'cell');
  }

  async #contextMenu(event: MouseEvent): Promise<void> {
    const hit = this.#grid.hit(event.clientX, event.clientY);
    if (hit === undefined) return;
    event.preventDefault();
    if (!(await this.#workbench.entry.commit())) return;
    const { selection, book } = this.#workbench;
    const { areas } = book.selection;
    if (hit.on === 'cell' && !isSelected(areas, hit.cell)) selection.go(hit.cell);
    if (hit.on === 'heading' && hit.axis === 'row' && !areas.some((area) => isInRows(area, hit.index))) {
      selection.selectRows(hit.index, hit.index);
    }
    if (hit.on === 'heading' && hit.axis === 'column' && !areas.some((area) => isInColumns(area, hit.index))) {
      selection.selectColumns(hit.index, hit.index);
    }
    this.#workbench.menu.openAt({ x: event.clientX, y: event.clientY });
  }
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}

function isSameCell(one: Position, other: Position): boolean {
  return one.row === other.row && one.column === other.column;
}

function isInRows(area: Area, row: number): boolean {
  return isWholeRows(area) && row >= area.top && row <= area.bottom;
}

function isInColumns(area: Area, column: number): boolean {
  return isWholeColumns(area) && column >= area.left && column <= area.right;
}
