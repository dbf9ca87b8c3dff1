import fc from 'fast-check';
import { request as httpRequest } from 'node:http';
import { BodyBudget } from '../../../src/intake/http/body-budget.ts';
import { maximumBodyBytes } from '../../../src/submission/contract.ts';
import { problemSchema } from '../../../src/submission/problem.ts';
import { envelope } from '../../submission/envelopes.ts';
import { get, postEnvelope, running, signedIn } from '../running.ts';

test('what is held is what was not given back, never more than allowed, whoever gives back how often', () => {
  const step = fc.record({
    caller: fc.constantFrom('a', 'b', 'c'),
    bytes: fc.integer({ min: 0, max: maximumBodyBytes }),
    give: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const budget = new BodyBudget();
      const held: { caller: string; bytes: number; release: () => void }[] = [];
      const sum = (caller?: string) =>
        held
          .filter((each) => caller === undefined || each.caller === caller)
          .reduce((all, { bytes }) => all + bytes, 0);
      for (const { caller, bytes, give } of steps) {
        const release = budget.hold(caller, bytes);
        const fits = sum(caller) + bytes <= 4 * maximumBodyBytes && sum() + bytes <= 8 * maximumBodyBytes;
        expect(release !== null).toBe(fits);
        if (release !== null) held.push({ caller, bytes, release });
        const back = give ? held.shift() : undefined;
        back?.release();
        back?.release();
        expect(budget.held).toBe(sum());
      }
    }),
  );
});

test('a caller whose bodies fill its share is told to come again before the next is read, and later is taken', async () => {
  const endpoint = await running();
  const { token } = await signedIn(endpoint);
  const { hostname, port } = new URL(endpoint.url);
  // Four bodies that are announced and never come.
  const stuck = Array.from({ length: 4 }, () => {
    const request = httpRequest({
      ...{ hostname, port, method: 'POST', path: '/v1/submissions' },
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'content-length': String(maximumBodyBytes),
      },
    });
    request.on('error', () => undefined);
    request.write('{');
    return request;
  });
  const heldBytes = async () => {
    const text = await (await get(endpoint, null, '/metrics')).text();
    return Number(/^calaim_body_bytes (\d+)$/m.exec(text)?.[1]);
  };
  while ((await heldBytes()) < 4 * maximumBodyBytes);
  const refused = await postEnvelope(endpoint, token, envelope());
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '2']);
  expect(problemSchema.parse(await refused.json()).code).toBe('too-many-requests');
  // Reading needs no body.
  expect((await get(endpoint, token, '/v1/invoices')).status).toBe(200);
  for (const request of stuck) request.destroy();
  while ((await heldBytes()) > 0);
  expect((await postEnvelope(endpoint, token, envelope())).status).toBe(201);
});
