import { isNpi, isWellFormed } from '../../guidance/formats.ts';
import { planFileHeaders } from '../../submission/plan-files.ts';
import type { RosterEntry } from './entries.ts';
import { RowFault, type PlanFileReader } from './rows.ts';

const headers = planFileHeaders.roster;

/** The roster: a row for each NPI, and for each of its tax numbers and sites where it has several. */
export const rosterReader: PlanFileReader<'roster', RosterEntry> = {
  optional: ['tin', 'address', 'city', 'state', 'zip'],
  add(cell, present) {
    const npi = cell('npi');
    if (!isNpi(npi)) throw new RowFault(headers.npi, 'NPI_FORM');
    const tin = cell('tin').replace(/^(\d{2})-(\d{7})$/, '$1$2');
    if (tin !== '' && !isWellFormed.tin(tin)) throw new RowFault(headers.tin, 'TIN_FORM');
    const [address, zip] = [cell('address'), cell('zip')];
    if (zip !== '' && !isWellFormed.zip(zip)) throw new RowFault(headers.zip, 'ZIP_FORM');
    if ((address === '') !== (zip === '')) throw new RowFault(headers[address === '' ? 'address' : 'zip'], 'SITE_FORM');
    const { tins, sites }: Pick<RosterEntry, 'tins' | 'sites'> = present(npi) ?? { tins: [], sites: [] };
    return {
      lookUp: npi,
      entry: {
        npi,
        tins: tin === '' || tins.includes(tin) ? tins : [...tins, tin],
        sites: address === '' ? sites : [...sites, { address, zip }],
      },
    };
  },
};
