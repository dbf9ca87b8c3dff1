import { type KeyboardEvent, useRef, useState } from 'react';
import { areaAddress } from '../../model/address.ts';
import type { BookEvent } from '../../model/events.ts';
import { unavailable } from '../../person/outcome.ts';
import type { Workbench } from '../session/workbench.ts';
import { placeNamed } from '../view-model/place-named.ts';
import { formulaBarText } from '../view-model/formula-bar-text.ts';
import { focusGrid } from './focus-grid.ts';
import { useEntryFocus } from './use-entry-focus.ts';
import { useEntryKeys } from './use-entry-keys.ts';
import { useBook, useObservable } from './use-observable.ts';

const shown: readonly BookEvent['type'][] = [
  'selectionChanged',
  'sheetActivated',
  'changed',
  'calculated',
  'formatChanged',
  'protectionChanged',
  'stateChanged',
];

/** The name box, and what the active cell holds, to be read and mended. */
export function FormulaBar({ workbench }: { readonly workbench: Workbench }) {
  useBook(workbench.book, shown);
  useObservable(workbench.entry);
  return (
    <section className="formula-bar" aria-label="Cell content">
      <NameBox workbench={workbench} />
      <span className="formula-sign" aria-hidden="true">
        fx
      </span>
      <FormulaInput workbench={workbench} />
    </section>
  );
}

function NameBox({ workbench }: { readonly workbench: Workbench }) {
  const [typed, setTyped] = useState<string | null>(null);
  const { book, selection, person, messages } = workbench;
  const go = (): void => {
    const place = placeNamed(book, typed ?? selectionText(workbench));
    setTyped(null);
    if (place === undefined) {
      void messages.show(unavailable('There is no such cell or name.'));
      return;
    }
    if (place.sheet !== book.activeSheet) person.goTo(place.sheet);
    selection.selectArea(place.area);
    focusGrid();
  };
  const keyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') go();
    else if (event.key === 'Escape') setTyped(null);
  };
  return (
    <input
      className="name-box"
      aria-label="Name box"
      spellCheck={false}
      autoComplete="off"
      value={typed ?? selectionText(workbench)}
      onChange={(event) => {
        setTyped(event.target.value);
      }}
      onFocus={(event) => {
        event.target.select();
      }}
      onBlur={() => {
        setTyped(null);
      }}
      onKeyDown={keyDown}
    />
  );
}

function selectionText({ book }: Workbench): string {
  const { cell, areas } = book.selection;
  const [only, ...more] = areas;
  const isOneArea = only !== undefined && more.length === 0;
  return areaAddress(isOneArea ? only : { top: cell.row, bottom: cell.row, left: cell.column, right: cell.column });
}

function FormulaInput({ workbench }: { readonly workbench: Workbench }) {
  const input = useRef<HTMLTextAreaElement>(null);
  const { entry, book } = workbench;
  const { current } = entry;
  const keyDown = useEntryKeys(workbench);
  useEntryFocus(input, current?.place === 'bar', workbench.messages);
  return (
    <textarea
      ref={input}
      className="formula-input"
      aria-label="Formula bar"
      rows={1}
      spellCheck={false}
      autoComplete="off"
      value={current?.text ?? formulaBarText(book.selection.sheet, book.selection.cell)}
      onFocus={(event) => {
        if (entry.begin(null, 'bar')) entry.setPlace('bar');
        else event.target.blur();
      }}
      onChange={(event) => {
        entry.setText(event.target.value);
      }}
      onKeyDown={keyDown}
    />
  );
}
