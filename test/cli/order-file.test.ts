import { OrderFileUnreadable, parseOrderFile } from '../../src/cli/order-file.ts';

/** A line of CMS' order file. */
function orderLine(number: number, code: string, flag: string, text: string): string {
  return `${String(number).padStart(5, '0')} ${code.padEnd(7)} ${flag} ${text.slice(0, 60).padEnd(60)} ${text}`;
}

const rows = [
  ['Z59', '0', 'Problems related to housing and economic circumstances'],
  ['Z590', '0', 'Homelessness'],
  ['Z5900', '1', 'Homelessness unspecified'],
  ['S72001A', '1', 'Fracture of unspecified part of neck of right femur, initial encounter for closed fracture'],
] as const;
const lines = rows.map(([code, flag, text], index) => orderLine(index + 1, code, flag, text));
const entries = rows.map(([code, flag]) => ({ code, reportable: flag === '1' }));

test.each([
  ['of CMS', `${lines.join('\n')}\n`],
  ['with line ends of Windows', `${lines.join('\r\n')}\r\n`],
  ['with a byte order mark', `\u{feff}${lines.join('\n')}`],
  ['with blank lines', `\n${lines.join('\n')}\n\n  \n`],
  ['of CDC', rows.map((row) => row.join('\t')).join('\n')],
  ['with dots', rows.map(([code, ...rest]) => [code.replace('Z590', 'Z59.0'), ...rest].join('\t')).join('\n')],
])('reads a file %s', (_, text) => {
  expect(parseOrderFile(text)).toEqual(entries);
});

test.each([
  ['nothing', '', /empty/],
  ['blank lines', '\n \n', /empty/],
  ['another table', 'code,description\nA00,Cholera\n', /^Line 1 has neither/],
  [
    'the file of codes without the order',
    'A000    Cholera due to Vibrio cholerae 01, biovar cholerae',
    /^Line 1 has neither/,
  ],
  [
    'procedures',
    orderLine(1, '001', '0', 'Central Nervous System and Cranial Nerves, Bypass'),
    /^Line 1 has no ICD-10-CM/,
  ],
  ['a line that was cut off', lines.join('\n').slice(0, -120), /^Line 4 .*cut off/],
  ['another flag', lines.join('\n').replace('Z590    0', 'Z590    2'), /^Line 2 does not say 0 or 1/],
  ['a code twice', [...lines, orderLine(5, 'Z5900', '1', 'Homelessness unspecified')].join('\n'), /^Line 5 .*earlier/],
  ['two forms', `${lines.join('\n')}\nI10\t1\tEssential (primary) hypertension`, /^Line 5 has another form/],
])('refuses %s, with the line', (_, text, words) => {
  expect(() => parseOrderFile(text)).toThrow(OrderFileUnreadable);
  expect(() => parseOrderFile(text)).toThrow(words);
});
