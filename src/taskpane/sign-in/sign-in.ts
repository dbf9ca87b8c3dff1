import type { DialogEnding } from '../../excel/office-pane.ts';
import type { PlanConnection } from '../../submission/connection.ts';
import { senderScope } from '../../submission/scopes.ts';
import type { SignInOutcome } from '../effects/ports.ts';
import { newAuthorizationRequest, startAddress, type IssuerClient } from './authorization-code.ts';
import { exchangeCode, readIssuer } from './issuer.ts';
import { parseAnswer } from './answer.ts';

/** What a sign-in needs of its surroundings. */
export interface SignInSurroundings {
  /** Address of `sign-in.html`, at the pane's own origin; the issuer sends people back to it. */
  readonly signInPage: string;
  readonly openDialog: (address: string, signal?: AbortSignal) => Promise<DialogEnding>;
  readonly fetch: typeof globalThis.fetch;
  readonly now: () => Date;
}

/** The pane as a client of the plan's issuer; all of it from the verified registry. */
export function issuerClient(plan: PlanConnection): IssuerClient {
  return {
    issuer: plan.issuer,
    clientId: plan.clientId,
    scope: `openid ${senderScope}`,
    resource: plan.audience,
  };
}

/**
 * Signs a person in through Office's dialog. The dialog brings back a code; the secret that makes it a token stays in
 * this function, and the token goes to the caller and nowhere else.
 */
export async function signIn(
  plan: PlanConnection,
  around: SignInSurroundings,
  signal: AbortSignal,
): Promise<SignInOutcome> {
  const client = issuerClient(plan);
  const request = await newAuthorizationRequest();
  const ending = await around.openDialog(startAddress(around.signInPage, plan.planId, request), signal);
  if (ending.kind === 'notLoaded') return { kind: 'failed', reason: 'unavailable' };
  if (ending.kind !== 'message') return { kind: 'failed', reason: ending.kind };
  const answer = parseAnswer(ending.text);
  if (answer === null || answer.kind === 'unavailable') return { kind: 'failed', reason: 'unavailable' };
  // An answer to another sign-in than this one is no answer (RFC 6749 section 10.12).
  if (answer.state !== request.state || answer.kind === 'refused') return { kind: 'failed', reason: 'refused' };
  const metadata = await readIssuer(client.issuer, around.fetch);
  if (metadata === null) return { kind: 'failed', reason: 'unavailable' };
  const now = around.now().getTime();
  const token = await exchangeCode(answer.code, metadata, client, around.signInPage, request, now, around.fetch);
  return token === null ? { kind: 'failed', reason: 'refused' } : { kind: 'signedIn', token };
}
