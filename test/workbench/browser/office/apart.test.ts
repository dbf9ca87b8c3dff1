import { answersApart, requestsApart } from '../../../../src/workbench/browser/office/apart.ts';
import { TaskQueue } from '../../../../src/workbench/browser/office/task-queue.ts';
import { safeArray } from '../../../../src/workbench/office/safe-array.ts';
import type { WindowExternal } from '../../../../src/workbench/office/window-external.ts';

const queues: TaskQueue[] = [];
function queue(): TaskQueue {
  const made = new TaskQueue();
  queues.push(made);
  return made;
}
afterEach(() => {
  for (const each of queues.splice(0)) each.close();
});

/** Office's side, which answers within the call and notes what happens in `happened`. */
function office(happened: string[]): WindowExternal {
  const rest = { GetHostInfo: () => '', GetLoggingAllowed: () => false, UnregisterEvent: () => undefined };
  return {
    ...rest,
    GetContext: () => {
      throw new Error('Not asked for');
    },
    Execute: (id, _, callback) => {
      happened.push(`carried out ${String(id)}`);
      callback(safeArray([id]), 0);
    },
    RegisterEvent: (id, _, handler, callback) => {
      callback(0);
      handler(id, safeArray([]));
    },
  };
}

test('a request is carried out after the call, in the order of requests, and answered after that', async () => {
  const happened: string[] = [];
  const external = answersApart(requestsApart(office(happened), queue()), queue());
  await new Promise<void>((resolve) => {
    for (const id of [1, 2]) {
      external.Execute(id, [], () => {
        happened.push(`answered ${String(id)}`);
        if (id === 2) resolve();
      });
    }
    happened.push('called');
  });
  expect(happened[0]).toBe('called');
  expect(happened.filter((each) => each.startsWith('carried'))).toEqual(['carried out 1', 'carried out 2']);
  expect(happened.filter((each) => each.startsWith('answered'))).toEqual(['answered 1', 'answered 2']);
});

test('an event comes after the answer that went before it, and not within the call of Office', async () => {
  const happened: string[] = [];
  const external = answersApart(office(happened), queue());
  await new Promise<void>((resolve) => {
    external.Execute(1, [], () => happened.push('answered'));
    external.RegisterEvent(
      33,
      '',
      () => {
        happened.push('event');
        resolve();
      },
      () => happened.push('registered'),
    );
    happened.push('called');
  });
  expect(happened).toEqual(['carried out 1', 'registered', 'called', 'answered', 'event']);
});

test('a queue runs each action in a task of its own, and nothing once it is closed', async () => {
  const tasks = queue();
  const happened: string[] = [];
  tasks.run(() => {
    happened.push('first');
    void Promise.resolve().then(() => happened.push('what the first left to do'));
  });
  await new Promise<void>((resolve) => {
    tasks.run(() => {
      happened.push('second');
      resolve();
    });
  });
  tasks.run(() => happened.push('after the end'));
  tasks.close();
  const later = queue();
  await new Promise<void>((resolve) => {
    later.run(resolve);
  });
  expect(happened).toEqual(['first', 'what the first left to do', 'second']);
});
