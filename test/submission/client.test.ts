import { receiptSigner } from '../../src/intake/receipt/sign.ts';
import { makeSigningKey, publicKeyOf } from '../../src/plan/keys.ts';
import { fetchStatus, submit } from '../../src/submission/client.ts';
import type { CallOptions } from '../../src/submission/exchange.ts';
import { problems, problemType, type ProblemCode } from '../../src/submission/problem.ts';
import { connectTo } from './connections.ts';
import { envelope, line } from './envelopes.ts';

const connection = await connectTo('https://plan.example', [publicKeyOf(await makeSigningKey())]);
const sample = envelope([line('a')]);

function problem(code: ProblemCode, headers: Record<string, string> = {}): Response {
  const body = { type: problemType(code), code, ...problems[code], title: 'Words of a stranger', detail: 'Ofelia' };
  return Response.json(body, { status: problems[code].status, headers });
}

/** An endpoint that answers as told, a clock that moves only by sleeping, and a record of both. */
function stage(answers: (() => Response | Promise<Response>)[]) {
  const requests: { url: string; init: RequestInit }[] = [];
  const pauses: number[] = [];
  let now = 0;
  const options: CallOptions = {
    token: 'secret-token',
    fetch: (input, init) => {
      requests.push({ url: input as string, init: init ?? {} });
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      return Promise.resolve().then(() => answer?.() ?? Response.error());
    },
    now: () => now,
    random: () => 0.5,
    sleep: (milliseconds) => {
      pauses.push(milliseconds);
      now += milliseconds;
      return Promise.resolve();
    },
  };
  return { options, requests, pauses };
}

const lost = (): Promise<Response> => Promise.reject(new TypeError('https://plan.example failed for Ofelia'));
const busy = (): Response => problem('busy');

test('tries a lost network and a busy endpoint again, with the same request and growing pauses', async () => {
  const { options, requests, pauses } = stage([lost, busy, () => problem('provider-not-yours')]);
  const outcome = await submit(sample, connection, options);
  expect(outcome).toMatchObject({ kind: 'refused', problem: { code: 'provider-not-yours' } });
  expect(pauses).toEqual([250, 500]);
  const sent = requests.map(({ url, init }) => JSON.stringify([url, init.headers, init.body]));
  expect(new Set(sent).size).toBe(1);
});

test('waits as long as the endpoint asks', async () => {
  const { options, pauses } = stage([
    () => problem('too-many-requests', { 'retry-after': '7' }),
    () => problem('not-found'),
  ]);
  await submit(sample, connection, options);
  expect(pauses).toEqual([7000]);
});

test.each([
  ['a lost network', lost, 'network'],
  ['a busy endpoint', busy, 'busy'],
  ['an endpoint that fails', () => problem('internal-error'), 'busy'],
] as const)('gives up on %s when the deadline has passed', async (_, answer, reason) => {
  const { options, pauses } = stage([answer]);
  expect(await submit(sample, connection, { ...options, deadline: 20_000 })).toEqual({ kind: 'unreachable', reason });
  expect(pauses.reduce((sum, pause) => sum + pause, 0)).toBeLessThanOrEqual(20_000);
});

test.each<ProblemCode>(['malformed-envelope', 'scope-missing', 'too-large', 'idempotency-key-reused', 'unknown-plan'])(
  'never sends again after %s',
  async (code) => {
    const { options, requests } = stage([() => problem(code)]);
    expect(await submit(sample, connection, options)).toMatchObject({ kind: 'refused', problem: { code } });
    expect(requests).toHaveLength(1);
  },
);

test('says a refusal in our words, not in those of whoever answered', async () => {
  const { options } = stage([() => problem('unknown-plan')]);
  const outcome = await submit(sample, connection, options);
  expect(outcome).toMatchObject({
    problem: { title: problems['unknown-plan'].title, detail: problems['unknown-plan'].detail },
  });
});

test('a token that is no longer good is said as such', async () => {
  const { options } = stage([() => problem('not-signed-in')]);
  expect(await submit(sample, connection, options)).toEqual({ kind: 'signedOut' });
});

test.each([
  ['a page of a proxy', () => new Response('<html>', { status: 200 })],
  ['another answer', () => Response.json({ hello: 'world' })],
  ['a refusal without a code', () => Response.json({ error: 'no' }, { status: 400 })],
])('%s is not taken for an answer', async (_, answer) => {
  const { options } = stage([answer]);
  expect(await submit(sample, connection, options)).toMatchObject({ kind: 'notUnderstood' });
});

test('an answer without a receipt of the plan is not received', async () => {
  const forged = receiptSigner(await makeSigningKey());
  const receipt = forged({} as never);
  const { options } = stage([() => Response.json({ state: 'received', submissionId: 'x', receipt }, { status: 201 })]);
  expect(await submit(sample, connection, options)).toEqual({
    kind: 'notVerified',
    verification: { kind: 'forged', reason: 'unknownKey' },
  });
});

test('stops when it is cancelled', async () => {
  const controller = new AbortController();
  const { options } = stage([lost]);
  const sleep = (): Promise<void> => {
    controller.abort();
    return Promise.resolve();
  };
  expect(await submit(sample, connection, { ...options, sleep, signal: controller.signal })).toEqual({
    kind: 'cancelled',
  });
});

test('an envelope for another plan is not sent at all', async () => {
  const { options, requests } = stage([busy]);
  await expect(submit({ ...sample, planId: 'other' }, connection, options)).rejects.toThrow(RangeError);
  expect(requests).toEqual([]);
});

test('the token and the key go in headers, follow no redirect and carry no cookie', async () => {
  const { options, requests } = stage([() => problem('not-found')]);
  await fetchStatus(connection, '../../elsewhere?x=', { ...options, wait: 5 });
  expect(requests[0]?.url).toBe('https://plan.example/v1/submissions/..%2F..%2Felsewhere%3Fx%3D');
  expect(requests[0]?.init).toMatchObject({
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    headers: { authorization: 'Bearer secret-token', prefer: 'wait=5' },
  });
});

test('no outcome and no address holds member data', async () => {
  const { options, requests } = stage([lost, () => problem('malformed-envelope')]);
  const outcome = JSON.stringify(await submit(sample, connection, options));
  const addresses = requests.map(({ url, init }) => `${url} ${JSON.stringify(init.headers)}`).join();
  for (const value of ['Ofelia', 'St. John', '99073662S', '10/04/1945']) {
    expect(outcome + addresses).not.toContain(value);
  }
});
