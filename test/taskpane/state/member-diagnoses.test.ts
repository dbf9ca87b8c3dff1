import { blankLine } from '../../../src/guidance/columns.ts';
import { diagnosesOfMember } from '../../../src/taskpane/state/member-diagnoses.ts';

const line = (memberCin: string, ...codes: readonly string[]) => ({
  text: {
    ...blankLine,
    memberCin,
    ...Object.fromEntries(codes.map((code, at) => [`diagnosisCode${String(at + 1)}`, code])),
  },
});

const lines = [
  line('99073662S', 'F10.20', 'Z59.01'),
  line('98906828H', 'E11.9'),
  line('99073662s', 'Z59.01', 'not a code'),
];

test.each([
  ['the member\u2019s own, the most frequent first', '99073662S', ['Z59.01', 'F10.20']],
  ['in whatever case', ' 99073662s ', ['Z59.01', 'F10.20']],
  ['none of another member', '98906828H', ['E11.9']],
  ['none before there is a member', '', []],
])('%s', (_, cin, codes) => {
  expect(diagnosesOfMember(cin, lines)).toEqual(codes);
});
