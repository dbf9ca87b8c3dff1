import { columnOf, modifierKeys, type ColumnKey, type LineText } from '../../guidance/columns.ts';
import { codeAndModifiers, type OfferedService } from '../../guidance/services.ts';
import { placesOfService } from '../../guidance/places-of-service.ts';
import type { PlanProfile } from '../../plan/profile.ts';

/** Most entries that are listed; beyond them a list is no help. */
const mostListed = 60;

/**
 * What a cell may hold, where plan or code set say so and it is not the member's own datum; otherwise blank. Never
 * what the cell held.
 */
export function allowedValues(
  column: ColumnKey,
  line: LineText,
  profile: Pick<PlanProfile, 'payerIdentifier' | 'name' | 'extraModifiers'>,
  offered: readonly OfferedService[],
): string {
  if (column === 'payerIdentifier') return profile.payerIdentifier;
  if (column === 'payerName') return profile.name;
  const { format } = columnOf(column).element;
  switch (format) {
    case 'procedureCode':
      return listed(offered.map(({ procedureCode }) => procedureCode));
    case 'modifier':
      return isServiceModifier(column) ? modifiersFor(line, offered) : listed(profile.extraModifiers);
    case 'placeOfService':
      return listed(placesOfService.map(({ code }) => code));
    case 'homelessnessIndicator':
      return '1, blank';
    case 'date':
      return 'MM/DD/YYYY';
    default:
      return '';
  }
}

function isServiceModifier(column: ColumnKey): boolean {
  return column === modifierKeys[0] || column === modifierKeys[1];
}

/** Modifiers with which the plan offers the line's code; where it offers none of that code, every service. */
function modifiersFor({ procedureCode }: LineText, offered: readonly OfferedService[]): string {
  const code = procedureCode.trim().toUpperCase();
  const known = offered.filter((service) => service.procedureCode === code);
  return listed((known.length === 0 ? offered : known).map(codeAndModifiers));
}

function listed(values: readonly string[]): string {
  const distinct = [...new Set(values)];
  return distinct.length > mostListed ? '' : distinct.join(', ');
}
