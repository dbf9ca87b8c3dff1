/** A box on the screen, in CSS pixels from the top left of the grid's container. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where something that pops up stands: by its top, or by its bottom where it stands above the cell. */
export type PopupPlace = { readonly left: number } & ({ readonly top: number } | { readonly bottom: number });

/**
 * The place of what pops up below a cell: within the container as far as it fits, and above the cell where there is no
 * room below and more above.
 *
 * @param popup Its size, or the largest that it may have.
 * @param gap Pixels between the cell and what pops up.
 */
export function popupPlace(cell: Box, popup: Size, container: Size, gap = 0): PopupPlace {
  const left = Math.max(0, Math.min(cell.left, container.width - popup.width));
  const below = container.height - (cell.top + cell.height + gap);
  const above = cell.top - gap;
  return below < popup.height && above > below
    ? { left, bottom: container.height - above }
    : { left, top: cell.top + cell.height + gap };
}
