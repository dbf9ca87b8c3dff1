import { parseCivilDate } from '../../guidance/civil-date.ts';
import { diagnosisLabel } from '../../guidance/diagnosis-codes.ts';
import { alternativesTo } from '../../guidance/diagnosis-standing.ts';
import type { RuleCode } from '../../guidance/rules/index.ts';
import type { PlacedFinding } from './finding-groups.ts';
import type { Plan } from './plans.ts';

const rulesOnHeaders: ReadonlySet<string> = new Set<RuleCode>(['DIAGNOSIS_HEADER', 'DIAGNOSIS_NOT_IN_OLD_LIST']);

/** Most codes that are offered beside a finding. */
const most = 8;

/** The codes to choose from where a finding says that a diagnosis is only a header, as lists show them. */
export function alternativesFor({ finding, line }: PlacedFinding, plan: Plan): readonly string[] {
  const dateOfService = parseCivilDate(line.text.serviceStartDate);
  if (dateOfService === null || !rulesOnHeaders.has(finding.code)) return [];
  return alternativesTo(line.text[finding.column], dateOfService, plan.diagnosisLists, most).map(diagnosisLabel);
}
