import fc from 'fast-check';
import { randomBytes } from 'node:crypto';
import { decrypt, encrypt, Keyring, SealError } from '../../../src/intake/store/seal.ts';

const kek = (id: string) => ({ id: id.repeat(16), key: randomBytes(32).toString('base64url') });
const [first, second] = [kek('1'), kek('2')];
const keyring = new Keyring({ keyEncryptionKeys: [first] });
const context = { tenant: 'sample', submission: '0192', kind: 'envelope' };
const dataKey = randomBytes(32);

test('what was sealed opens as it was', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (plain) => {
      expect(new Uint8Array(decrypt(dataKey, encrypt(dataKey, plain, context), context))).toEqual(plain);
      expect(new Uint8Array(keyring.open(keyring.seal(plain, context), context))).toEqual(plain);
    }),
  );
});

test('the same is never sealed alike', () => {
  const plain = Buffer.from('Ofelia');
  expect(encrypt(dataKey, plain, context)).not.toEqual(encrypt(dataKey, plain, context));
});

test('any changed byte is found', () => {
  const sealed = keyring.seal(Buffer.from('Ofelia'), context);
  fc.assert(
    fc.property(fc.nat(sealed.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
      const altered = Buffer.from(sealed);
      altered[place] = (altered[place] ?? 0) ^ change;
      expect(() => keyring.open(altered, context)).toThrow(SealError);
    }),
  );
});

test.each(['tenant', 'submission', 'kind'] as const)(
  'a document that was moved to another %s does not open',
  (part) => {
    const sealed = encrypt(dataKey, Buffer.from('Ofelia'), context);
    expect(() => decrypt(dataKey, sealed, { ...context, [part]: 'other' })).toThrow(SealError);
  },
);

test('a document that was cut short does not open', () => {
  expect(() => decrypt(dataKey, Buffer.alloc(10), context)).toThrow(SealError);
});

test('a newer key wraps, an older one still unwraps, and look-up hashes stay', () => {
  const rotated = new Keyring({ keyEncryptionKeys: [second, first] });
  const old = keyring.newDataKey(context);
  expect(rotated.unwrap(old.wrapped, context)).toEqual(old.dataKey);
  const fresh = rotated.newDataKey(context);
  expect(() => keyring.unwrap(fresh.wrapped, context)).toThrow(SealError);
  expect(rotated.lookUpHash('cin', 'x')).toBe(keyring.lookUpHash('cin', 'x'));
  expect(keyring.lookUpHash('cin', 'x')).not.toBe(keyring.lookUpHash('npi', 'x'));
});
