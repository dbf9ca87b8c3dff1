import { useEffect, useReducer, useSyncExternalStore } from 'react';
import type { Book } from '../../model/book.ts';
import type { BookEvent } from '../../model/events.ts';
import type { Observable } from '../session/observable.ts';

/** Renders again when the object changes. */
export function useObservable(object: Observable): void {
  useSyncExternalStore(object.subscribe, object.version);
}

/** Renders again, once per frame at most, when the workbook has told of one of these. */
export function useBook(book: Book, types: readonly BookEvent['type'][]): void {
  const [, renderAgain] = useReducer((count: number) => count + 1, 0);
  useEffect(() => {
    let frame = 0;
    const end = book.subscribe(({ type }) => {
      if (frame !== 0 || !types.includes(type)) return;
      frame = requestAnimationFrame(() => {
        frame = 0;
        renderAgain();
      });
    });
    return () => {
      end();
      cancelAnimationFrame(frame);
    };
  }, [book, types]);
}
