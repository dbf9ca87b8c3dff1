import { Precedence } from '../../../src/intake/work/precedence.ts';

const never = (): boolean => false;

/** A reception that is under way until it is ended. */
function reception(precedence: Precedence) {
  const { promise, resolve } = Promise.withResolvers<string>();
  const receipt = precedence.first(() => promise);
  return {
    receipt,
    end: () => {
      resolve('receipt');
    },
  };
}

test('nothing is waited for where nothing is received', async () => {
  const begun = performance.now();
  await new Precedence().giveWay(60_000, never);
  expect(performance.now() - begun).toBeLessThan(30_000);
});

test('what is received goes before, and gives what it gives', async () => {
  const precedence = new Precedence();
  const { receipt, end } = reception(precedence);
  const order: string[] = [];
  const given = precedence.giveWay(60_000, never).then(() => order.push('check'));
  const received = receipt.then((what) => order.push(what));
  end();
  await Promise.all([given, received]);
  expect(order).toEqual(['receipt', 'check']);
});

test('way is given for a while only, however long it takes to receive', async () => {
  const precedence = new Precedence();
  const { receipt, end } = reception(precedence);
  let received = false;
  void receipt.then(() => {
    received = true;
  });
  await precedence.giveWay(40, never);
  expect(received).toBe(false);
  end();
  await receipt;
});

test('one that fails is over too, and nobody waits once there is nothing to wait for', async () => {
  const precedence = new Precedence();
  await expect(precedence.first(() => Promise.reject(new TypeError('refused')))).rejects.toThrow('refused');
  await precedence.giveWay(60_000, never);
  const { receipt, end } = reception(precedence);
  await precedence.giveWay(60_000, () => true);
  end();
  expect(await receipt).toBe('receipt');
});
