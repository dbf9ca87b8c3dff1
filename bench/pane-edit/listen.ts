/** What the page notes of itself, by its own clock (milliseconds). */
export interface Notes {
  /** When the host told the pane of an edit. */
  events: number[];
  /** When what the pane shows changed. */
  changes: number[];
  /** Tasks of 50 ms and more. */
  tasks: { readonly start: number; readonly duration: number; readonly own: boolean }[];
}

declare global {
  interface Window {
    notes?: Notes;
  }
}

/** Category of messages of the host in which it tells of an edit. */
const messages = 33;

/**
 * Runs in every frame before its scripts: notes when the host calls the pane. The pane's way to the host is put at
 * `window.external` by the workbench; it is wrapped there.
 */
export function listenToHost(messageEvent: number): void {
  interface External {
    RegisterEvent: (id: number, target: string, handler: (...rest: unknown[]) => void, done: unknown) => void;
  }
  if (!location.pathname.endsWith('pane.html')) return;
  const notes: Notes = { events: [], changes: [], tasks: [] };
  window.notes = notes;
  const define = Object.defineProperty;
  Object.defineProperty = (<T>(target: T, name: PropertyKey, attributes: PropertyDescriptor): T => {
    if (name !== 'external') return define(target, name, attributes);
    Object.defineProperty = define;
    const external = attributes.value as External;
    const wrapped: External = {
      ...external,
      RegisterEvent: (id, where, handler, done) => {
        external.RegisterEvent(
          id,
          where,
          (...rest) => {
            if (id === messageEvent) notes.events.push(performance.now());
            handler(...rest);
          },
          done,
        );
      },
    };
    return define(target, name, { ...attributes, value: wrapped });
  }) as typeof Object.defineProperty;
  new PerformanceObserver((list) => {
    for (const { startTime, duration, name } of list.getEntries()) {
      notes.tasks.push({ start: startTime, duration, own: name === 'self' });
    }
  }).observe({ type: 'longtask' });
}

/** Runs in the pane's frame: notes when what it shows changes. */
export function listenToScreen(): void {
  const main = document.querySelector('main');
  if (main === null) return;
  new MutationObserver(() => window.notes?.changes.push(performance.now())).observe(main, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

/** What {@link listenToHost} takes. */
export const hostMessages = messages;
