import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CivilDate } from '../../guidance/civil-date.ts';
import type { Commands } from '../effects/commands.ts';
import type { PaneEvent } from '../state/pane-event.ts';
import type { PaneState } from '../state/pane-state.ts';
import type { Store } from '../state/store.ts';
import type { Words } from '../words/english.ts';

/** What every component may use. */
export interface PaneTools {
  readonly store: Store<PaneState, PaneEvent>;
  readonly commands: Commands;
  readonly words: Words;
  /** The day on which the biller sits there. */
  readonly today: () => CivilDate;
}

const context = createContext<PaneTools | null>(null);

/** Gives the tools to everything below. */
export const PaneToolsProvider = context.Provider;

/** The pane's tools. */
export function usePaneTools(): PaneTools {
  const tools = useContext(context);
  if (tools === null) throw new Error('Outside of the pane');
  return tools;
}

/** A part of the pane's state; the selector returns a part that keeps its identity while nothing changed. */
export function usePaneState<T>(select: (state: PaneState) => T): T {
  const { store } = usePaneTools();
  return useSyncExternalStore(store.subscribe, () => select(store.getState()));
}

/** The catalogue of the biller's language. */
export function useWords(): Words {
  return usePaneTools().words;
}

/** What a click may start. */
export function useCommands(): Commands {
  return usePaneTools().commands;
}

/** Sends an event. */
export function useDispatch(): (event: PaneEvent) => void {
  return usePaneTools().store.dispatch;
}
