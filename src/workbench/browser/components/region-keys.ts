import { useEffect } from 'react';

/** What F6 goes through, in this order. */
const regions = [
  '.ribbon button',
  '.formula-bar input',
  'revo-grid',
  '.pane iframe',
  '.sheet-tabs [aria-selected="true"]',
];

/**
 * F6 goes to the next part of the page and Shift+F6 to the one before, as in Office: Tab moves between cells, so it
 * cannot lead out of the grid.
 */
export function goToRegion(event: KeyboardEvent): void {
  if (event.key !== 'F6' || event.ctrlKey || event.altKey) return;
  event.preventDefault();
  const elements = regions.flatMap((selector) => document.querySelector<HTMLElement>(selector) ?? []);
  const place = elements.findIndex((element) => isWithin(element));
  const step = event.shiftKey ? elements.length - 1 : 1;
  elements[(Math.max(place, 0) + step) % elements.length]?.focus();
}

function isWithin(element: HTMLElement): boolean {
  const part = element.closest('.ribbon, .formula-bar, .grid, .pane, .sheet-bar');
  return part?.contains(document.activeElement) === true;
}

export function useRegionKeys(): void {
  useEffect(() => {
    document.addEventListener('keydown', goToRegion);
    return () => {
      document.removeEventListener('keydown', goToRegion);
    };
  }, []);
}
