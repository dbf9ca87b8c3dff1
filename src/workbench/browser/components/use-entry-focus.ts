import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Messages } from '../session/messages.ts';
import { useObservable } from './use-observable.ts';

/**
 * Keeps the focus in the field of an entry: from the moment that it is typed into, and again after each message that
 * Excel had about it, then with all of the text selected.
 *
 * @param isTypedInto Whether the entry's caret is in this field and the field is in view.
 */
export function useEntryFocus(
  field: RefObject<HTMLTextAreaElement | null>,
  isTypedInto: boolean,
  messages: Messages,
): void {
  useObservable(messages);
  const hasMessage = messages.current !== null;
  const hadMessage = useRef(false);
  useLayoutEffect(() => {
    const element = field.current;
    // A click has put the caret where it belongs already.
    if (!isTypedInto || element === null || document.activeElement === element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [field, isTypedInto]);
  useEffect(() => {
    const isOver = hadMessage.current && !hasMessage;
    hadMessage.current = hasMessage;
    if (!isOver || !isTypedInto) return undefined;
    // The message box gives the focus back to where it came from first.
    const timer = window.setTimeout(() => {
      field.current?.focus();
      field.current?.select();
    });
    return () => {
      window.clearTimeout(timer);
    };
  }, [field, isTypedInto, hasMessage]);
}
