import { parseCivilDate } from '../../guidance/civil-date.ts';
import type { LineText } from '../../guidance/columns.ts';
import { alternativesTo } from '../../guidance/diagnosis-standing.ts';
import type { Finding } from '../../guidance/finding.ts';
import type { RuleCode } from '../../guidance/rules/index.ts';
import type { Plan } from './plans.ts';

const rulesOnHeaders: ReadonlySet<string> = new Set<RuleCode>(['DIAGNOSIS_HEADER', 'DIAGNOSIS_NOT_IN_OLD_LIST']);

/** Most codes that are offered beside a finding. */
const most = 8;

/** The codes to choose from where a finding says that a diagnosis is only a header. */
export function alternativesFor(
  finding: Pick<Finding, 'code' | 'column'>,
  text: LineText,
  plan: Plan,
): readonly string[] {
  const dateOfService = parseCivilDate(text.serviceStartDate);
  if (dateOfService === null || !rulesOnHeaders.has(finding.code)) return [];
  return alternativesTo(text[finding.column], dateOfService, plan.diagnosisLists, most);
}
