import { isBlank } from '../../guidance/clean-text.ts';
import { parseCivilDate, type CivilDate } from '../../guidance/civil-date.ts';
import { modifierKeys, type LineText } from '../../guidance/columns.ts';
import { isWellFormed } from '../../guidance/formats.ts';
import { authorizationKey, thousandths, type AuthorizedLine, type AuthorizedService } from './entries.ts';

/** What makes an authorization cover a line, in the order in which a biller is told that it does not. */
export const coverings = ['member', 'provider', 'service', 'days'] as const;

/** One thing that makes an authorization cover a line. */
export type Covering = (typeof coverings)[number];

/** Whether a line is what was authorized, in one respect. */
export function isCovered(service: AuthorizedService, line: AuthorizedLine, by: Covering): boolean {
  switch (by) {
    case 'member':
      return service.cin === line.cin;
    case 'provider':
      return service.npi === null || service.npi === line.billingNpi || service.npi === line.renderingNpi;
    case 'service':
      return (
        service.procedureCode === null ||
        (service.procedureCode === line.procedureCode &&
          service.modifiers.every((modifier) => line.modifiers.includes(modifier)))
      );
    case 'days':
      return (
        (service.from === null || service.from <= line.start) &&
        (service.through === null || line.end <= service.through)
      );
  }
}

/** Whether a line is what was authorized. */
export function covers(service: AuthorizedService, line: AuthorizedLine): boolean {
  return coverings.every((by) => isCovered(service, line, by));
}

/**
 * What of a line is compared with authorizations; null where it names none, or where a part cannot be read: of that
 * another rule has spoken.
 */
export function authorizedLineOf(text: LineText): AuthorizedLine | null {
  if (isBlank(text.authorizationNumber)) return null;
  const [start, end] = [parseCivilDate(text.serviceStartDate), lastDayOf(text)];
  const units = thousandths(text.serviceUnitCount);
  const readable =
    isWellFormed.cin(text.memberCin) &&
    isWellFormed.npi(text.billingProviderNpi) &&
    isWellFormed.procedureCode(text.procedureCode);
  if (!readable || start === null || end === null || end < start || units === null) return null;
  return {
    number: authorizationKey(text.authorizationNumber),
    cin: text.memberCin,
    billingNpi: text.billingProviderNpi,
    renderingNpi: text.renderingProviderNpi,
    procedureCode: text.procedureCode,
    modifiers: modifierKeys.map((key) => text[key]).filter((modifier) => !isBlank(modifier)),
    start,
    end,
    units,
  };
}

/** The last day of a line; its first where the cell is blank. */
export function lastDayOf(text: Pick<LineText, 'serviceStartDate' | 'serviceEndDate'>): CivilDate | null {
  return parseCivilDate(isBlank(text.serviceEndDate) ? text.serviceStartDate : text.serviceEndDate);
}
