import { AsyncLocalStorage } from 'node:async_hooks';

/** The globals that an add-in's code uses. */
export interface OfficeGlobals {
  readonly Excel: typeof Excel;
  readonly Office: typeof Office;
  readonly OfficeExtension: typeof OfficeExtension;
}

const names = ['Excel', 'Office', 'OfficeExtension'] as const;

/** Runs a task with its own globals. */
export type Run = <Result>(task: () => Result) => Result;

type ReadGlobals = () => OfficeGlobals;

const ofTask = new AsyncLocalStorage<ReadGlobals>();

/** Globals outside of any task, the latest last. */
const installed: ReadGlobals[] = [];

/** Puts accessors in place, which give the running task's globals, or those that are installed. */
function define(): void {
  for (const name of names) {
    Object.defineProperty(globalThis, name, {
      configurable: true,
      get: () => (ofTask.getStore() ?? installed.at(-1))?.()[name],
    });
  }
}

/** Ways to let code see the given globals. */
export function globalsOf(globals: ReadGlobals): { readonly install: () => () => void; readonly run: Run } {
  return {
    install: () => {
      define();
      installed.push(globals);
      return () => {
        const index = installed.indexOf(globals);
        if (index >= 0) installed.splice(index, 1);
      };
    },
    run: (task) => {
      define();
      return ofTask.run(globals, task);
    },
  };
}
