import fc from 'fast-check';
import { attributeText, plainText, spreadsheetText, textElement } from '../../../src/xlsx/write/xml.ts';
import { parseXml } from '../../support/read-xlsx.ts';

test.each([
  ['a & b < c > d "e"', 'a &amp; b &lt; c &gt; d "e"'],
  ['line\nfeed\ttab', 'line\nfeed\ttab'],
  ['carriage\rreturn', 'carriage_x000D_return'],
  ['bell\u0007', 'bell_x0007_'],
  ['_x0041_', '_x005F_x0041_'],
  ['_x00e9_ and _xyz_', '_x005F_x00e9_ and _xyz_'],
  ['half \ud83d', 'half _xD83D_'],
  ['whole \u{1F600}', 'whole \u{1F600}'],
  ['\uffff', '_xFFFF_'],
])('%j as text of a spreadsheet', (text, expected) => {
  expect(spreadsheetText(text)).toBe(expected);
});

test('attributes keep line breaks and quotes', () => {
  expect(attributeText('a "b"\nc\td')).toBe('a &quot;b&quot;&#10;c&#9;d');
});

test('outside spreadsheets what XML cannot hold is left out', () => {
  expect(plainText('a\u0001 & "b"')).toBe('a &amp; &quot;b&quot;');
});

test.each([
  ['plain', '<t>plain</t>'],
  [' blank in front', '<t xml:space="preserve"> blank in front</t>'],
  ['line break at the end\n', '<t xml:space="preserve">line break at the end\n</t>'],
])('%j says whether its blanks count', (text, expected) => {
  expect(textElement('t', text)).toBe(expected);
});

/** What Excel makes of a text in a file (ECMA-376 part 1, 22.9.2.19). */
const readBack = (text: string) =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

test('whatever a cell holds comes back through an XML parser', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '_x000D_', '\r\n', '\ud800'), (one, other) => {
      const text = one + other;
      expect(readBack(parseXml(textElement('t', text)).text)).toBe(text);
      expect(readBack(parseXml(`<a b="${attributeText(text)}"/>`).attributes['b'] ?? '')).toBe(text);
    }),
  );
});
