import { hostRules } from './host-rules.ts';
import { modelRules } from './model-rules.ts';
import type { Rule } from './rule.ts';

/** Every rule of the workbench. */
export const allRules: readonly Rule[] = [...hostRules, ...modelRules];
