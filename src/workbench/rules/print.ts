import { readFileSync } from 'node:fs';
import { allRules } from './all-rules.ts';
import { parseProbeAnswers, type Standing, standing } from './probe-answers.ts';
import type { Rule } from './rule.ts';

const answersFile = new URL('../../../docs/excel-probe/answers.json', import.meta.url);
const answers = parseProbeAnswers(readFileSync(answersFile, 'utf8'));

/** What a rule rests on, in one line. */
function basisOf(rule: Rule, stands: Standing): string {
  if (!('assumption' in rule.basis)) return `${rule.basis.document} <${rule.basis.section}>`;
  const { assumption, probe } = rule.basis;
  const question = probe === undefined ? 'no question' : `question ${probe}`;
  if (stands === 'measured') return `measured (${question})`;
  if (stands === 'contradicted') return `contradicted by ${answers.excel ?? 'Excel'} (${question}): ${assumption}`;
  return `assumed (${question}): ${assumption}`;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

const counts: Record<Standing, number> = { documented: 0, measured: 0, assumed: 0, contradicted: 0 };
for (const rule of allRules) {
  const stands = standing(rule, answers);
  counts[stands] += 1;
  print(`${rule.id}\n  ${rule.statement}\n  ${basisOf(rule, stands)}`);
}
print(
  `\n${String(allRules.length)} rules: ${String(counts.documented)} documented, ${String(counts.measured)} measured, ` +
    `${String(counts.assumed)} assumed, ${String(counts.contradicted)} contradicted.`,
);
if (counts.contradicted > 0) process.exitCode = 1;
