import { defineCustomElements } from '@revolist/revogrid/loader';
import { columnName } from '../../model/address.ts';
import type { Position } from '../../model/area.ts';
import type { GridGeometry } from '../view-model/grid-geometry.ts';
import type { Track } from '../view-model/track.ts';
import type { CellPainter } from './cell-painter.ts';
import { type RowModel, rowModels } from './row-models.ts';

defineCustomElements();

type RevoGrid = HTMLRevoGridElement;
type Columns = RevoGrid['columns'];
type CellTemplate = NonNullable<Exclude<Columns[number], { children: unknown }>['cellTemplate']>;

/** Pixels of the column with the row numbers. */
const rowHeadingWidth = 46;

/** What the view tells of itself. */
export interface GridViewEvents {
  /** Cells have moved on the screen: scrolled, resized or drawn anew. */
  readonly onMoved: () => void;
  /** The person has dragged a column's edge. @param width pixels */
  readonly onColumnResized: (column: number, width: number) => void;
}

/**
 * RevoGrid as far as it is used: it lays out rows and columns, frozen ones apart, keeps only those in view in the
 * page, and scrolls. What the cells look like, which are selected and what keys do is not its business.
 */
export class GridView {
  readonly #grid: RevoGrid;
  readonly #painter: CellPainter;
  #geometry: GridGeometry | null = null;
  #scrolled = { x: 0, y: 0 };

  constructor(container: HTMLElement, painter: CellPainter, events: GridViewEvents) {
    this.#painter = painter;
    const grid = document.createElement('revo-grid');
    Object.assign(grid, {
      // Ours are the keyboard, the selection, the clipboard and the roles for assistive technology.
      accessible: false,
      canFocus: false,
      readonly: true,
      range: false,
      useClipboard: false,
      canDrag: false,
      canMoveColumns: false,
      filter: false,
      exporting: false,
      resize: true,
      frameSize: 2,
      rowSize: 20,
      colSize: 64,
      theme: 'default',
      rowHeaders: this.#rowHeadings(),
    } satisfies Partial<RevoGrid>);
    grid.addEventListener('viewportscroll', ({ detail: { dimension, coordinate } }) => {
      if (dimension === 'rgRow') this.#scrolled.y = coordinate;
      else this.#scrolled.x = coordinate;
      events.onMoved();
    });
    grid.addEventListener('beforerowrender', ({ detail: { node, model } }) => {
      const { row } = model as RowModel;
      const attributes = node.$attrs$ as Readonly<Record<string, unknown>> | null;
      node.$attrs$ = { ...attributes, role: 'row', 'aria-rowindex': String(row + 2) };
    });
    grid.addEventListener('afterrender', () => {
      completeRoles(grid);
      events.onMoved();
    });
    grid.addEventListener('aftercolumnresize', ({ detail }) => {
      for (const { prop, size } of Object.values(detail))
        if (size !== undefined) events.onColumnResized(Number(prop), size);
    });
    const attributes = { role: 'grid', tabindex: '0', 'aria-label': 'Cells', 'aria-multiselectable': 'true' };
    for (const [name, value] of Object.entries(attributes)) grid.setAttribute(name, value);
    container.append(grid);
    this.#grid = grid;
  }

  get element(): HTMLElement {
    return this.#grid;
  }

  destroy(): void {
    this.#grid.remove();
  }

  /** Shows rows and columns; only what differs from before is handed to RevoGrid. */
  setGeometry(geometry: GridGeometry): void {
    const before = this.#geometry;
    this.#geometry = geometry;
    const { rows, columns } = geometry;
    const grid = this.#grid;
    if (!before?.rows.hasSameIndexes(rows)) {
      const models = rowModels(rows.indexes);
      grid.pinnedTopSource = models.slice(0, rows.frozenCount);
      grid.source = models.slice(rows.frozenCount);
    }
    if (before === null || !before.rows.hasSameIndexes(rows) || !before.rows.hasSameSizes(rows)) {
      grid.rowDefinitions = rowDefinitions(rows, grid.rowSize);
    }
    if (before === null || !before.columns.hasSameIndexes(columns) || !before.columns.hasSameSizes(columns)) {
      grid.columns = this.#columns(columns);
    }
    grid.setAttribute('aria-rowcount', String(rows.count + 1));
    grid.setAttribute('aria-colcount', String(columns.count + 1));
  }

