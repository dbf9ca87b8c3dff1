import type { DialogEnding } from '../../../src/excel/office-pane.ts';
import { submit } from '../../../src/submission/client.ts';
import { nextStep } from '../../../src/taskpane/dialog/sign-in-page.ts';
import { parseAnswer } from '../../../src/taskpane/sign-in/answer.ts';
import { startAddress } from '../../../src/taskpane/sign-in/authorization-code.ts';
import { signIn, type SignInSurroundings } from '../../../src/taskpane/sign-in/sign-in.ts';
import type { Plans } from '../../../src/taskpane/state/plans.ts';
import { redirectUri, running } from '../../intake/running.ts';
import { connect, connectTo } from '../../submission/connections.ts';
import { envelope } from '../../submission/envelopes.ts';
import { issuerVisit } from '../../support/issuer-visit.ts';

// The plan's own issuer runs here.
const endpoint = await running();
const plan = await connect(endpoint.facts);
const known: Plans = { kind: 'known', plans: [plan] };
const now = (): Date => new Date();
const never = new AbortController().signal;

const browser = (choice?: 'sign-in' | 'cancel') => issuerVisit(redirectUri, choice);

/** Office's dialog: our page in it, the issuer's pages between its two appearances. */
function dialog(visit: (address: string) => Promise<string>, plans: Plans = known) {
  const seen: string[] = [];
  const openDialog = async (address: string): Promise<DialogEnding> => {
    seen.push(address);
    const { search } = new URL(address);
    const step = await nextStep({ page: redirectUri, search, readPlans: () => Promise.resolve(plans), fetch });
    if (step.kind === 'tell') return { kind: 'message', text: JSON.stringify(step.answer) };
    if (step.kind === 'stray') return { kind: 'closed' };
    return openDialog(await visit(step.address));
  };
  return { openDialog, seen };
}

const around = (openDialog: SignInSurroundings['openDialog']): SignInSurroundings => ({
  signInPage: redirectUri,
  openDialog,
  fetch,
  now,
});

test('a person signs in through the dialog, and the token sends', async () => {
  const { openDialog, seen } = dialog(browser());
  const outcome = await signIn(plan, around(openDialog), never);
  if (outcome.kind !== 'signedIn') throw new Error(outcome.reason);
  expect(outcome.token.usableUntil).toBeGreaterThan(Date.now());
  expect(await submit(envelope(), plan, { token: outcome.token.token })).toMatchObject({ kind: 'received' });
  // What secures the exchange is in none of the addresses that the dialog saw.
  const [start = ''] = seen;
  expect([...new URL(start).searchParams.keys()].sort()).toEqual(['challenge', 'nonce', 'plan', 'state']);
  expect(seen.join(' ')).not.toContain(outcome.token.token);
});

test('a person who gives up at the issuer is not signed in', async () => {
  const { openDialog } = dialog(browser('cancel'));
  expect(await signIn(plan, around(openDialog), never)).toEqual({ kind: 'failed', reason: 'refused' });
});

test.each<['closed' | 'blocked']>([['closed'], ['blocked']])('a dialog that is %s says so', async (kind) => {
  expect(
    await signIn(
      plan,
      around(() => Promise.resolve({ kind })),
      never,
    ),
  ).toEqual({ kind: 'failed', reason: kind });
});

test.each([
  ['another sign-in’s answer', JSON.stringify({ kind: 'code', state: 'other', code: 'c' }), 'refused'],
  ['a message that is none', 'hello', 'unavailable'],
  ['a message with more in it', JSON.stringify({ kind: 'refused', state: 's', token: 't' }), 'unavailable'],
])('%s signs nobody in', async (_, text, reason) => {
  const openDialog = (): Promise<DialogEnding> => Promise.resolve({ kind: 'message', text });
  expect(await signIn(plan, around(openDialog), never)).toEqual({ kind: 'failed', reason });
});

test('the dialog goes to the registry’s issuer only, whatever its address says', async () => {
  const request = { state: 's', nonce: 'n', challenge: 'c' };
  const page = (address: string, plans: Plans = known) =>
    nextStep({ page: redirectUri, search: new URL(address).search, readPlans: () => Promise.resolve(plans), fetch });
  const step = await page(`${startAddress(redirectUri, plan.planId, request)}&issuer=https://thief.example`);
  if (step.kind !== 'go') throw new Error(step.kind);
  expect(new URL(step.address).origin).toBe(new URL(plan.issuer).origin);
  expect(new URL(step.address).searchParams.get('redirect_uri')).toBe(redirectUri);
  const unavailable = { kind: 'tell', answer: { kind: 'unavailable' } };
  expect(await page(startAddress(redirectUri, 'unknown-plan', request))).toEqual(unavailable);
  const refused: Plans = { kind: 'unavailable', reason: 'notTrusted' };
  expect(await page(startAddress(redirectUri, plan.planId, request), refused)).toEqual(unavailable);
  expect(await page(redirectUri)).toEqual({ kind: 'stray' });
});

test('an issuer that cannot be reached, or names itself otherwise, is not gone to', async () => {
  const elsewhere = await connectTo('https://plan.example', [...endpoint.facts.receiptKeys]);
  const answers: (() => Promise<Response>)[] = [
    () => Promise.reject(new TypeError('lost')),
    () =>
      Promise.resolve(
        Response.json({
          issuer: 'https://other.example',
          authorization_endpoint: 'https://other.example/a',
          token_endpoint: 'https://other.example/t',
        }),
      ),
    () =>
      Promise.resolve(
        Response.json({
          issuer: elsewhere.issuer,
          authorization_endpoint: 'http://plan.example/a',
          token_endpoint: 'https://plan.example/t',
        }),
      ),
  ];
  for (const answer of answers) {
    const { search } = new URL(startAddress(redirectUri, elsewhere.planId, { state: 's', nonce: 'n', challenge: 'c' }));
    const readPlans = (): Promise<Plans> => Promise.resolve({ kind: 'known', plans: [elsewhere] });
    expect(await nextStep({ page: redirectUri, search, readPlans, fetch: answer })).toEqual({
      kind: 'tell',
      answer: { kind: 'unavailable' },
    });
  }
});

test('an answer is read strictly', () => {
  expect(parseAnswer('{"kind":"unavailable"}')).toEqual({ kind: 'unavailable' });
  expect(parseAnswer('{"kind":"code","state":"s"}')).toBeNull();
  expect(parseAnswer('{')).toBeNull();
});
