import { execFileSync } from 'node:child_process';
import { parseProbeAnswers, standing } from '../../../src/workbench/rules/probe-answers.ts';
import type { Rule } from '../../../src/workbench/rules/rule.ts';

const rule = (basis: Rule['basis']): Rule => ({ id: 'test.rule', statement: 'Something holds.', basis });
const assumption = rule({ assumption: 'It is believed.', probe: 'H02' });

test.each([
  [rule({ document: 'A page', section: 'https://example.com' }), 'yes', 'documented'],
  [rule({ assumption: 'It is believed.' }), 'yes', 'assumed'],
  [assumption, null, 'assumed'],
  [assumption, 'yes', 'measured'],
  [assumption, 'no', 'contradicted'],
])('%# an answer turns an assumption into what was measured, or contradicts it', (one, answer, expected) => {
  const answers = parseProbeAnswers(JSON.stringify({ excel: 'Excel', answers: { H02: answer } }));
  expect(standing(one, answers)).toBe(expected);
});

test.each(['{}', '{"answers":{"H02":"maybe"}}', '{"answers":{"H02":true}}'])('%s is no file of answers', (json) => {
  expect(() => parseProbeAnswers(json)).toThrow('answers.json');
});

test('the command prints every rule with its basis, and the counts', () => {
  const script = new URL('../../../src/workbench/rules/print.ts', import.meta.url);
  const printed = execFileSync(process.execPath, [script.pathname], { encoding: 'utf8' });
  expect(printed).toContain('protection.locked-write\n  Writing to a range');
  expect(printed).toContain('<https://github.com/microsoftgraph/microsoft-graph-docs/issues/4546>');
  expect(printed).toMatch(/\n\d+ rules: \d+ documented, \d+ measured, \d+ assumed, 0 contradicted\.\n$/);
});