  /** Scrolls as little as is needed to show a cell whole. */
  async reveal({ row, column }: Position): Promise<void> {
    if (this.#geometry === null) return;
    const { rows, columns } = this.#geometry;
    const { width, height } = this.viewport();
    const y = rows.scrollFor(row, this.#scrolled.y, height);
    const x = columns.scrollFor(column, this.#scrolled.x, width);
    if (x === undefined && y === undefined) return;
    await this.scrollTo({ ...(x === undefined ? {} : { x }), ...(y === undefined ? {} : { y }) });
  }

  get scrolled(): Readonly<{ x: number; y: number }> {
    return this.#scrolled;
  }

  async scrollTo(to: Partial<{ x: number; y: number }>): Promise<void> {
    this.#scrolled = { ...this.#scrolled, ...to };
    await this.#grid.scrollToCoordinate(to);
  }

  /** Pixels of the scrolling part that are seen. */
  viewport(): { readonly width: number; readonly height: number } {
    const part = this.#grid.querySelector('revogr-viewport-scroll.rgCol');
    const rows = part?.querySelector('.vertical-inner');
    return { width: part?.clientWidth ?? 0, height: rows?.clientHeight ?? 0 };
  }

  #columns(track: Track): Columns {
    return track.indexes.map((column, place) => {
      const size = track.sizes[place] ?? 0;
      return {
        prop: column,
        name: columnName(column),
        size,
        minSize: 8,
        ...(place < track.frozenCount ? { pin: 'colPinStart' as const } : {}),
        columnProperties: () => ({ role: 'columnheader', 'aria-colindex': String(column + 2) }),
        columnTemplate: (h) =>
          h(
            'div',
            {
              class: 'column-heading',
              ref: (element: HTMLElement | null) => {
                if (element !== null) this.#painter.mountHeading(element, 'column', column);
              },
              'data-column': String(column),
            },
            columnName(column),
          ),
        cellProperties: ({ model }) => ({
          role: 'gridcell',
          id: cellId({ row: (model as RowModel).row, column }),
          'aria-colindex': String(column + 2),
        }),
        cellTemplate: this.#cellTemplate(column, size),
      };
    });
  }

  #cellTemplate(column: number, size: number): CellTemplate {
    return (h, { model }) =>
      h(
        'div',
        {
          ref: (element: HTMLElement | null) => {
            if (element !== null) this.#painter.mountCell(element, (model as RowModel).row, column, size);
          },
        },
        '',
      );
  }

  #rowHeadings(): RevoGrid['rowHeaders'] {
    return {
      prop: 'row',
      size: rowHeadingWidth,
      columnProperties: () => ({ role: 'columnheader', 'aria-colindex': '1' }),
      columnTemplate: (h) => h('span', { class: 'corner' }, 'Row'),
      cellProperties: () => ({ role: 'rowheader', 'aria-colindex': '1' }),
      cellTemplate: (h, { model }) => {
        const { row } = model as RowModel;
        return h(
          'div',
          {
            class: 'row-heading',
            ref: (element: HTMLElement | null) => {
              if (element !== null) this.#painter.mountHeading(element, 'row', row);
            },
            'data-row': String(row),
          },
          String(row + 1),
        );
      },
    };
  }
}

/** What RevoGrid gives no way to say about the parts that it draws. */
function completeRoles(grid: RevoGrid): void {
  for (const heading of grid.querySelectorAll('.header-rgRow')) {
    heading.setAttribute('role', 'row');
    heading.setAttribute('aria-rowindex', '1');
  }
  // Its maker's mark is a link, which has no place among rows and cells.
  const mark = grid.querySelector('revogr-attribution');
  mark?.setAttribute('aria-hidden', 'true');
  mark?.querySelector('a')?.setAttribute('tabindex', '-1');
}

/** Id of a cell's element, for `aria-activedescendant`. */
export function cellId({ row, column }: Position): string {
  return `cell-${String(row)}-${String(column)}`;
}

function rowDefinitions(rows: Track, usual: number): RevoGrid['rowDefinitions'] {
  return rows.sizes.flatMap((size, place) => {
    if (size === usual) return [];
    const isFrozen = place < rows.frozenCount;
    return [
      { type: isFrozen ? 'rowPinStart' : 'rgRow', size, index: isFrozen ? place : place - rows.frozenCount } as const,
    ];
  });
}
