import { isSex, memberFactsOf, mergedFacts } from '../../encounter/member-table.ts';
import { isWellFormed } from '../../guidance/formats.ts';
import { planFileHeaders } from '../../submission/plan-files.ts';
import type { EligibilityEntry } from './entries.ts';
import { RowFault, spanOf, type PlanFileReader } from './rows.ts';

const headers = planFileHeaders.eligibility;

/** The members: a row for each span of days. Of what the rows of a member say of sex and address, the later counts. */
export const eligibilityReader: PlanFileReader<'eligibility', EligibilityEntry> = {
  optional: ['from', 'through', 'sex', 'city', 'state', 'zip'],
  add(cell, present) {
    const [cin, sex] = [cell('cin'), cell('sex')];
    if (!isWellFormed.cin(cin)) throw new RowFault(headers.cin, 'CIN_FORM');
    if (sex !== '' && !isSex(sex)) throw new RowFault(headers.sex, 'SEX_FORM');
    const span = spanOf(cell('from'), cell('through'), headers);
    const facts = memberFactsOf({ sex, city: cell('city'), state: cell('state'), zip: cell('zip') });
    const earlier = present(cin);
    return {
      lookUp: cin,
      entry: { cin, spans: [...(earlier?.spans ?? []), span], ...mergedFacts(earlier, facts) },
    };
  },
};
