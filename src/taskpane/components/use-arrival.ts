import { useEffect, useRef, type RefObject } from 'react';

/**
 * Puts the focus on an element when it appears in answer to a click: what was clicked is gone then, and the focus
 * would fall back to the beginning of the page.
 *
 * @param arrives whether it appears in answer to a click
 */
export function useArrival<T extends HTMLElement>(arrives: boolean): RefObject<T | null> {
  const element = useRef<T>(null);
  useEffect(() => {
    if (arrives) element.current?.focus();
  }, [arrives]);
  return element;
}
