import type { KeyboardEvent } from 'react';
import type { BookEvent } from '../../model/events.ts';
import type { Workbench } from '../session/workbench.ts';
import { useBook, useObservable } from './use-observable.ts';

const shown: readonly BookEvent['type'][] = [
  'sheetActivated',
  'sheetAdded',
  'sheetDeleted',
  'sheetRenamed',
  'sheetMoved',
  'visibilityChanged',
  'layoutChanged',
  'stateChanged',
  'calculated',
];

/** The tabs of the sheets that are shown, and what the workbook is doing. */
export function SheetBar({ workbench }: { readonly workbench: Workbench }) {
  const { book, deeds, entry, messages } = workbench;
  useBook(book, shown);
  useObservable(entry);
  useObservable(messages);
  const sheets = book.sheets.filter(({ visibility }) => visibility === 'visible');
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft' || event.key === 'ArrowRight') {
      event.preventDefault();
      deeds.goToNeighbour(event.key === 'ArrowRight' ? 1 : -1);
      requestAnimationFrame(() => {
        document.querySelector<HTMLElement>('.sheet-tabs [aria-selected="true"]')?.focus();
      });
    }
  };
  return (
    <footer className="sheet-bar">
      <div className="sheet-tabs" role="tablist" aria-label="Sheets" onKeyDown={keyDown} tabIndex={-1}>
        {sheets.map((sheet) => (
          <button
            key={sheet.id}
            type="button"
            role="tab"
            aria-selected={sheet === book.activeSheet}
            tabIndex={sheet === book.activeSheet ? 0 : -1}
            style={sheet.tabColour === '' ? undefined : { borderBottomColor: sheet.tabColour }}
            onClick={() => void deeds.goTo(sheet.id)}
          >
            {sheet.name}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="add-sheet"
        aria-label="New sheet"
        title="New sheet"
        onClick={() => void deeds.addSheet()}
      >
        +
      </button>
      <p className="status" role="status">
        {statusText(workbench)}
      </p>
    </footer>
  );
}

function statusText({ book, entry, messages, person }: Workbench): string {
  const { current } = entry;
  if (current !== null) return current.isOverwriting ? 'Enter' : 'Edit';
  if (messages.status !== '') return messages.status;
  if (person.clipboard !== undefined) return 'Select where to go and press Ctrl+V';
  return book.isCalculated ? 'Ready' : 'Calculate';
}
