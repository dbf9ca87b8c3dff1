import fc from 'fast-check';
import { request as httpRequest } from 'node:http';
import { problemSchema } from '../../src/submission/problem.ts';
import { printCsv } from '../../src/xlsx/csv.ts';
import { templateFile } from '../../src/xlsx/template-file.ts';
import { demoMachine } from '../../src/intake/identity/demo-directory.ts';
import { signInMachine } from '../../src/submission/machine-sign-in.ts';
import { emptyFolder } from '../intake/running.ts';
import { hostileRequests, type HostileRequest } from '../support/hostile-requests.ts';
import { proofCount, soaking } from '../support/proofs.ts';
import { sampleProfile } from '../submission/connections.ts';
import { envelope, line, validLine } from '../submission/envelopes.ts';
import { startProcess } from './endpoint-process.ts';

const endpoint = await startProcess(await emptyFolder(), '--quiet', '--requests-per-minute', '1000000');
const { hostname, port } = new URL(endpoint.url);
let token = endpoint.token;

const addIn = { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.0.0.0' };
const honest = [
  Buffer.from(JSON.stringify(envelope([line('a'), line('b', { invoiceNumber: '4100001002' })]))),
  Buffer.from(printCsv([validLine, { ...validLine, invoiceNumber: '4100001003' }])),
  await templateFile({ ...sampleProfile, rows: 100 }, addIn),
];

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Asks with Node's own client, which sends what `fetch` would put right. */
function ask({ method, path, headers, signedIn, body }: HostileRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      {
        ...{ hostname, port, path, method, timeout: 60_000 },
        headers: { ...headers, ...(signedIn ? { authorization: `Bearer ${token}` } : {}) },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const type = response.headers['content-type'] ?? '';
          resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(chunks).toString('utf8') });
        });
      },
    );
    request.on('error', reject);
    request.end(body ?? undefined);
  });
}

async function residentMegabytes(): Promise<number> {
  const text = await (await fetch(`${endpoint.url}/metrics`)).text();
  return Number(/^calaim_resident_memory_bytes (\d+)$/m.exec(text)?.[1]) / 1024 / 1024;
}

/** Tokens end after fifteen minutes, and a soak takes longer. */
async function signInAgain(): Promise<void> {
  const outcome = await signInMachine(endpoint.connection, demoMachine);
  if (outcome.kind !== 'signedIn') throw new Error(outcome.kind);
  ({ token } = outcome);
}

const atOnce = 8;
const requests = proofCount(1_000, 100_000);

test(
  `${String(requests)} hostile requests: no error of ours, no end, every refusal documented, memory bounded`,
  async () => {
    const kinds = new Set<string>();
    const batch = fc.array(hostileRequests(honest), { minLength: atOnce, maxLength: atOnce });
    let done = 0;
    let signedInAt = performance.now();
    const before = await residentMegabytes();
    await fc.assert(
      fc.asyncProperty(batch, async (hostile) => {
        if (performance.now() - signedInAt > 10 * 60_000) {
          await signInAgain();
          signedInAt = performance.now();
        }
        const answers = await Promise.all(hostile.map(ask));
        answers.forEach(({ status, type, body }, index) => {
          expect(status).toBeGreaterThanOrEqual(200);
          expect(status).toBeLessThan(500);
          if (status < 400) return;
          expect(type).toBe('application/problem+json; charset=utf-8');
          const { code } = problemSchema.parse(JSON.parse(body));
          // An address that leads elsewhere is refused by the server itself.
          expect([...(hostile[index]?.documented ?? []), 'not-found']).toContain(code);
          kinds.add(code);
        });
        done += hostile.length;
      }),
      // What fails is told as it is: to make it smaller would ask for many more requests.
      { numRuns: requests / atOnce, endOnFailure: true, ...(soaking ? {} : { seed: 20_261_130 }) },
    );
    expect(done).toBe(requests);
    expect(kinds.size).toBeGreaterThan(8);
    expect((await residentMegabytes()) - before).toBeLessThan(700);
    expect((await fetch(`${endpoint.url}/ready`)).status).toBe(200);
    expect(await endpoint.stop()).toBe(0);
  },
  proofCount(300_000, 7_200_000),
);
