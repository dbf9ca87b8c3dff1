import type { BillingProvider, RenderingSite } from '../../workbook/model.ts';
import { billingKeys, siteKeys } from '../../workbook/geometry.ts';

const blank = <K extends string>(keys: readonly K[]): Readonly<Record<K, string>> =>
  Object.freeze(Object.fromEntries(keys.map((key) => [key, ''])) as Record<K, string>);

/** A site with nothing entered. */
export const blankSite: RenderingSite = blank(siteKeys);

/** The billing provider as a site: elements 11 to 20 answer to 1 to 10 one by one. */
export function siteFromBilling(billing: BillingProvider): RenderingSite {
  return {
    ...blankSite,
    ...Object.fromEntries(billingKeys.map((key) => [key.replace('billing', 'rendering'), billing[key]])),
  };
}
