import { checkLines, findingOf } from '../guidance/check.ts';
import type { CivilDate } from '../guidance/civil-date.ts';
import type { ColumnKey, LineText } from '../guidance/columns.ts';
import type { Finding } from '../guidance/finding.ts';
import type { PlanFacts } from '../guidance/plan-facts.ts';
import type { PlanProfile } from '../plan/profile.ts';
import { lineDeriver } from './derive-line.ts';
import { importedLines, sourceDifferences } from './imported-lines.ts';

/**
 * Checks the lines of a list as they stand there, against every rule and against what the sheet would derive from them:
 * where a list says otherwise, the finding is `DERIVED_DIFFERENCE`.
 *
 * @param filled the columns that the list has; of others it says nothing
 * @returns what was found, by line; the rules' findings first
 */
export function checkList(
  lines: readonly LineText[],
  filled: { readonly has: (key: ColumnKey) => boolean },
  profile: Pick<PlanProfile, 'payerIdentifier' | 'name'>,
  facts: PlanFacts,
  today: CivilDate,
): readonly Finding[] {
  const differences = listDifferences(lines, filled, profile, facts);
  return [
    ...checkLines(lines, facts, today),
    ...lines.flatMap((line, index) =>
      (differences[index] ?? []).map((key) => findingOf('DERIVED_DIFFERENCE', key, index, line)),
    ),
  ];
}

/**
 * The columns in which each line of a list says other than the sheet would derive from the list.
 *
 * @param filled the columns that the list has; of others it says nothing
 */
export function listDifferences(
  lines: readonly LineText[],
  filled: { readonly has: (key: ColumnKey) => boolean },
  profile: Pick<PlanProfile, 'payerIdentifier' | 'name'>,
  facts: Pick<PlanFacts, 'services' | 'extraModifiers'>,
): readonly (readonly ColumnKey[])[] {
  const { billing, sites, members, entries } = importedLines(lines, facts.services, facts.extraModifiers);
  const setup = { billing, sites, invoiceDate: '', attested: true, purpose: 'new', concerns: [] } as const;
  const derived = lineDeriver({ profile, offered: facts.services, setup, members }).lines(entries);
  return lines.map((line, index) => {
    const shown = derived[index];
    return shown === undefined ? [] : sourceDifferences(line, shown, facts.services).filter((key) => filled.has(key));
  });
}
