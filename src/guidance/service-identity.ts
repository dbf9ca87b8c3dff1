import { parseCivilDate, type CivilDate } from './civil-date.ts';
import { isBlank } from './clean-text.ts';
import { modifierKeys, type LineText } from './columns.ts';
import { isWellFormed } from './formats.ts';

/** What of a line makes it one service to DHCS, read. */
export interface ServiceOfLine {
  readonly text: Pick<LineText, 'billingProviderNpi' | 'renderingProviderNpi' | 'memberCin'>;
  /** First day; null where it cannot be read. */
  readonly startDate: CivilDate | null;
  /** Procedure code and modifiers in one form, see {@link codesInOrder}; null where they cannot be read. */
  readonly serviceCodes: string | null;
}

/**
 * The service of a line in one text: billing provider, who gave it, member, first day, procedure code and modifiers.
 * Lines with the same text are the same service, and one of them denies the encounter of the other (DHCS managed care
 * data quality FAQ on duplicate service lines).
 *
 * @returns null where a part cannot be read: another rule has spoken of that
 */
export function serviceIdentity({ text, startDate, serviceCodes }: ServiceOfLine): string | null {
  if (startDate === null || serviceCodes === null) return null;
  const { billingProviderNpi, memberCin } = text;
  return [billingProviderNpi, renderingProviderOf(text), memberCin, String(startDate), serviceCodes].join('|');
}

/** The service of a line that was not read for rules; null as well where member or provider are not well-formed. */
export function serviceIdentityOf(text: LineText): string | null {
  const modifiers = modifierKeys.map((key) => text[key]).filter((modifier) => !isBlank(modifier));
  const readable =
    isWellFormed.npi(text.billingProviderNpi) &&
    isWellFormed.npi(renderingProviderOf(text)) &&
    isWellFormed.cin(text.memberCin) &&
    isWellFormed.procedureCode(text.procedureCode) &&
    modifiers.every(isWellFormed.modifier);
  if (!readable) return null;
  return serviceIdentity({
    text,
    startDate: parseCivilDate(text.serviceStartDate),
    serviceCodes: codesInOrder(text.procedureCode, modifiers),
  });
}

/** Procedure code and modifiers in one form: modifiers are a set, and their order says nothing. */
export function codesInOrder(procedureCode: string, modifiers: readonly string[]): string {
  return [procedureCode, ...modifiers.toSorted()].join(' ');
}

/** Without an NPI of its own the encounter names the billing provider as the one who gave the service. */
export function renderingProviderOf(text: Pick<LineText, 'billingProviderNpi' | 'renderingProviderNpi'>): string {
  return isBlank(text.renderingProviderNpi) ? text.billingProviderNpi : text.renderingProviderNpi;
}
