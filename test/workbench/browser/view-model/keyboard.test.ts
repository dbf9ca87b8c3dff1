import { editorCommand, gridCommand, type Key } from '../../../../src/workbench/browser/view-model/keyboard.ts';

/** `Ctrl+Shift+V` as the browser tells it. */
function key(shortcut: string): Key {
  const parts = shortcut.split('+');
  const name = parts.at(-1) ?? '';
  return {
    key: name === 'Space' ? ' ' : name,
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    metaKey: parts.includes('Cmd'),
  };
}

const down = { rows: 1, columns: 0 };

test.each([
  ['ArrowDown', { type: 'step', step: down, extend: false }],
  ['Shift+ArrowDown', { type: 'step', step: down, extend: true }],
  ['Ctrl+ArrowDown', { type: 'edge', step: down, extend: false }],
  ['Cmd+Shift+ArrowDown', { type: 'edge', step: down, extend: true }],
  ['Alt+ArrowDown', { type: 'openList' }],
  ['Enter', { type: 'next', order: 'columns', backwards: false }],
  ['Shift+Tab', { type: 'next', order: 'rows', backwards: true }],
  ['Home', { type: 'rowStart', extend: false }],
  ['Ctrl+Home', { type: 'sheetStart', extend: false }],
  ['Ctrl+Shift+End', { type: 'sheetEnd', extend: true }],
  ['PageDown', { type: 'page', direction: 1, extend: false }],
  ['Ctrl+PageUp', { type: 'sheet', direction: -1 }],
  ['Ctrl+a', { type: 'select', what: 'all' }],
  ['Ctrl+Space', { type: 'select', what: 'column' }],
  ['Shift+Space', { type: 'select', what: 'row' }],
  ['x', { type: 'type', text: 'x' }],
  ['Shift+X', { type: 'type', text: 'X' }],
  ['Space', { type: 'type', text: ' ' }],
  ['Backspace', { type: 'type', text: '' }],
  ['F2', { type: 'edit' }],
  ['Delete', { type: 'clear' }],
  ['F9', { type: 'calculate' }],
  ['Shift+F10', { type: 'contextMenu' }],
  ['Escape', { type: 'cancelCopy' }],
  ['Ctrl+d', { type: 'fillDown' }],
  ['Ctrl+z', { type: 'undo' }],
  ['Ctrl+y', { type: 'redo' }],
  ['Ctrl+Shift+Z', { type: 'redo' }],
  ['Ctrl+Shift+V', { type: 'pasteValues' }],
  // The browser tells of these by events of its own, or they are not the grid's.
  ['Ctrl+c', undefined],
  ['Ctrl+v', undefined],
  ['Ctrl+r', undefined],
  ['Alt+x', undefined],
  ['F6', undefined],
  ['Control', undefined],
])('%s at the grid', (shortcut, command) => {
  expect(gridCommand(key(shortcut))).toEqual(command);
});

test.each([
  ['Enter', true, { type: 'commit', step: down }],
  ['Shift+Enter', false, { type: 'commit', step: { rows: -1, columns: 0 } }],
  ['Tab', false, { type: 'commit', step: { rows: 0, columns: 1 } }],
  ['Alt+Enter', true, { type: 'newLine' }],
  ['Escape', false, { type: 'cancel' }],
  ['ArrowDown', true, { type: 'commit', step: down }],
  ['ArrowDown', false, undefined],
  ['Shift+ArrowLeft', true, undefined],
  ['a', true, undefined],
])('%s in a cell, typed over: %s', (shortcut, isOverwriting, command) => {
  expect(editorCommand(key(shortcut), isOverwriting)).toEqual(command);
});
