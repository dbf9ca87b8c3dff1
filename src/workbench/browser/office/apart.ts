import type { WindowExternal } from '../../office/window-external.ts';
import type { TaskQueue } from './task-queue.ts';

/**
 * Excel is a process of its own, while the workbench shares its thread with the pane. Requests are carried out in tasks
 * of the workbench, so that its work is not taken for the pane's where the browser tells of long tasks.
 */
export function requestsApart(external: WindowExternal, workbench: TaskQueue): WindowExternal {
  return {
    ...external,
    Execute: (...request) => {
      workbench.run(() => {
        external.Execute(...request);
      });
    },
  };
}

/** The other way: answers and events are taken in by tasks of the page that they are for. */
export function answersApart(external: WindowExternal, page: TaskQueue): WindowExternal {
  return {
    ...external,
    Execute: (id, parameters, callback) => {
      external.Execute(id, parameters, (...answer) => {
        page.run(() => {
          callback(...answer);
        });
      });
    },
    RegisterEvent: (id, targetId, handler, callback) => {
      external.RegisterEvent(
        id,
        targetId,
        (...event) => {
          page.run(() => {
            handler(...event);
          });
        },
        callback,
      );
    },
  };
}
