import type { CivilDate } from '../civil-date.ts';
import { columnPlaces, type ColumnKey, type LineText } from '../columns.ts';
import { chargeFor, type Cents } from '../money.ts';
import type { PlaceOfService } from '../places-of-service.ts';
import type { ServiceMatch } from '../service-match.ts';
import type { OfferedService } from '../services.ts';
import type { UnitCount } from '../unit-count.ts';
import type { Cell, CodeCell } from './cell.ts';

/** Procedure code and modifiers of a line, as far as they can be read. */
export interface ServiceCodes {
  /** Well-formed modifiers. */
  readonly modifiers: readonly CodeCell[];
  /** Code and modifiers in one form, whatever the modifiers' order; null where they cannot be read. */
  readonly inOrder: string | null;
  /** What they come to on a first day of service; null where one of them is blank or malformed. */
  readonly matchOn: (date: CivilDate | null) => ServiceMatch | null;
}

/** A line as it was just read; see `line-reader.ts`. */
export interface LineReading {
  readonly text: LineText;
  /** The 58 cells, by the place of their column. The next line's reading takes the array over. */
  readonly cells: readonly Cell[];
  readonly codes: ServiceCodes;
  /** Well-formed diagnoses, without dots. */
  readonly diagnoses: readonly CodeCell[];
  /** Columns that have to be filled on every line, and are blank. */
  readonly missing: readonly ColumnKey[];
  /** See {@link PreparedLine.partiesStamp}. */
  readonly partiesStamp: number;
}

/**
 * A service line with its cells read once, for rules. What cannot be read is null: a format rule has spoken of it, and
 * the rules that need it keep silent, so that one mistake is told once.
 */
export class PreparedLine {
  readonly text: LineText;
  /** Columns that have to be filled on every line, and are blank. */
  readonly missing: readonly ColumnKey[];
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
  /** Procedure code and modifiers in one form, whatever the modifiers' order; null where they cannot be read. */
  readonly serviceCodes: string | null;
  /** What code and modifiers come to on the day; null where one of them is blank or malformed. */
  readonly match: ServiceMatch | null;
  /** The service of the line where there is one. */
  readonly service: OfferedService | null;
  readonly place: PlaceOfService | null;
  /** Well-formed diagnoses, without dots. */
  readonly diagnoses: readonly CodeCell[];
  /** Whether the homelessness indicator is set (footnote 18); blank is an answer, and null what is none. */
  readonly homeless: boolean | null;
  /**
   * Lines with the same number were read one after the other, and say the same of providers, member and
   * administration. Lines with other numbers may say the same as well.
   */
  readonly partiesStamp: number;

  constructor({ text, cells, codes, diagnoses, missing, partiesStamp }: LineReading) {
    this.text = text;
    this.missing = missing;
    this.startDate = at(cells, columnPlaces.serviceStartDate).date;
    this.endDate = at(cells, columnPlaces.serviceEndDate).date;
    this.birthDate = at(cells, columnPlaces.memberDateOfBirth).date;
    this.invoiceDate = at(cells, columnPlaces.invoiceDate).date;
    this.units = at(cells, columnPlaces.serviceUnitCount).units;
    this.unitCost = at(cells, columnPlaces.serviceUnitCost).cents;
    this.charge = at(cells, columnPlaces.serviceChargeAmount).cents;
    this.invoiceAmount = at(cells, columnPlaces.invoiceAmount).cents;
    this.computedCharge = chargeOf(this.units, this.unitCost);
    this.modifiers = codes.modifiers;
    this.serviceCodes = codes.inOrder;
    this.match = codes.matchOn(this.startDate);
    this.service = serviceOf(this.match);
    this.place = at(cells, columnPlaces.placeOfService).place;
    this.diagnoses = diagnoses;
    this.homeless = isHomeless(at(cells, columnPlaces.memberHomelessnessIndicator));
    this.partiesStamp = partiesStamp;
  }
}

function at(cells: readonly Cell[], place: number): Cell {
  const cell = cells[place];
  if (cell === undefined) throw new RangeError('A line without a cell of the column');
  return cell;
}

function isHomeless(indicator: Cell): boolean | null {
  return indicator.wellFormed || (indicator.blank ? false : null);
}

function serviceOf(match: ServiceMatch | null): OfferedService | null {
  return match?.kind === 'service' || match?.kind === 'notValidOnDate' ? match.service : null;
}

function chargeOf(units: UnitCount | null, unitCost: Cents | null): Cents | null {
  return units === null || units.digits === 0 || unitCost === null ? null : chargeFor(units, unitCost);
}
