import { diagnosisKeys } from '../../guidance/columns.ts';
import { isWellFormed } from '../../guidance/formats.ts';
import type { WorkbookLine } from '../../workbook/model.ts';

/** The diagnoses that stand on a member's other lines, the most frequent first; of equals the one that comes first. */
export function diagnosesOfMember(cin: string, lines: readonly Pick<WorkbookLine, 'text'>[]): readonly string[] {
  const wanted = cin.trim().toLowerCase();
  if (wanted === '') return [];
  const counts = new Map<string, number>();
  for (const { text } of lines) {
    if (text.memberCin.toLowerCase() !== wanted) continue;
    for (const key of diagnosisKeys) {
      const code = text[key];
      if (isWellFormed.diagnosisCode(code)) counts.set(code, (counts.get(code) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, left], [, right]) => right - left).map(([code]) => code);
}
