import { cleaned, isBlank } from '../clean-text.ts';
import { diagnosisKeys } from '../columns.ts';
import type { PreparedLine } from './prepared-line.ts';
import { requiredElements } from './required-columns.ts';
import type { Rule } from './rule.ts';

const requiredOfHoused = ['memberAddress', 'memberCity', 'memberZip'] as const;

/** What may stand for the address of a homeless member (footnote 19). */
export const homelessAddress = 'HOMELESS';

function saysHomeless(line: PreparedLine): boolean {
  return cleaned(line.text.memberAddress).toUpperCase() === homelessAddress;
}

/** Rules on cells that must not be blank, and on the words that homelessness puts in their place. */
export const presenceRules = [
  {
    code: 'REQUIRED',
    severity: 'error',
    scope: 'line',
    elements: [...requiredElements, 'memberHomelessnessIndicator', ...requiredOfHoused],
    citation: 'DHCS guidance v1.1, section 2(2), tables 1 to 4; footnotes 20, 21 and 26',
    check(line, _context, report) {
      for (const key of line.missing) {
        // Others are filled: DIAGNOSIS_FIRST_BLANK says it better.
        if (key === 'diagnosisCode1' && diagnosisKeys.some((each) => !isBlank(line.text[each]))) continue;
        report(key);
      }
      if (line.homeless !== false) return;
      for (const key of requiredOfHoused) if (isBlank(line.text[key])) report(key);
    },
  },
  {
    code: 'HOMELESS_ADDRESS_BLANK',
    severity: 'error',
    scope: 'line',
    elements: ['memberHomelessnessIndicator', 'memberAddress'],
    citation: 'DHCS guidance v1.1, footnote 19',
    check(line, _context, report) {
      if (line.homeless === true && isBlank(line.text.memberAddress)) report('memberAddress');
    },
  },
  {
    code: 'HOMELESS_ADDRESS_WITHOUT_INDICATOR',
    severity: 'error',
    scope: 'line',
    elements: ['memberHomelessnessIndicator', 'memberAddress'],
    citation: 'DHCS guidance v1.1, footnote 19',
    check(line, _context, report) {
      if (line.homeless === false && saysHomeless(line)) report('memberAddress');
    },
  },
  {
    code: 'CONTROL_NUMBER_BLANK',
    severity: 'warning',
    scope: 'line',
    elements: ['controlNumber'],
    citation: 'DHCS guidance v1.1, footnote 31: optional, as plan and provider agree',
    check({ text }, { facts }, report) {
      if (facts.expectsControlNumber && isBlank(text.controlNumber)) report('controlNumber');
    },
  },
  {
    code: 'AUTHORIZATION_BLANK',
    severity: 'warning',
    scope: 'line',
    elements: ['procedureCode', 'procedureCodeModifier', 'serviceStartDate', 'authorizationNumber'],
    citation: 'DHCS guidance v1.1, footnote 32: optional, so that its absence returns no invoice',
    check({ service, text }, _context, report) {
      if (service?.expectsAuthorization === true && isBlank(text.authorizationNumber)) report('authorizationNumber');
    },
  },
] as const satisfies readonly Rule[];
