import type { KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';
import type { Workbench } from '../session/workbench.ts';
import { focusGrid } from './focus-grid.ts';
import { editorCommand } from '../view-model/keyboard.ts';

/** What keys do in the field in which a cell is typed into: in the cell and in the formula bar alike. */
export function useEntryKeys(workbench: Workbench): (event: KeyboardEvent<HTMLTextAreaElement>) => void {
  const { entry, selection } = workbench;
  const commit = async (move: () => void): Promise<void> => {
    if (!(await entry.commit())) return;
    move();
    focusGrid();
  };
  return (event) => {
    if (entry.current === null || event.nativeEvent.isComposing) return;
    if (event.key === 'F2') {
      event.preventDefault();
      entry.toggleOverwriting();
      return;
    }
    const command = editorCommand(event, entry.current.isOverwriting);
    if (command === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    switch (command.type) {
      case 'cancel':
        entry.cancel();
        focusGrid();
        return;
      case 'newLine':
        insertLineBreak(event.currentTarget, (text) => {
          entry.setText(text);
        });
        return;
      case 'commit':
        void commit(() => {
          if (event.key === 'Enter') selection.next('columns', event.shiftKey);
          else if (event.key === 'Tab') selection.next('rows', event.shiftKey);
          else selection.step(command.step, false);
        });
    }
  };
}

function insertLineBreak(field: HTMLTextAreaElement, setText: (text: string) => void): void {
  const { selectionStart, selectionEnd, value } = field;
  flushSync(() => {
    setText(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`);
  });
  field.setSelectionRange(selectionStart + 1, selectionStart + 1);
}
