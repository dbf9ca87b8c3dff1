import { createLog } from '../../../src/intake/http/log.ts';

function logged(error: unknown): Record<string, unknown> {
  const lines: string[] = [];
  createLog({ write: (line) => lines.push(line) }).failure({ during: 'test', error });
  return JSON.parse(lines.join('')) as Record<string, unknown>;
}

function thrownBy(action: () => unknown): unknown {
  try {
    return action();
  } catch (error) {
    return error;
  }
}

class NamedError extends Error {
  readonly code = 'SQLITE_BUSY';
  readonly detail = 'Key (name)=(Ofelia) already exists';
}

test.each([
  ['a JSON error, which quotes its input', thrownBy(() => JSON.parse('{"name": Ofelia}') as unknown)],
  ['an error of a database', new NamedError('Ofelia')],
  ['a message that looks like a stack', new Error('no\n    at Ofelia (Ofelia.ts:1:1)\n    at Ofelia.ts:2:2')],
  ['a message that was changed afterwards', Object.assign(new Error('x\n    at Ofelia.ts:1:1'), { message: 'other' })],
  ['a code that is a sentence', Object.assign(new Error('x'), { code: 'Ofelia is no code' })],
  ['an error with a cause', new Error('x', { cause: new Error('Ofelia') })],
  ['text', 'Ofelia'],
  ['an object', { name: 'Ofelia' }],
])('%s leaves no value behind', (_, error) => {
  expect(JSON.stringify(logged(error))).not.toContain('Ofelia');
});

test('what helps to find a fault is there', () => {
  expect(logged(new NamedError('x'))).toMatchObject({
    event: 'failure',
    during: 'test',
    type: 'NamedError',
    code: 'SQLITE_BUSY',
  });
  expect(String((logged(new Error('x'))['at'] as string[])[0])).toMatch(/^log\.test\.ts:\d+:\d+$/);
});

test('a request is logged by its route', () => {
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) });
  log.request({ requestId: '1', method: 'GET', route: '/v1/receipts', status: 200, milliseconds: 3 });
  expect(JSON.parse(lines.join(''))).toMatchObject({ event: 'request', route: '/v1/receipts', status: 200 });
});
