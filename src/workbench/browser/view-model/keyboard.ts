import type { Step } from './navigation.ts';

/** What a key does at the grid while no cell is being edited. */
export type GridCommand =
  | { readonly type: 'step'; readonly step: Step; readonly extend: boolean }
  | { readonly type: 'edge'; readonly step: Step; readonly extend: boolean }
  /** A screenful up (-1) or down (1). */
  | { readonly type: 'page'; readonly direction: -1 | 1; readonly extend: boolean }
  | { readonly type: 'rowStart' | 'sheetStart' | 'sheetEnd'; readonly extend: boolean }
  /** Enter and Tab: to the next cell, within a selection of several round and round. */
  | { readonly type: 'next'; readonly order: 'columns' | 'rows'; readonly backwards: boolean }
  | { readonly type: 'select'; readonly what: 'all' | 'row' | 'column' }
  | { readonly type: 'sheet'; readonly direction: -1 | 1 }
  /** Starts the entry of a cell: over its content with this text, or in it. */
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'edit' | 'clear' | 'openList' | 'cancelCopy' | 'contextMenu' | 'calculate' }
  | { readonly type: 'undo' | 'redo' | 'fillDown' | 'pasteValues' };

/** The part of a keyboard event that decides. */
export interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
}

const arrows: Readonly<Partial<Record<string, Step>>> = {
  ArrowUp: { rows: -1, columns: 0 },
  ArrowDown: { rows: 1, columns: 0 },
  ArrowLeft: { rows: 0, columns: -1 },
  ArrowRight: { rows: 0, columns: 1 },
};

/**
 * The command of a key, by Excel's shortcuts; undefined where the key is not the grid's. Copy, cut and paste are not
 * here: the browser tells of them by events of its own, which carry the clipboard.
 */
export function gridCommand(event: Key): GridCommand | undefined {
  const isControl = event.ctrlKey || event.metaKey;
  if (event.altKey) return event.key === 'ArrowDown' && !isControl ? { type: 'openList' } : undefined;
  return isControl ? controlCommand(event) : plainCommand(event);
}

function controlCommand({ key, shiftKey }: Key): GridCommand | undefined {
  const step = arrows[key];
  if (step !== undefined) return { type: 'edge', step, extend: shiftKey };
  switch (key.toLowerCase()) {
    case 'home':
      return { type: 'sheetStart', extend: shiftKey };
    case 'end':
      return { type: 'sheetEnd', extend: shiftKey };
    case 'pageup':
      return { type: 'sheet', direction: -1 };
    case 'pagedown':
      return { type: 'sheet', direction: 1 };
    case ' ':
      return { type: 'select', what: 'column' };
    case 'a':
      return { type: 'select', what: 'all' };
    case 'd':
      return { type: 'fillDown' };
    case 'y':
      return { type: 'redo' };
    case 'z':
      return { type: shiftKey ? 'redo' : 'undo' };
    case 'v':
      return shiftKey ? { type: 'pasteValues' } : undefined;
    default:
      return undefined;
  }
}

function plainCommand({ key, shiftKey }: Key): GridCommand | undefined {
  const step = arrows[key];
  if (step !== undefined) return { type: 'step', step, extend: shiftKey };
  switch (key) {
    case 'Enter':
      return { type: 'next', order: 'columns', backwards: shiftKey };
    case 'Tab':
      return { type: 'next', order: 'rows', backwards: shiftKey };
    case 'Home':
      return { type: 'rowStart', extend: shiftKey };
    case 'PageUp':
      return { type: 'page', direction: -1, extend: shiftKey };
    case 'PageDown':
      return { type: 'page', direction: 1, extend: shiftKey };
    case 'Delete':
      return { type: 'clear' };
    case 'Backspace':
      return { type: 'type', text: '' };
    case 'F2':
      return { type: 'edit' };
    case 'F9':
      return { type: 'calculate' };
    case 'F10':
      return shiftKey ? { type: 'contextMenu' } : undefined;
    case 'ContextMenu':
      return { type: 'contextMenu' };
    case 'Escape':
      return { type: 'cancelCopy' };
    case ' ':
      return shiftKey ? { type: 'select', what: 'row' } : { type: 'type', text: ' ' };
    default:
      return key.length === 1 ? { type: 'type', text: key } : undefined;
  }
}

/** What a key does while a cell is being edited; undefined where it edits the text. */
export type EditorCommand =
  { readonly type: 'commit'; readonly step: Step } | { readonly type: 'cancel' } | { readonly type: 'newLine' };

/**
 * @param isOverwriting Whether the entry began by typing over the cell: arrow keys then end it, as in Excel; after F2
 *   or a double click they move within the text.
 */
export function editorCommand(event: Key, isOverwriting: boolean): EditorCommand | undefined {
  if (event.key === 'Escape') return { type: 'cancel' };
  if (event.key === 'Enter') {
    if (event.altKey) return { type: 'newLine' };
    return { type: 'commit', step: { rows: event.shiftKey ? -1 : 1, columns: 0 } };
  }
  if (event.key === 'Tab') return { type: 'commit', step: { rows: 0, columns: event.shiftKey ? -1 : 1 } };
  const step = arrows[event.key];
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  return isOverwriting && isPlain && step !== undefined ? { type: 'commit', step } : undefined;
}
