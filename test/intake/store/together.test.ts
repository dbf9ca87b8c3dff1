import { Together } from '../../../src/intake/store/together.ts';

class FaultyError extends Error {}
class AwayError extends Error {}

/** Doubles numbers in groups that weigh 10 at most; a negative one is faulty, and with 0 nothing can be done. */
function doubling(concurrency = 1) {
  const groups: (readonly number[])[] = [];
  const together = new Together<number, number>({
    perform: async (numbers) => {
      groups.push(numbers);
      await new Promise(setImmediate);
      if (numbers.includes(0)) throw new AwayError();
      if (numbers.some((number) => number < 0)) throw new FaultyError();
      return numbers.map((number) => 2 * number);
    },
    isOwnFault: (error) => error instanceof FaultyError,
    weightOf: Math.abs,
    mostWeight: 10,
    concurrency,
  });
  return { together, groups };
}

const settled = (promises: readonly Promise<number>[]) =>
  Promise.allSettled(promises).then((outcomes) =>
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value : (outcome.reason as Error).constructor)),
  );

test('what comes at the same time is one group, each with its own result', async () => {
  const { together, groups } = doubling();
  expect(await settled([1, 2, 3].map((number) => together.add(number)))).toEqual([2, 4, 6]);
  expect(groups).toEqual([[1, 2, 3]]);
});

test('what comes while a group is done is the next one', async () => {
  const { together, groups } = doubling();
  const first = together.add(1);
  while (groups.length === 0) await new Promise(setImmediate);
  const others = [together.add(2), together.add(3)];
  expect(await settled([first, ...others])).toEqual([2, 4, 6]);
  expect(groups).toEqual([[1], [2, 3]]);
});

test('a group is full by weight, and what is heavier by itself is alone', async () => {
  const { together, groups } = doubling();
  await settled([4, 6, 1, 20, 2].map((number) => together.add(number)));
  expect(groups).toEqual([[4, 6], [1], [20], [2]]);
});

test('one that is faulty takes no other down', async () => {
  const { together, groups } = doubling();
  expect(await settled([1, -1, 2].map((number) => together.add(number)))).toEqual([2, FaultyError, 4]);
  expect(groups).toEqual([[1, -1, 2], [1], [-1], [2]]);
});

test('where nothing can be done it is not tried one by one, and what comes later is', async () => {
  const { together, groups } = doubling();
  expect(await settled([1, 0, 2].map((number) => together.add(number)))).toEqual([AwayError, AwayError, AwayError]);
  expect(await settled([together.add(3)])).toEqual([6]);
  expect(groups).toEqual([[1, 0, 2], [3]]);
});
