import { preferredWait } from '../../../src/intake/http/prefer.ts';

test.each([
  [undefined, 0],
  ['', 0],
  ['wait=20', 20],
  ['respond-async, wait=5', 5],
  ['WAIT = "7"; foo', 7],
  [['return=minimal', 'wait=3'], 3],
  ['wait=9999', 60],
  ['wait=-1', 0],
  ['wait=1.5', 0],
  ['await=5', 0],
])('%j waits %i seconds', (header, seconds) => {
  expect(preferredWait(header)).toBe(seconds);
});
