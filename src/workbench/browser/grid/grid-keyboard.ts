import type { Workbench } from '../session/workbench.ts';
import { gridCommand, type GridCommand } from '../view-model/keyboard.ts';
import type { GridController } from './grid-controller.ts';

/** What keys and the clipboard do while the grid has the focus. */
export class GridKeyboard {
  readonly #workbench: Workbench;
  readonly #grid: GridController;
  readonly #listeners = new AbortController();
  #pastesValues = false;

  constructor(workbench: Workbench, grid: GridController) {
    this.#workbench = workbench;
    this.#grid = grid;
    const { signal } = this.#listeners;
    grid.element.addEventListener(
      'keydown',
      (event) => {
        this.#keyDown(event);
      },
      { signal },
    );
    document.addEventListener(
      'copy',
      (event) => {
        this.#withClipboard(event, (data) => workbench.deeds.copy(data));
      },
      {
        signal,
      },
    );
    document.addEventListener(
      'cut',
      (event) => {
        this.#withClipboard(event, (data) => workbench.deeds.cut(data));
      },
      {
        signal,
      },
    );
    document.addEventListener(
      'paste',
      (event) => {
        const parts = this.#pastesValues ? 'values' : 'all';
        this.#pastesValues = false;
        this.#withClipboard(event, (data) => workbench.deeds.paste(data, parts));
      },
      { signal },
    );
  }

  destroy(): void {
    this.#listeners.abort();
  }

  #withClipboard(event: ClipboardEvent, action: (data: DataTransfer) => Promise<void> | void): void {
    if (document.activeElement !== this.#grid.element || event.clipboardData === null) return;
    event.preventDefault();
    void action(event.clipboardData);
  }

  #keyDown(event: KeyboardEvent): void {
    if (event.isComposing || event.defaultPrevented) return;
    const command = gridCommand(event);
    if (command === undefined) return;
    if (command.type === 'pasteValues') {
      // The browser's own paste event follows, with the clipboard.
      this.#pastesValues = true;
      return;
    }
    event.preventDefault();
    void this.#takeOver(command);
  }

  /** Keys that come ahead of the field of an entry, which appears once its cell is in view, belong to the entry. */
  async #takeOver(command: GridCommand): Promise<void> {
    const { entry } = this.#workbench;
    if (entry.current === null) await this.#run(command);
    else if (command.type === 'type') entry.setText(entry.current.text + command.text);
    else if (command.type === 'cancelCopy') entry.cancel();
    else if (await entry.commit()) await this.#run(command);
  }

  async #run(command: GridCommand): Promise<void> {
    const { selection, entry, deeds, lists, book } = this.#workbench;
    switch (command.type) {
      case 'step':
        selection.step(command.step, command.extend);
        return;
      case 'edge':
        selection.edge(command.step, command.extend);
        return;
      case 'page':
        selection.step({ rows: command.direction * this.#grid.rowsInView, columns: 0 }, command.extend);
        return;
      case 'rowStart':
        selection.toRowStart(command.extend);
        return;
      case 'sheetStart':
        selection.toSheetStart(command.extend);
        return;
      case 'sheetEnd':
        selection.toSheetEnd(command.extend);
        return;
      case 'next':
        selection.next(command.order, command.backwards);
        return;
      case 'select':
        this.#select(command.what);
        return;
      case 'sheet':
        deeds.goToNeighbour(command.direction);
        return;
      case 'type':
        entry.begin(command.text, 'cell');
        return;
      case 'edit':
        entry.begin(null, 'cell');
        return;
      case 'openList':
        lists.open();
        return;
      case 'contextMenu':
        this.#openMenu();
        return;
      case 'cancelCopy':
        deeds.endCopy();
        return;
      case 'calculate':
        book.calculate();
        return;
      case 'clear':
        await deeds.clear();
        return;
      case 'undo':
        await deeds.undo();
        return;
      case 'redo':
        await deeds.redo();
        return;
      case 'fillDown':
        await deeds.fillDown();
        return;
      case 'pasteValues':
        return;
    }
  }

  #select(what: 'all' | 'row' | 'column'): void {
    const { selection } = this.#workbench;
    if (what === 'all') selection.selectAll();
    else if (what === 'row') selection.selectRowsOfSelection();
    else selection.selectColumnsOfSelection();
  }

  #openMenu(): void {
    const box = this.#grid.boxOf(this.#workbench.selection.cell);
    const origin = this.#grid.element.getBoundingClientRect();
    this.#workbench.menu.openAt({
      x: origin.left + (box?.left ?? 60) + 20,
      y: origin.top + (box?.top ?? 40) + 12,
    });
  }
}
