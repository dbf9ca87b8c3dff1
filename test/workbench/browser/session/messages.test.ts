import { Messages } from '../../../../src/workbench/browser/session/messages.ts';
import { done, refused, unavailable } from '../../../../src/workbench/person/outcome.ts';

test('messages come one after the other, each with its own answer', async () => {
  const messages = new Messages();
  const versions: number[] = [];
  messages.subscribe(() => versions.push(messages.version()));
  const first = messages.show(refused('one', 'Title', ['Retry', 'Cancel']));
  const second = messages.question({ title: 'Two', label: 'Word', isSecret: false });
  expect(messages.current).toMatchObject({ kind: 'dialog', dialog: { title: 'Title', message: 'one' } });
  if (messages.current?.kind === 'dialog') messages.current.answer('Cancel');
  expect(await first).toBe('Cancel');
  expect(messages.current).toMatchObject({ kind: 'question' });
  if (messages.current?.kind === 'question') messages.current.answer('word');
  expect(await second).toBe('word');
  expect(messages.current).toBeNull();
  expect(versions).toEqual([...versions].sort((one, other) => one - other));
});

test('what is done says nothing, what is greyed out says why in the status line', async () => {
  const messages = new Messages();
  expect(await messages.show(unavailable('Not now.'))).toBeNull();
  expect([messages.status, messages.current]).toEqual(['Not now.', null]);
  expect(await messages.show(done)).toBeNull();
  expect(messages.status).toBe('');
});
