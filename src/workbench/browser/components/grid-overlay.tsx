import { useEffect } from 'react';
import type { BookEvent } from '../../model/events.ts';
import type { GridController } from '../grid/grid-controller.ts';
import type { Workbench } from '../session/workbench.ts';
import { CellEditor } from './cell-editor.tsx';
import { FilterList } from './filter-list.tsx';
import { PromptNote } from './prompt-note.tsx';
import { SheetImages } from './sheet-images.tsx';
import { focusGrid } from './focus-grid.ts';
import { useBook, useObservable } from './use-observable.ts';
import { ValidationList } from './validation-list.tsx';

const shown: readonly BookEvent['type'][] = ['selectionChanged', 'sheetActivated', 'layoutChanged', 'stateChanged'];

/** What stands over the cells and moves with them: the field of an entry, lists, notes and pictures. */
export function GridOverlay({ workbench, grid }: { readonly workbench: Workbench; readonly grid: GridController }) {
  const { entry, lists, messages } = workbench;
  useBook(workbench.book, shown);
  useObservable(grid);
  useObservable(entry);
  useObservable(lists);
  useObservable(messages);
  const hasMessage = messages.current !== null;
  const isEditing = entry.current !== null;
  useEffect(() => {
    if (!hasMessage && !isEditing && document.activeElement === document.body) focusGrid();
  }, [hasMessage, isEditing]);
  const { sheet, cell } = workbench.book.selection;
  const prompt = sheet.validations.at(cell.row, cell.column)?.prompt;
  const list = lists.current;
  const listBox = list === null ? undefined : grid.boxOf(list.cell);
  return (
    <div className="overlay">
      <SheetImages sheet={sheet} grid={grid} />
      {entry.current?.sheet === sheet && <CellEditor workbench={workbench} entry={entry.current} grid={grid} />}
      {!isEditing && list === null && <PromptNote prompt={prompt} cell={cell} grid={grid} />}
      {list?.kind === 'validation' && listBox !== undefined && (
        <ValidationList
          key={`${String(list.cell.row)} ${String(list.cell.column)}`}
          lists={lists}
          list={list}
          box={listBox}
          container={grid.size}
          sheet={sheet}
        />
      )}
      {list?.kind === 'filter' && listBox !== undefined && (
        <FilterList key={list.offset} lists={lists} list={list} box={listBox} container={grid.size} />
      )}
    </div>
  );
}
