import { registryKey } from '../../../scripts/webpack/registry-key.mjs';

const publicKey = { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };

test('a public key goes into the pane', () => {
  expect(registryKey(` ${JSON.stringify(publicKey)}\n`, true)).toBe(JSON.stringify(publicKey));
});

test('without a key the pane is built for development only, and trusts no plan', () => {
  expect(registryKey(undefined, false)).toBe('');
  expect(() => registryKey(undefined, true)).toThrow('CALAIM_REGISTRY_KEY is not set');
  expect(() => registryKey('', true)).toThrow('CALAIM_REGISTRY_KEY is not set');
});

test.each([
  ['not JSON', '{"kty":"EC"'],
  ['no key', '{"x":"secret-word"}'],
  ['no object', '"secret-word"'],
  ['nothing', 'null'],
  ['a private key', JSON.stringify({ ...publicKey, d: 'secret-word' })],
])('%s is refused, and not quoted', (_, text) => {
  const build = () => registryKey(text, false);
  expect(build).toThrow(/^CALAIM_REGISTRY_KEY (is not a JSON Web Key|holds a private key)/);
  expect(build).not.toThrow(/secret-word/);
});
