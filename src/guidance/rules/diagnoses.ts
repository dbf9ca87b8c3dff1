import { isBlank } from '../clean-text.ts';
import { diagnosisKeys } from '../columns.ts';
import { isHomelessnessDiagnosis } from '../diagnosis-codes.ts';
import { canStand, diagnosisStanding, type DiagnosisStanding } from '../diagnosis-standing.ts';
import { isWellFormed } from '../formats.ts';
import type { LineRule, Rule } from './rule.ts';

/** Most diagnoses of one invoice (footnote 25). */
const mostDiagnoses = 10;

/** Reports the diagnoses that stand so on the day of service; without a day nothing can be said. */
const reportStanding =
  (standing: DiagnosisStanding): LineRule['check'] =>
  ({ diagnoses, startDate }, { facts }, report) => {
    if (startDate === null || !canStand(standing, startDate, facts.diagnosisLists)) return;
    for (const { column, code } of diagnoses) {
      if (diagnosisStanding(code, startDate, facts.diagnosisLists) === standing) report(column);
    }
  };

/** Rules on diagnoses. */
export const diagnosisRules = [
  {
    code: 'DIAGNOSIS_FORMAT',
    severity: 'error',
    scope: 'cell',
    elements: ['diagnosisCode'],
    citation: 'DHCS guidance v1.1, footnote 25: ICD-10 codes; ICD-10-CM: three to seven characters',
    broken: (text) => !isWellFormed.diagnosisCode(text),
  },
  {
    code: 'DIAGNOSIS_HEADER',
    severity: 'error',
    scope: 'line',
    elements: ['diagnosisCode', 'serviceStartDate'],
    citation: 'ICD-10-CM of the federal fiscal year of the service: a header code is not reportable',
    check: reportStanding('header'),
  },
  {
    code: 'DIAGNOSIS_UNKNOWN',
    severity: 'error',
    scope: 'line',
    elements: ['diagnosisCode', 'serviceStartDate'],
    citation: 'ICD-10-CM of the federal fiscal year of the service, as loaded by the plan',
    check: reportStanding('unknown'),
  },
  {
    code: 'DIAGNOSIS_NOT_IN_OLD_LIST',
    severity: 'warning',
    scope: 'line',
    elements: ['diagnosisCode', 'serviceStartDate'],
    citation: 'ICD-10-CM of another federal fiscal year than that of the service, as loaded by the plan',
    check: reportStanding('notInOldList'),
  },
  {
    code: 'DIAGNOSIS_FIRST_BLANK',
    severity: 'error',
    scope: 'line',
    elements: ['diagnosisCode'],
    citation: 'DHCS guidance v1.1, footnote 26; X12 837 HI*ABK: the principal diagnosis comes first',
    check({ text }, _context, report) {
      if (isBlank(text.diagnosisCode1) && diagnosisKeys.some((key) => !isBlank(text[key]))) report('diagnosisCode1');
    },
  },
  {
    code: 'DIAGNOSIS_REPEATED',
    severity: 'error',
    scope: 'line',
    elements: ['diagnosisCode'],
    citation: 'X12 837 HI: a diagnosis is given once',
    check({ diagnoses }, _context, report) {
      diagnoses.forEach(({ column, code }, place) => {
        if (diagnoses.findIndex((each) => each.code === code) < place) report(column);
      });
    },
  },
  {
    code: 'DIAGNOSES_TOO_MANY',
    severity: 'error',
    scope: 'invoice',
    elements: ['diagnosisCode', 'invoiceNumber'],
    citation: 'DHCS guidance v1.1, footnote 25: up to ten',
    check(lines, _context, report) {
      // Seldom are there so many that it is worth counting which are the same.
      if (lines.reduce((count, line) => count + line.diagnoses.length, 0) <= mostDiagnoses) return;
      const distinct = new Set(lines.flatMap((line) => line.diagnoses.map((each) => each.code)));
      if (distinct.size > mostDiagnoses) for (const line of lines) report(line, 'diagnosisCode1');
    },
  },
  {
    code: 'HOMELESSNESS_DIAGNOSIS_WITHOUT_INDICATOR',
    severity: 'warning',
    scope: 'line',
    elements: ['memberHomelessnessIndicator', 'diagnosisCode'],
    citation: 'DHCS guidance v1.1, footnote 18; ICD-10-CM Z59.0',
    check({ diagnoses, text }, _context, report) {
      if (!isBlank(text.memberHomelessnessIndicator)) return;
      if (diagnoses.some((each) => isHomelessnessDiagnosis(each.code))) report('memberHomelessnessIndicator');
    },
  },
  {
    code: 'HOMELESSNESS_DIAGNOSES_SEVERAL',
    severity: 'warning',
    scope: 'line',
    elements: ['diagnosisCode'],
    citation: 'ICD-10-CM Z59.0: unspecified, sheltered and unsheltered exclude each other',
    check({ diagnoses }, _context, report) {
      const [, second] = diagnoses.filter((each) => isHomelessnessDiagnosis(each.code));
      if (second !== undefined) report(second.column);
    },
  },
] as const satisfies readonly Rule[];
