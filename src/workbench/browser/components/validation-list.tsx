import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Sheet } from '../../model/sheet.ts';
import type { Lists, OpenList } from '../session/lists.ts';
import { type Box, popupPlace, type Size } from '../view-model/popup-place.ts';
import { focusGrid } from './focus-grid.ts';

/** Pixels of the eight entries or so that are seen at once. */
const largestHeight = 200;

/** The entries of a list validation below its cell. Arrow keys choose, Enter takes, Escape leaves the cell as it is. */
export function ValidationList(props: {
  readonly lists: Lists;
  readonly list: Extract<OpenList, { kind: 'validation' }>;
  readonly box: Box;
  readonly container: Size;
  readonly sheet: Sheet;
}) {
  const { lists, list, box, container, sheet } = props;
  const present = list.entries.indexOf(sheet.cells.text(list.cell.row, list.cell.column));
  const [place, setPlace] = useState(Math.max(0, present));
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    element.current?.focus({ preventScroll: true });
  }, []);
  useEffect(() => {
    element.current?.children[place]?.scrollIntoView({ block: 'nearest' });
  }, [place]);
  const width = listWidth(list.entries, box.width);
  const pick = (entry: string | undefined): void => {
    focusGrid();
    if (entry !== undefined) void lists.pick(entry);
  };
  const keyDown = (event: KeyboardEvent): void => {
    const last = list.entries.length - 1;
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: place + 1,
      ArrowUp: place - 1,
      PageDown: place + 8,
      PageUp: place - 8,
      Home: 0,
      End: last,
    };
    const to = steps[event.key];
    if (to !== undefined && !event.altKey) setPlace(Math.min(last, Math.max(0, to)));
    else if (event.key === 'Enter' || event.key === 'Tab') pick(list.entries[place]);
    else if (event.key === 'Escape' || (event.altKey && event.key === 'ArrowUp')) {
      lists.close();
      focusGrid();
    } else if (event.key.length === 1) setPlace(firstWith(list.entries, event.key, place));
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={element}
      className="cell-list"
      role="listbox"
      aria-label="List of the cell"
      aria-activedescendant={`entry-${String(place)}`}
      tabIndex={0}
      style={{ ...popupPlace(box, { width, height: largestHeight }, container), width, maxHeight: largestHeight }}
      onKeyDown={keyDown}
      onBlur={() => {
        lists.close();
      }}
    >
      {list.entries.map((entry, at) => (
        // The listbox itself takes the keys.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={at}
          id={`entry-${String(at)}`}
          role="option"
          tabIndex={-1}
          aria-selected={at === place}
          onMouseEnter={() => {
            setPlace(at);
          }}
          onMouseDown={(event) => {
            event.preventDefault();
          }}
          onClick={() => {
            pick(entry);
          }}
        >
          {entry}
        </div>
      ))}
    </div>
  );
}

/** Pixels that the entries need at about 7 for a letter, no less than the cell has. */
function listWidth(entries: readonly string[], cellWidth: number): number {
  const longest = entries.reduce((most, { length }) => Math.max(most, length), 0);
  return Math.min(480, Math.max(120, cellWidth + 1, longest * 7 + 40));
}

/** The next entry that begins with a letter, round and round. */
function firstWith(entries: readonly string[], letter: string, from: number): number {
  for (let step = 1; step <= entries.length; step += 1) {
    const place = (from + step) % entries.length;
    if (entries[place]?.toLowerCase().startsWith(letter.toLowerCase()) === true) return place;
  }
  return from;
}
