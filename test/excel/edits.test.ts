import { bothEdits, noEdits, withEdit, type Edits, type ReadRole } from '../../src/excel/edits.ts';

const rows = 5_000;

test.each<[ReadRole, string | undefined, Edits]>([
  ['invoice', 'U5', { ...noEdits, lines: [{ first: 2, count: 1 }] }],
  ['invoice', '$U$5:$V$9', { ...noEdits, lines: [{ first: 2, count: 5 }] }],
  ['invoice', 'Invoice!U5', { ...noEdits, lines: [{ first: 2, count: 1 }] }],
  ['invoice', '5:7', { ...noEdits, lines: [{ first: 2, count: 3 }] }],
  [
    'invoice',
    'U9,U5:U6,U7',
    {
      ...noEdits,
      lines: [
        { first: 2, count: 3 },
        { first: 6, count: 1 },
      ],
    },
  ],
  // The header is no line, nor is what stands below the prepared rows.
  ['invoice', 'A1:B2', noEdits],
  ['invoice', 'A6000', noEdits],
  ['invoice', 'A1:A3', { ...noEdits, lines: [{ first: 0, count: 1 }] }],
  ['members', 'A3', { ...noEdits, members: [{ first: 0, count: 1 }] }],
  ['setup', 'B6', { ...noEdits, setup: true }],
  ['setup', 'A1', noEdits],
  // More than is worth reading apart, or nobody knows what.
  ['invoice', 'U:U', 'anything'],
  ['invoice', 'U3:U5002', 'anything'],
  ['invoice', undefined, 'anything'],
  ['invoice', 'R5C1', 'anything'],
])('an edit of %s at %s', (role, address, expected) => {
  expect(withEdit(noEdits, role, address, rows)).toEqual(expected);
});

test('edits add up, and once anything may have changed it stays so', () => {
  const one = withEdit(noEdits, 'invoice', 'U5', rows);
  const other = withEdit(noEdits, 'invoice', 'U6', rows);
  expect(bothEdits(one, other)).toEqual({ ...noEdits, lines: [{ first: 2, count: 2 }] });
  expect(bothEdits(one, 'anything')).toBe('anything');
  expect(withEdit('anything', 'setup', 'A1', rows)).toBe('anything');
});
