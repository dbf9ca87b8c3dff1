import { decodeText } from '../../src/xlsx/decode-text.ts';

const text = 'Núñez,España';

test.each<readonly [string, Uint8Array]>([
  ['UTF-8', new TextEncoder().encode(text)],
  ['UTF-16, as Excel’s Unicode text', new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])],
  ['UTF-16, the other way around', new Uint8Array([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()])],
  ['the Windows code page', Uint8Array.from(text, (character) => character.charCodeAt(0))],
])('%s', (_, bytes) => {
  expect(decodeText(bytes)).toBe(text);
});

test('nothing is nothing', () => {
  expect(decodeText(new Uint8Array())).toBe('');
});
