import type { Rule } from './rule.ts';

const roster = 'Design: what a plan pays, it pays to providers and sites that it knows';
const eligibility = 'Design: a plan pays for its members, on days on which they are members';
const authorization =
  'DHCS guidance v1.1, footnote 32: the authorization number, where there is one; its absence returns nothing';

/**
 * Rules on what an invoice says beside the files that a plan has loaded: its roster of providers, the eligibility of
 * its members, its authorizations. They are warnings; a plan's profile may raise them (`raisedToError`). None of them
 * speaks of a blank cell: an absent authorization number never returns an invoice.
 */
export const planFileRules = [
  {
    code: 'BILLING_PROVIDER_NOT_ON_ROSTER',
    severity: 'warning',
    scope: 'comparison',
    elements: ['billingProviderNpi'],
    citation: roster,
  },
  {
    code: 'BILLING_TIN_NOT_ON_ROSTER',
    severity: 'warning',
    scope: 'comparison',
    elements: ['billingProviderNpi', 'billingProviderTin'],
    citation: roster,
  },
  {
    code: 'RENDERING_PROVIDER_NOT_ON_ROSTER',
    severity: 'warning',
    scope: 'comparison',
    elements: ['renderingProviderNpi'],
    citation: roster,
  },
  {
    code: 'RENDERING_TIN_NOT_ON_ROSTER',
    severity: 'warning',
    scope: 'comparison',
    elements: ['renderingProviderNpi', 'renderingProviderTin'],
    citation: roster,
  },
  {
    code: 'RENDERING_SITE_NOT_ON_ROSTER',
    severity: 'warning',
    scope: 'comparison',
    elements: ['billingProviderNpi', 'renderingProviderNpi', 'renderingProviderAddress', 'renderingProviderZip'],
    citation: roster,
  },
  {
    code: 'MEMBER_NOT_IN_ELIGIBILITY_FILE',
    severity: 'warning',
    scope: 'comparison',
    elements: ['memberCin'],
    citation: eligibility,
  },
  {
    code: 'MEMBER_NOT_ELIGIBLE_ON_DAY',
    severity: 'warning',
    scope: 'comparison',
    elements: ['memberCin', 'serviceStartDate', 'serviceEndDate'],
    citation: eligibility,
  },
  {
    code: 'AUTHORIZATION_UNKNOWN',
    severity: 'warning',
    scope: 'comparison',
    elements: ['authorizationNumber'],
    citation: authorization,
  },
  {
    code: 'AUTHORIZATION_OTHER_MEMBER',
    severity: 'warning',
    scope: 'comparison',
    elements: ['memberCin', 'authorizationNumber'],
    citation: authorization,
  },
  {
    code: 'AUTHORIZATION_OTHER_PROVIDER',
    severity: 'warning',
    scope: 'comparison',
    elements: ['billingProviderNpi', 'renderingProviderNpi', 'authorizationNumber'],
    citation: authorization,
  },
  {
    code: 'AUTHORIZATION_OTHER_SERVICE',
    severity: 'warning',
    scope: 'comparison',
    elements: ['procedureCode', 'procedureCodeModifier', 'authorizationNumber'],
    citation: authorization,
  },
  {
    code: 'AUTHORIZATION_OTHER_DATES',
    severity: 'warning',
    scope: 'comparison',
    elements: ['serviceStartDate', 'serviceEndDate', 'authorizationNumber'],
    citation: authorization,
  },
  {
    code: 'AUTHORIZATION_UNITS_EXCEEDED',
    severity: 'warning',
    scope: 'comparison',
    elements: ['serviceUnitCount', 'authorizationNumber'],
    citation: authorization,
  },
] as const satisfies readonly Rule[];

/** Code of such a rule. */
export type PlanFileRuleCode = (typeof planFileRules)[number]['code'];

/** The codes, which a plan's profile may raise to errors. */
export const planFileRuleCodes = planFileRules.map(({ code }) => code) as [PlanFileRuleCode, ...PlanFileRuleCode[]];

/** Whether a rule is one of these. */
export function isPlanFileRule(code: string): code is PlanFileRuleCode {
  return planFileRules.some((rule) => rule.code === code);
}
