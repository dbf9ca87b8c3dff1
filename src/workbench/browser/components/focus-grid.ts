/** Gives the keyboard back to the cells. */
export function focusGrid(): void {
  document.querySelector<HTMLElement>('revo-grid')?.focus({ preventScroll: true });
}

/**
 * Gives the keyboard back to the cells after a command of a menu, unless it has led elsewhere by then: a menu that
 * closes gives the focus to its button first.
 */
export function focusGridSoon(): void {
  window.setTimeout(() => {
    if (document.activeElement?.closest('.commands') !== null) focusGrid();
  });
}
