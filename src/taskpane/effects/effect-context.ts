import type { EffectContext } from './ports.ts';
import { createSession } from './session.ts';

/** What the effects of a pane that opens work with: nobody is signed in, nothing was read, nothing runs. */
export function effectContext(store: EffectContext['store'], ports: EffectContext['ports']): EffectContext {
  return {
    store,
    ports,
    session: createSession(),
    reads: { started: 0, shown: 0 },
    live: { stop: null },
    lists: { loading: null },
    memory: { current: null },
    cancellation: { current: null },
  };
}
