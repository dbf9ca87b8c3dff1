import { Button, Checkbox } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Lists, OpenList } from '../session/lists.ts';
import { type Box, popupPlace, type Size } from '../view-model/popup-place.ts';
import { focusGrid } from './focus-grid.ts';

/** Texts that are listed; more than that are narrowed by a sheet's own means. */
const listed = 1000;

/** Pixels that the filter may take. */
const largest = { width: 240, height: 320 } as const;

/** Which texts of a column the filter lets through. */
export function FilterList(props: {
  readonly lists: Lists;
  readonly list: Extract<OpenList, { kind: 'filter' }>;
  readonly box: Box;
  readonly container: Size;
}) {
  const { lists, list, box, container } = props;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(list.chosen ?? list.entries));
  const surface = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // Escape closes the list from wherever in it the focus is; no key of it reaches the grid below.
    const element = surface.current;
    const keyDown = (event: globalThis.KeyboardEvent): void => {
      event.stopPropagation();
      if (event.key !== 'Escape') return;
      lists.close();
      focusGrid();
    };
    element?.addEventListener('keydown', keyDown);
    return () => {
      element?.removeEventListener('keydown', keyDown);
    };
  }, [lists]);
  useEffect(() => {
    surface.current?.querySelector('input')?.focus();
  }, []);
  const end = (action: () => void): void => {
    action();
    focusGrid();
  };
  const toggle = (entry: string, isChosen: boolean): void => {
    const next = new Set(chosen);
    if (isChosen) next.add(entry);
    else next.delete(entry);
    setChosen(next);
  };
  const isAll = chosen.size === list.entries.length;
  return (
    <form
      ref={surface}
      className="filter-list"
      aria-label="Filter"
      style={popupPlace(box, largest, container)}
      onSubmit={(event) => {
        event.preventDefault();
        end(() => void lists.applyFilter(list.offset, isAll ? null : [...chosen]));
      }}
    >
      <Checkbox
        label="(Select all)"
        checked={isAll ? true : chosen.size === 0 ? false : 'mixed'}
        onChange={(_event, { checked }) => {
          setChosen(new Set(checked === true ? list.entries : []));
        }}
      />
      <div className="filter-entries">
        {list.entries.slice(0, listed).map((entry) => (
          <Checkbox
            key={entry}
            label={entry === '' ? '(Blanks)' : entry}
            checked={chosen.has(entry)}
            onChange={(_event, { checked }) => {
              toggle(entry, checked === true);
            }}
          />
        ))}
      </div>
      <div className="filter-actions">
        <Button type="submit" size="small" appearance="primary" disabled={chosen.size === 0}>
          OK
        </Button>
        <Button
          size="small"
          onClick={() => {
            end(() => {
              lists.close();
            });
          }}
        >
          Cancel
        </Button>
      </div>
    </form>
  );
}
