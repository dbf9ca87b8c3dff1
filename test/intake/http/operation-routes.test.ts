import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { FixedDirectory } from '../../../src/intake/identity/directory-file.ts';
import { OptionsError } from '../../../src/intake/options.ts';
import { problemSchema } from '../../../src/submission/problem.ts';
import { printCsv } from '../../../src/xlsx/csv.ts';
import { envelope, line, validLine } from '../../submission/envelopes.ts';
import { get, post, postEnvelope, running, signedIn } from '../running.ts';

const nobody = new FixedDirectory({ organisations: [], accounts: [], machines: [] });
const reached = {
  identity: { kind: 'embedded', directory: nobody },
  publicUrl: 'https://plan.example',
  behindProxy: true,
} as const;
const metricsToken = 'a token for the metrics';

/** A port that nothing listens on just now. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

test('health and readiness are told, with the work that waits', async () => {
  const endpoint = await running({ checks: false });
  const { token } = await signedIn(endpoint);
  expect(await (await get(endpoint, null, '/health')).json()).toEqual({ status: 'ok' });
  expect(await (await get(endpoint, null, '/ready')).json()).toEqual({
    ...{ status: 'ready', waiting: 0, oldestSeconds: 0 },
  });
  await postEnvelope(endpoint, token, envelope());
  expect(await (await get(endpoint, null, '/ready')).json()).toMatchObject({ waiting: 1 });
});

test('metrics count requests by their pattern, problems by code, submissions and invoices, and name nobody', async () => {
  const endpoint = await running();
  const { token } = await signedIn(endpoint);
  const sent = envelope([line('a'), line('b', { invoiceNumber: '4100001002', memberCin: 'Ofelia' })]);
  await postEnvelope(endpoint, token, sent, { prefer: 'wait=30' });
  await postEnvelope(endpoint, token, sent);
  const list = printCsv([{ ...validLine, invoiceNumber: '4100001003', memberCin: '99073664S' }]);
  await post(endpoint, token, list, { 'content-type': 'text/csv', prefer: 'wait=30' });
  for (let page = 0; page < 50; page += 1) await get(endpoint, token, `/v1/invoices/Ofelia${String(page)}?Ofelia=1`);
  await fetch(`${endpoint.url}/Ofelia`, { method: 'PROPFIND' });
  const response = await get(endpoint, null, '/metrics');
  expect(response.headers.get('content-type')).toContain('text/plain');
  const text = await response.text();
  const lines = text.split('\n');
  expect(lines).toContain('calaim_submissions_total{channel="api",outcome="stored"} 1');
  expect(lines).toContain('calaim_submissions_total{channel="api",outcome="known"} 1');
  expect(lines).toContain('calaim_submissions_total{channel="file",outcome="stored"} 1');
  expect(lines).toContain('calaim_checked_invoices_total{state="accepted"} 2');
  expect(lines).toContain('calaim_checked_invoices_total{state="returned"} 1');
  expect(lines).toContain('calaim_work_waiting 0');
  expect(lines).toContain('calaim_problems_total{code="not-found"} 51');
  expect(lines).toContain(
    'calaim_http_request_seconds_count{method="GET",route="/v1/invoices/:number",status="404"} 50',
  );
  expect(text).not.toMatch(/Ofelia|4100001|99073|harbor|PROPFIND/);
});

test('where others reach the endpoint, metrics are there for a token and for nobody else', async () => {
  const closed = await running(reached);
  const local = (port: string, headers: Record<string, string> = {}) =>
    fetch(`http://127.0.0.1:${port}/metrics`, { headers });
  const portOf = async (more: Parameters<typeof running>[0]) => {
    const port = await freePort();
    await running({ ...reached, ...more, port });
    return String(port);
  };
  expect(closed.url).toBe('https://plan.example');
  const port = await portOf({ metricsToken });
  expect((await local(port)).status).toBe(404);
  expect((await local(port, { authorization: 'Bearer another' })).status).toBe(404);
  expect((await local(port, { authorization: `Bearer ${metricsToken}` })).status).toBe(200);
  const without = await portOf({});
  expect(problemSchema.parse(await (await local(without)).json()).code).toBe('not-found');
});

test('a token that can be guessed is refused', async () => {
  await expect(running({ metricsToken: 'short' })).rejects.toThrow(OptionsError);
});
