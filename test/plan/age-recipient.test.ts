import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { isAgeRecipient } from '../../src/plan/age-recipient.ts';

const recipients = await Promise.all(
  Array.from({ length: 5 }, async () => identityToRecipient(await generateX25519Identity())),
);

// The first is the example of age's own documentation.
test.each(['age1ql3z7hjy54pw3hyww5ayyfg7zqgvc7w3j2elw8zmrj2kg5sfn9aqmcac8p', ...recipients])(
  '%s is a public key',
  (text) => {
    expect(isAgeRecipient(text)).toBe(true);
  },
);

test.each([
  '',
  'age1',
  'AGE-SECRET-KEY-1QQQ',
  'ssh-ed25519 AAAA',
  (recipients[0] ?? '').toUpperCase(),
  `${recipients[0] ?? ''}q`,
])('%j is none', (text) => {
  expect(isAgeRecipient(text)).toBe(false);
});

test('a slip of the pen in any letter is found', () => {
  const letter = fc.constantFrom(...Array.from('qpzry9x8gf2tvdw0s3jn54khce6mua7l'));
  fc.assert(
    fc.property(fc.constantFrom(...recipients), fc.integer({ min: 4, max: 61 }), letter, (text, place, other) => {
      fc.pre(text[place] !== other);
      expect(isAgeRecipient(text.slice(0, place) + other + text.slice(place + 1))).toBe(false);
    }),
  );
});
