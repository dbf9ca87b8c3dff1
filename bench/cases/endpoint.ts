import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPlan } from '../../src/cli/read-plan.ts';
import { demoMachine } from '../../src/intake/identity/demo-directory.ts';
import { startEndpoint } from '../../src/intake/endpoint.ts';
import { canonicalContent } from '../../src/submission/content.ts';
import { contractVersion, type Envelope } from '../../src/submission/contract.ts';
import { idempotencyKey } from '../../src/submission/idempotency-key.ts';
import { rulePack } from '../../src/guidance/rule-pack.ts';
import { layoutVersion } from '../../src/workbook/layout-version.ts';
import { startBareStore } from '../endpoint/bare-store.ts';
import type { Figure } from '../figure.ts';
import { median } from '../measure.ts';
import { tiledLines } from '../sample-lines.ts';

/** Ours to the bare store. */
const leastRatio = 0.8;
const rounds = 3;

/** Sizes that are measured: lines of a submission, how many of them in a round, and how many at once. */
const sizes = [
  { lines: 1, count: 600, atOnce: 16 },
  { lines: 1000, count: 12, atOnce: 2 },
] as const;

interface Sent {
  readonly body: string;
  readonly key: string;
}

interface Round {
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p99: number;
}

const profile = await readPlan(new URL('../../plans/sample', import.meta.url).pathname);

/** Submissions that nobody has sent before, each of invoices and members of its own. */
async function submissions(lines: number, count: number, sentBefore: number): Promise<readonly Sent[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, index): Promise<Sent> => {
      const values = tiledLines('harbor-care-2026-10', lines, sentBefore + index);
      const envelope: Envelope = {
        contract: contractVersion,
        ...{ planId: profile.id, profileVersion: profile.version, layoutVersion, attempt: 1 },
        rulePack: { version: rulePack.version, hash: rulePack.hash },
        purpose: { kind: 'new' },
        billingProviderNpi: values[0]?.billingProviderNpi ?? '',
        attestation: { cannotProduce837: true, on: '2026-11-01' },
        productVersion: 'bench',
        lines: values.map((line, row) => ({ rowKey: `row-${String(row)}`, values: line, differences: [] })),
      };
      const key = await idempotencyKey(envelope, (await canonicalContent(envelope)).hash);
      return { body: JSON.stringify(envelope), key };
    }),
  );
}

async function sendAll(url: string, token: string, sent: readonly Sent[], atOnce: number): Promise<Round> {
  const waiting = [...sent];
  const taken: number[] = [];
  const sender = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const start = performance.now();
      const response = await fetch(`${url}/v1/submissions`, {
        ...{ method: 'POST', body: next.body },
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'idempotency-key': next.key },
      });
      await response.arrayBuffer();
      if (response.status !== 201) throw new Error(`A submission was answered with ${String(response.status)}`);
      taken.push(performance.now() - start);
    }
  };
  const start = performance.now();
  await Promise.all(Array.from({ length: atOnce }, sender));
  const seconds = (performance.now() - start) / 1000;
  const sorted = taken.toSorted((left, right) => left - right);
  return { perSecond: sent.length / seconds, p99: sorted[Math.ceil(sorted.length * 0.99) - 1] ?? Number.NaN };
}

async function tokenOf(url: string): Promise<string> {
  const { clientId, clientSecret } = demoMachine;
  const response = await fetch(`${url}/oidc/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials', resource: `${url}/v1`, scope: 'submissions:write' }),
    headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
  });
  return ((await response.json()) as { access_token: string }).access_token;
}

/**
 * Waits until everything that was sent is checked, so that no check runs while the other is measured.
 *
 * @returns seconds
 */
async function untilChecked(url: string): Promise<number> {
  const start = performance.now();
  const end = start + 600_000;
  while (performance.now() < end) {
    const { waiting } = (await (await fetch(`${url}/ready`)).json()) as { waiting: number };
    if (waiting === 0) return (performance.now() - start) / 1000;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The submissions were not checked within ten minutes');
}

/**
 * Submissions by HTTP on loopback until their receipts, beside the bare store. Checking goes on meanwhile, in its thread,
 * and gives way to receiving; how long it takes until all are checked is said for itself, see `docs/decisions/0024`.
 */
export default async function endpointBenchmark(): Promise<readonly Figure[]> {
  const folder = await mkdtemp(join(tmpdir(), 'calaim-bench-'));
  const endpoint = await startEndpoint({
    stateDirectory: join(folder, 'ours'),
    plans: [profile],
    identity: { kind: 'demo' },
    requestsPerMinute: 10_000_000,
    log: 'none',
  });
  const bare = await startBareStore(join(folder, 'bare'));
  const figures: Figure[] = [];
  let sentBefore = 0;
  try {
    for (const { lines, count, atOnce } of sizes) {
      const measured: { ours: Round[]; bare: Round[] } = { ours: [], bare: [] };
      const untilAll: number[] = [];
      for (let round = 0; round <= rounds; round += 1) {
        const sent = await submissions(lines, count, sentBefore);
        sentBefore += count;
        const bareRound = await sendAll(bare.url, 'none', sent, atOnce);
        const ourRound = await sendAll(endpoint.url, await tokenOf(endpoint.url), sent, atOnce);
        const seconds = await untilChecked(endpoint.url);
        // The first round warms up.
        if (round === 0) continue;
        measured.bare.push(bareRound);
        measured.ours.push(ourRound);
        untilAll.push(seconds);
      }
      const of = (who: keyof typeof measured, what: keyof Round) => median(measured[who].map((each) => each[what]));
      const ratio = of('ours', 'perSecond') / of('bare', 'perSecond');
      figures.push(
        {
          name: `submissions of ${lines.toLocaleString('en-US')} lines`,
          unit: 'submissions/s',
          ours: of('ours', 'perSecond'),
          peers: { 'bare store': of('bare', 'perSecond') },
          ratio,
          goal: `at least ${String(leastRatio)} × the bare store`,
          met: ratio >= leastRatio,
        },
        {
          name: `submissions of ${lines.toLocaleString('en-US')} lines, 99th percentile`,
          unit: 'ms',
          ours: of('ours', 'p99'),
          peers: { 'bare store': of('bare', 'p99') },
          ratio: of('ours', 'p99') / of('bare', 'p99'),
          goal: 'said, without a limit',
          met: true,
        },
        {
          name: `${String(count)} submissions of ${lines.toLocaleString('en-US')} lines, last receipt to last check`,
          unit: 's',
          ours: median(untilAll),
          peers: {},
          ratio: null,
          goal: 'said, without a limit',
          met: true,
        },
      );
    }
  } finally {
    await endpoint.close();
    await bare.close();
    await rm(folder, { recursive: true, force: true });
  }
  return figures;
}
