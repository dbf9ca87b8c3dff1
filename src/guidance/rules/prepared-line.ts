import { parseCivilDate, type CivilDate } from '../civil-date.ts';
import { diagnosisKeys, modifierKeys, type ColumnKey, type LineText } from '../columns.ts';
import { isBlank } from '../clean-text.ts';
import { undotted } from '../diagnosis-codes.ts';
import { isWellFormed } from '../formats.ts';
import { chargeFor, parseCents, type Cents } from '../money.ts';
import { placeOfServiceOf, type PlaceOfService } from '../places-of-service.ts';
import type { PlanFacts } from '../plan-facts.ts';
import { matchOn, serviceCandidates, type ServiceCandidates, type ServiceMatch } from '../service-match.ts';
import type { OfferedService } from '../services.ts';
import { parseUnitCount, type UnitCount } from '../unit-count.ts';

/** A cell with a code in it. */
export interface CodeCell {
  readonly column: ColumnKey;
  readonly code: string;
}

/**
 * A service line with its cells read once, for rules. What cannot be read is null: a format rule has spoken of it, and
 * the rules that need it keep silent, so that one mistake is told once.
 */
export interface PreparedLine {
  /** 0-based place among the lines that are checked. */
  readonly index: number;
  readonly text: LineText;
  readonly startDate: CivilDate | null;
  readonly endDate: CivilDate | null;
  readonly birthDate: CivilDate | null;
  readonly invoiceDate: CivilDate | null;
  readonly units: UnitCount | null;
  readonly unitCost: Cents | null;
  readonly charge: Cents | null;
  readonly invoiceAmount: Cents | null;
  /** Unit count times unit cost; null where one of them cannot be read or the count is zero. */
  readonly computedCharge: Cents | null;
  /** Well-formed modifiers. */
  readonly modifiers: readonly CodeCell[];
  /** What code and modifiers come to on the day; null where one of the cells that decide is blank or malformed. */
  readonly match: ServiceMatch | null;
  /** The service of the line where there is one, also where it was not in use on the day. */
  readonly service: OfferedService | null;
  readonly place: PlaceOfService | null;
  /** Well-formed diagnoses, without dots. */
  readonly diagnoses: readonly CodeCell[];
  /** Whether the homelessness indicator is set (footnote 18). */
  readonly homeless: boolean;
}

/** Makes a function that reads lines for a plan; it remembers what codes and modifiers came to. */
export function linePreparer(facts: PlanFacts): (text: LineText, index: number) => PreparedLine {
  const known = new Map<string, ServiceCandidates>();

  function candidatesOf(procedureCode: string, modifiers: readonly CodeCell[]): ServiceCandidates {
    const codes = modifiers.map((modifier) => modifier.code);
    const key = `${procedureCode} ${codes.join(' ')}`;
    let candidates = known.get(key);
    if (candidates === undefined) {
      candidates = serviceCandidates(procedureCode, codes, facts.services, facts.extraModifiers);
      known.set(key, candidates);
    }
    return candidates;
  }

  return (text, index) => {
    const modifiers = codeCells(text, modifierKeys, isWellFormed.modifier);
    const readable = isWellFormed.procedureCode(text.procedureCode) && !modifiers.malformed;
    const startDate = parseCivilDate(text.serviceStartDate);
    const match = readable ? matchOn(candidatesOf(text.procedureCode, modifiers.cells), startDate) : null;
    const units = parseUnitCount(text.serviceUnitCount);
    const unitCost = parseCents(text.serviceUnitCost);
    return {
      index,
      text,
      startDate,
      endDate: parseCivilDate(text.serviceEndDate),
      birthDate: parseCivilDate(text.memberDateOfBirth),
      invoiceDate: parseCivilDate(text.invoiceDate),
      units,
      unitCost,
      charge: parseCents(text.serviceChargeAmount),
      invoiceAmount: parseCents(text.invoiceAmount),
      computedCharge: units === null || units.digits === 0 || unitCost === null ? null : chargeFor(units, unitCost),
      modifiers: modifiers.cells,
      match,
      service: match?.kind === 'service' || match?.kind === 'notValidOnDate' ? match.service : null,
      place: placeOfServiceOf(text.placeOfService),
      diagnoses: codeCells(text, diagnosisKeys, isWellFormed.diagnosisCode, undotted).cells,
      homeless: text.memberHomelessnessIndicator === '1',
    };
  };
}

function codeCells(
  text: LineText,
  keys: readonly ColumnKey[],
  wellFormed: (text: string) => boolean,
  formOf: (code: string) => string = (code) => code,
): { readonly cells: readonly CodeCell[]; readonly malformed: boolean } {
  const cells: CodeCell[] = [];
  let malformed = false;
  for (const column of keys) {
    const code = text[column];
    if (code === '') continue;
    if (wellFormed(code)) cells.push({ column, code: formOf(code) });
    else if (!isBlank(code)) malformed = true;
  }
  return { cells, malformed };
}
