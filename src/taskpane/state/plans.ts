import type { PlanConnection } from '../../submission/connection.ts';

/** A plan that the pane serves: only a verified registry makes one, so a workbook cannot. */
export type Plan = PlanConnection;

/** What is known of the plans. */
export type Plans =
  | { readonly kind: 'loading' }
  | { readonly kind: 'unavailable'; readonly reason: 'unreachable' | 'notTrusted' }
  | { readonly kind: 'known'; readonly plans: readonly Plan[] };
