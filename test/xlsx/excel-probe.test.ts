import { readFileSync } from 'node:fs';
import { parseProbeAnswers } from '../../src/workbench/rules/probe-answers.ts';

test('no answer of a real Excel speaks against the published file', () => {
  const file = new URL('../../docs/excel-probe/answers.json', import.meta.url);
  const { answers } = parseProbeAnswers(readFileSync(file, 'utf8'));
  const aboutFiles = Object.entries(answers).filter(([question]) => question.startsWith('F'));
  expect(aboutFiles.length).toBeGreaterThan(0);
  expect(aboutFiles.filter(([, answer]) => answer === 'no')).toEqual([]);
});
