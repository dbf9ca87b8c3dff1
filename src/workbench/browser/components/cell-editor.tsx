import { useRef } from 'react';
import type { GridController } from '../grid/grid-controller.ts';
import type { Entry } from '../session/cell-entry.ts';
import type { Workbench } from '../session/workbench.ts';
import { useEntryFocus } from './use-entry-focus.ts';
import { useEntryKeys } from './use-entry-keys.ts';

/** The field in the cell that is typed into; it grows with its text, over its neighbours. */
export function CellEditor(props: {
  readonly workbench: Workbench;
  readonly entry: Entry;
  readonly grid: GridController;
}) {
  const { workbench, entry, grid } = props;
  const field = useRef<HTMLTextAreaElement>(null);
  const keyDown = useEntryKeys(workbench);
  const box = grid.boxOf(entry.cell);
  useEntryFocus(field, entry.place === 'cell' && box !== undefined, workbench.messages);
  if (box === undefined) return null;
  const { format } = entry.sheet.displayed(entry.cell.row, entry.cell.column);
  return (
    <div
      className="cell-editor"
      style={{ left: box.left - 1, top: box.top - 1, minWidth: box.width + 1, minHeight: box.height + 1 }}
    >
      {/* Takes the text's own room, so that the field over it grows. */}
      <span className="measure">{`${entry.text}\u200b`}</span>
      <textarea
        ref={field}
        aria-label="Cell"
        rows={1}
        spellCheck={false}
        autoComplete="off"
        style={{ fontWeight: format.bold ? 'bold' : 'normal' }}
        value={entry.text}
        onFocus={() => {
          workbench.entry.setPlace('cell');
        }}
        onChange={(event) => {
          workbench.entry.setText(event.target.value);
        }}
        onKeyDown={keyDown}
      />
    </div>
  );
}
