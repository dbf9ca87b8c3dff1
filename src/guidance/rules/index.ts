import { amountRules } from './amounts.ts';
import { batchRules } from './batch.ts';
import { dateRules } from './dates.ts';
import { diagnosisRules } from './diagnoses.ts';
import { identifierRules } from './identifiers.ts';
import { invoiceRules } from './invoices.ts';
import { planFileRules } from './plan-files.ts';
import { presenceRules } from './presence.ts';
import { serviceRules } from './services.ts';
import { textRules } from './text.ts';
import type { Rule } from './rule.ts';

const all = [
  ...presenceRules,
  ...identifierRules,
  ...textRules,
  ...dateRules,
  ...serviceRules,
  ...diagnosisRules,
  ...amountRules,
  ...invoiceRules,
  ...batchRules,
  ...planFileRules,
] as const satisfies readonly Rule[];

/** Code of a rule. A catalogue of words that lacks one does not compile. */
export type RuleCode = (typeof all)[number]['code'];

/** Every rule, once, for the pane, the command line and the endpoint. */
export const rules: readonly (Rule & { readonly code: RuleCode })[] = all;

const byCode = Object.fromEntries(rules.map((rule) => [rule.code, rule])) as Readonly<Record<RuleCode, Rule>>;

/** The rule of a code. */
export function ruleOf(code: RuleCode): Rule {
  return byCode[code];
}

/** Whether this version has a rule of that code: findings also come from endpoints of other versions. */
export function isRuleCode(code: string): code is RuleCode {
  return Object.hasOwn(byCode, code);
}
