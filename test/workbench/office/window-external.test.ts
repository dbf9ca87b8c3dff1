import { ExcelHost } from '../../../src/workbench/host/excel-host.ts';
import { Book } from '../../../src/workbench/model/book.ts';
import type { SafeArray } from '../../../src/workbench/office/safe-array.ts';
import { connectPane } from '../../../src/workbench/office/window-external.ts';

const open = () => connectPane(new ExcelHost(new Book()), 'https://localhost').external;

test.each([65, 94, 0])('call %d of Office is not supported', async (id) => {
  const answer = await new Promise<SafeArray>((resolve) => {
    open().Execute(id, [], resolve);
  });
  expect(answer.toArray()).toEqual([5000]);
});

test.each([
  [1, 5000],
  [33, 0],
  [39, 0],
])('registering for event %d gives %d', async (id, status) => {
  const answer = await new Promise<number>((resolve) => {
    open().RegisterEvent(id, '', () => undefined, resolve);
  });
  expect(answer).toBe(status);
});

test('a request is answered later, never within the call', async () => {
  const order: string[] = [];
  const body = JSON.stringify({ Actions: [], ObjectPaths: {} });
  await new Promise<void>((resolve) => {
    open().Execute(93, [['', 'POST', 'ProcessQuery', [], body, 0, 0]], (answer) => {
      order.push('answer');
      expect(answer.toArray()).toEqual([0, 200, [], '{"Results":[]}']);
      resolve();
    });
    order.push('call');
  });
  expect(order).toEqual(['call', 'answer']);
});

test('a service that is not known is refused', async () => {
  const body = JSON.stringify({
    Actions: [{ Id: 2, ActionType: 1, Name: '', ObjectPathId: 1 }],
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 2, Name: 'Microsoft.AgaveVisual.BiShim' } },
  });
  const answer = await new Promise<SafeArray>((resolve) => {
    open().Execute(93, [['', 'POST', 'ProcessQuery', [], body, 0, 0]], resolve);
  });
  expect(String(answer.toArray()[3])).toContain('"Code":"ApiNotFound"');
});
