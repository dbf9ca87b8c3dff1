import { VerifiedTokens } from '../../../src/intake/identity/verified-tokens.ts';

/** Tokens at a clock that stands, with a count of verifications. */
function tokens() {
  const clock = { seconds: 1_000 };
  const verified = new VerifiedTokens(() => clock.seconds * 1000);
  let count = 0;
  const ask = async (token: string, exp: number): Promise<number> => {
    await verified.claimsOf(token, () => {
      count += 1;
      return Promise.resolve({ sub: token, exp });
    });
    return count;
  };
  return { clock, ask, verified };
}

test('a token is verified once, and again after a minute', async () => {
  const { clock, ask } = tokens();
  expect(await ask('a', 9_000)).toBe(1);
  clock.seconds += 59;
  expect(await ask('a', 9_000)).toBe(1);
  clock.seconds += 1;
  expect(await ask('a', 9_000)).toBe(2);
});

test('a token that has run out is verified, which refuses it', async () => {
  const { clock, ask } = tokens();
  await ask('a', 1_010);
  clock.seconds = 1_009;
  expect(await ask('a', 1_010)).toBe(1);
  clock.seconds = 1_010;
  expect(await ask('a', 1_010)).toBe(2);
});

test('another token is another one, and one that is refused is not remembered', async () => {
  const { ask, verified } = tokens();
  await ask('a', 9_000);
  expect(await ask('b', 9_000)).toBe(2);
  const refuse = () => Promise.reject(new TypeError('refused'));
  await expect(verified.claimsOf('c', refuse)).rejects.toThrow('refused');
  expect(await verified.claimsOf('c', () => Promise.resolve({ sub: 'c', exp: 9_000 }))).toMatchObject({ sub: 'c' });
});
