import type { PlanFileRuleCode } from '../rules/plan-files.ts';
import type { Words } from './catalogue.ts';

/** What is found beside the files that the plan has loaded. */
export const planFilesInEnglish: Readonly<Record<PlanFileRuleCode, Words>> = {
  BILLING_PROVIDER_NOT_ON_ROSTER: {
    title: 'Billing provider not on the roster',
    message: "The billing provider's NPI is not on the plan's list of providers.",
    fix: 'Compare the NPI on the Setup sheet with your contract. If it is right, ask the plan to add it to its list.',
  },
  BILLING_TIN_NOT_ON_ROSTER: {
    title: 'Another tax number than on the roster',
    message: "The plan's list has another tax number for this billing provider.",
    fix: 'Compare the TIN on the Setup sheet with your W-9. If it is right, send the plan your W-9.',
  },
  RENDERING_PROVIDER_NOT_ON_ROSTER: {
    title: 'Rendering provider not on the roster',
    message: "The rendering provider's NPI is not on the plan's list of providers.",
    fix: 'Compare the NPI of the site or person on the Setup sheet. If it is right, ask the plan to add it to its list.',
  },
  RENDERING_TIN_NOT_ON_ROSTER: {
    title: 'Another tax number than on the roster',
    message: "The plan's list has another tax number for this rendering provider.",
    fix: 'Correct the TIN of the site or person on the Setup sheet, or leave it blank. If it is right, tell the plan.',
  },
  RENDERING_SITE_NOT_ON_ROSTER: {
    title: 'Site not on the roster',
    message: "The plan's list has no site of this provider at this address and ZIP code.",
    fix: 'Compare street number, street and ZIP code of the site on the Setup sheet. If they are right, ask the plan to add the site to its list.',
  },
  MEMBER_NOT_IN_ELIGIBILITY_FILE: {
    title: 'Member not known to the plan',
    message: "The plan's list of members does not have this CIN.",
    fix: "Compare the CIN with the member's card, and ask the member or the plan which plan the member belongs to.",
  },
  MEMBER_NOT_ELIGIBLE_ON_DAY: {
    title: 'Member not eligible on the day',
    message: "By the plan's list the member did not belong to the plan on every day of this service.",
    fix: "Compare the dates. If they are right, look up the member's eligibility and bill the plan that the member had on that day.",
  },
  AUTHORIZATION_UNKNOWN: {
    title: 'Authorization not known',
    message: 'The plan has no authorization with this number.',
    fix: "Compare the number with the plan's notice of authorization, or leave the cell blank where there is none.",
  },
  AUTHORIZATION_OTHER_MEMBER: {
    title: 'Authorization is for another member',
    message: "The plan's authorization with this number is not for this member.",
    fix: 'Compare number and CIN with the notice of authorization.',
  },
  AUTHORIZATION_OTHER_PROVIDER: {
    title: 'Authorization is for another provider',
    message: "The plan's authorization with this number names neither your billing NPI nor the rendering one.",
    fix: 'Compare the number with the notice of authorization. If the provider has changed, ask the plan to change the authorization.',
  },
  AUTHORIZATION_OTHER_SERVICE: {
    title: 'Authorization is for another service',
    message: "The plan's authorization with this number does not cover this procedure code with these modifiers.",
    fix: 'Compare the service with the notice of authorization, or ask the plan for an authorization of this one.',
  },
  AUTHORIZATION_OTHER_DATES: {
    title: 'Authorization is for other days',
    message: "The plan's authorization with this number does not cover the days of this service.",
    fix: 'Compare the dates with the notice of authorization. If it has ended, ask the plan for a new one and enter its number.',
  },
  AUTHORIZATION_UNITS_EXCEEDED: {
    title: 'More units than authorized',
    message:
      'With what the plan has accepted before and the lines above, this line goes beyond the units of its authorization.',
    fix: 'Compare the units with your records and the notice of authorization. If they are right, ask the plan to authorize more units.',
  },
};
