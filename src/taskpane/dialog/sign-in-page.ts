import type { Plans } from '../state/plans.ts';
import { authorizationAddress, readPageCall, type SignInAnswer } from '../sign-in/authorization-code.ts';
import { readIssuer } from '../sign-in/issuer.ts';
import { issuerClient } from '../sign-in/sign-in.ts';

/** What the dialog's page does next. */
export type PageStep =
  | { readonly kind: 'go'; readonly address: string }
  | { readonly kind: 'tell'; readonly answer: SignInAnswer }
  /** Opened by nobody: it says so and does nothing. */
  | { readonly kind: 'stray' };

/** What the dialog's page needs of its surroundings. */
export interface PageSurroundings {
  /** The page's own address, without query. */
  readonly page: string;
  /** The query, `?` included. */
  readonly search: string;
  readonly readPlans: () => Promise<Plans>;
  readonly fetch: typeof globalThis.fetch;
}

/**
 * The dialog's page, which comes up twice: the pane opens it and it goes on to the issuer; the issuer sends back to it
 * and it passes the code on. Where it goes stands in the signed registry: its own address cannot send it elsewhere.
 */
export async function nextStep(around: PageSurroundings): Promise<PageStep> {
  const call = readPageCall(around.search);
  switch (call.kind) {
    case 'stray':
      return { kind: 'stray' };
    case 'answer':
      return { kind: 'tell', answer: call.answer };
    case 'start': {
      const plans = await around.readPlans();
      const plan = plans.kind === 'known' ? plans.plans.find(({ planId }) => planId === call.planId) : undefined;
      const metadata = plan === undefined ? null : await readIssuer(plan.issuer, around.fetch);
      if (plan === undefined || metadata === null) return { kind: 'tell', answer: { kind: 'unavailable' } };
      const address = authorizationAddress(
        metadata.authorizationEndpoint,
        issuerClient(plan),
        around.page,
        call.request,
      );
      return { kind: 'go', address };
    }
  }
}
