import { readFileSync } from 'node:fs';
import { allRules } from '../../../src/workbench/rules/all-rules.ts';
import { modelRules } from '../../../src/workbench/rules/model-rules.ts';

const questions = (
  JSON.parse(readFileSync(new URL('../../../docs/excel-probe/answers.json', import.meta.url), 'utf8')) as {
    readonly answers: Readonly<Record<string, unknown>>;
  }
).answers;
const checklist = readFileSync(new URL('../../../docs/excel-probe/checklist.md', import.meta.url), 'utf8');

test.each(modelRules.map((rule) => [rule.id, rule] as const))(
  '%s says what holds and why',
  (id, { statement, basis }) => {
    expect(id).toMatch(/^[a-z]+(?:\.[a-z0-9]+(?:-[a-z0-9]+)*)$/);
    expect(statement).toMatch(/^[A-Z=].*\.$/);
    if ('document' in basis) expect(basis.section).toMatch(/^https:\/\//);
    else if (basis.probe !== undefined) {
      expect(Object.keys(questions)).toContain(basis.probe);
      expect(checklist).toContain(`| ${basis.probe} |`);
    }
  },
);

test('every rule has its own id', () => {
  expect(new Set(allRules.map(({ id }) => id)).size).toBe(allRules.length);
});

test('every question to a person is asked for a rule', () => {
  const asked = new Set(modelRules.flatMap(({ basis }) => ('probe' in basis ? [basis.probe] : [])));
  expect(Object.keys(questions).filter((question) => question.startsWith('P') && !asked.has(question))).toEqual([]);
});
