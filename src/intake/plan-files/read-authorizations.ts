import { isNpi, isWellFormed } from '../../guidance/formats.ts';
import { planFileHeaders } from '../../submission/plan-files.ts';
import { authorizationKey, thousandths, type AuthorizationEntry, type AuthorizedService } from './entries.ts';
import { RowFault, spanOf, type PlanFileReader } from './rows.ts';

const headers = planFileHeaders.authorizations;

/** The authorizations: a row for each member, provider, service and span of days of a number, with its units. */
export const authorizationsReader: PlanFileReader<'authorizations', AuthorizationEntry> = {
  optional: ['npi', 'procedureCode', 'modifiers', 'from', 'through', 'units'],
  add(cell, present) {
    const number = cell('number');
    if (!/^[ -~]{1,50}$/.test(number)) throw new RowFault(headers.number, 'NUMBER_FORM');
    const [cin, npi] = [cell('cin'), cell('npi')];
    if (!isWellFormed.cin(cin)) throw new RowFault(headers.cin, 'CIN_FORM');
    if (npi !== '' && !isNpi(npi)) throw new RowFault(headers.npi, 'NPI_FORM');
    const code = cell('procedureCode');
    if (code !== '' && !isWellFormed.procedureCode(code)) throw new RowFault(headers.procedureCode, 'CODE_FORM');
    const [from, through] = spanOf(cell('from'), cell('through'), headers);
    const service: AuthorizedService = {
      ...{ cin, npi: npi === '' ? null : npi, procedureCode: code === '' ? null : code },
      ...{ modifiers: modifiersOf(cell('modifiers'), code), from, through, units: unitsOf(cell('units')) },
    };
    const lookUp = authorizationKey(number);
    const services = present(lookUp)?.services ?? [];
    if (services.some((other) => isSame(other, service))) throw new RowFault(headers.number, 'ROW_REPEATED');
    return { lookUp, entry: { number: lookUp, services: [...services, service] } };
  },
};

/** @throws RowFault */
function modifiersOf(text: string, code: string): readonly string[] {
  const modifiers = text.split(/[\s,;]+/).filter((each) => each !== '');
  if (modifiers.length > 0 && code === '') throw new RowFault(headers.modifiers, 'MODIFIERS_ALONE');
  if (modifiers.length > 4 || !modifiers.every(isWellFormed.modifier)) {
    throw new RowFault(headers.modifiers, 'MODIFIERS_FORM');
  }
  return [...new Set(modifiers)].toSorted();
}

/** @throws RowFault */
function unitsOf(text: string): number | null {
  if (text === '') return null;
  const units = thousandths(text);
  if (units === null) throw new RowFault(headers.units, 'UNITS_FORM');
  return units;
}

/** Whether two rows authorize the same: units that stand twice would count twice. */
function isSame(left: AuthorizedService, right: AuthorizedService): boolean {
  return (
    left.cin === right.cin &&
    left.npi === right.npi &&
    left.procedureCode === right.procedureCode &&
    left.modifiers.join(' ') === right.modifiers.join(' ') &&
    left.from === right.from &&
    left.through === right.through
  );
}
