import type { Plan, Plans } from '../state/plans.ts';

/** Where a page may send: the browser itself refuses everything else. */
export interface ConnectPolicy {
  /** Narrows the page to the origins of a verified registry; only the first time, since a page cannot widen again. */
  readonly narrow: (plans: Plans) => void;
  /** Whether all of a plan's origins may be called: one that has moved meanwhile needs the pane to be opened anew. */
  readonly allows: (plan: Pick<Plan, 'origins'>) => boolean;
}

/**
 * The content security policy that a page gives itself once it knows the plans. The policy that it is built with cannot
 * name their origins; policies of a page add up, so that this one can only take away.
 */
export function connectPolicy(page: Document): ConnectPolicy {
  let allowed: ReadonlySet<string> | null = null;
  return {
    narrow: (plans) => {
      if (plans.kind !== 'known' || allowed !== null) return;
      allowed = new Set(plans.plans.flatMap(({ origins }) => origins));
      const policy = page.createElement('meta');
      policy.httpEquiv = 'Content-Security-Policy';
      policy.content = ["connect-src 'self'", ...[...allowed].sort()].join(' ');
      page.head.append(policy);
    },
    allows: ({ origins }) => origins.every((origin) => allowed?.has(origin) ?? true),
  };
}
