import fc from 'fast-check';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { verifyChain } from '../../src/intake/audit/chain.ts';
import { openText } from '../../src/intake/encounters/sealed-file.ts';
import { demoDirectory } from '../../src/intake/identity/demo-directory.ts';
import { loadKeys } from '../../src/intake/keys.ts';
import { planTimeZone } from '../../src/intake/receipt/compose.ts';
import { EncounterFiles } from '../../src/intake/store/encounter-files.ts';
import { Keyring } from '../../src/intake/store/seal.ts';
import { Submissions } from '../../src/intake/store/submissions.ts';
import { submit } from '../../src/submission/client.ts';
import { encountersMadeSchema } from '../../src/submission/encounters.ts';
import { storeName, storeOf } from '../intake/database.ts';
import { afterTests, emptyFolder } from '../intake/running.ts';
import { manyInvoices } from '../submission/envelopes.ts';
import { proofCount, tell } from '../support/proofs.ts';
import { start, type EndpointProcess } from './endpoint-process.ts';
import { deadline } from './whole-store.ts';

const staff = 'plan-claims-system';
const planId = 'sample-health-plan';

/**
 * Writes of a test file and then of a production file. Of each: the control number and its commit, file, claims, commit;
 * in production audit entry, state and step of each of two submissions, too.
 */
const writes = 16;
const moments = ['before', 'after'].flatMap((when) =>
  Array.from({ length: writes }, (_, index) => `${when} ${String(index + 1)} control_number`),
);

const stateDirectory = await emptyFolder();
const store = await storeOf(stateDirectory);
afterTests(() => store.destroy());
const keyring = new Keyring(await loadKeys(stateDirectory));
const files = new EncounterFiles(store);

/** Demo accounts, and a system of the plan. */
async function directoryFile(): Promise<string> {
  const { organisations, machines } = demoDirectory;
  const file = join(await emptyFolder(), 'directory.json');
  const content = {
    organisations: [...organisations, { kind: 'plan', id: 'plan-staff', name: 'Sample Health Plan', plans: [planId] }],
    accounts: [],
    // Its secret is not used: the test signs its tokens itself.
    machines: [...machines, { ...machines[0], clientId: staff, organisation: 'plan-staff' }],
  };
  await writeFile(file, JSON.stringify(content), { mode: 0o600 });
  return file;
}

/** A request of the plan's staff; null where the endpoint goes away over it. */
async function ask(endpoint: EndpointProcess, path: string, body: string, type = 'application/json') {
  const headers = { 'content-type': type, authorization: `Bearer ${await endpoint.tokenFor(staff)}` };
  try {
    const response = await fetch(`${endpoint.url}/v1${path}`, { method: 'POST', body, headers });
    const text = await response.text();
    return { status: response.status, text };
  } catch {
    return null;
  }
}

/** Ids of the files that an answer names; none where there was no answer, or another request went before. */
async function make(endpoint: EndpointProcess, usage: 'T' | 'P'): Promise<readonly string[]> {
  const answer = await ask(endpoint, `/encounters?usage=${usage}`, '{}');
  if (answer === null || answer.status === 503) return [];
  expect([200, 201]).toContain(answer.status);
  return encountersMadeSchema.parse(JSON.parse(answer.text)).files.map(({ id }) => id);
}

const today = new Intl.DateTimeFormat('en-US', {
  ...{ timeZone: planTimeZone, year: 'numeric', month: '2-digit', day: '2-digit' },
});

/** Two submissions of an invoice each that the plan has paid. */
async function payInvoices(endpoint: EndpointProcess, first: number): Promise<void> {
  for (const number of [first, first + 1]) {
    const { connection, token } = endpoint;
    const outcome = await submit(manyInvoices(1, number), connection, { token, wait: 60 });
    expect(outcome).toMatchObject({ kind: 'received', result: { invoices: [{ state: 'accepted' }] } });
  }
  const day = today.format(new Date());
  const rows = [first, first + 1].map((number) => `${String(number)},1,paid,${day},45.00,,,`);
  const headers = 'Invoice Number,Line,Status,Decision Date,Paid Amount,Adjustments,Reason,Plan Claim Number';
  const answer = await ask(endpoint, '/adjudications', [headers, ...rows].join('\n'), 'text/csv');
  expect(answer).toEqual({ status: 200, text: JSON.stringify({ changed: 2, unchanged: 0, notTaken: [] }) });
}

/**
 * Files that were stored since one: each opens, is a whole interchange of its control number, and has the claims that
 * are told of it; in production their invoices are written. @returns the last file's id
 */
async function expectFilesWhole(since: string): Promise<string> {
  const rows = await store.selectFrom('encounter_file').select('id').where('id', '>', since).orderBy('id').execute();
  for (const { id } of rows) {
    const file = await files.find([planId], id);
    if (file === null) throw new Error('A file is gone');
    const text = await openText(keyring, file, 'content', await files.sealed(id, 'content'));
    const number = String(file.controlNumber).padStart(9, '0');
    expect(text).toMatch(new RegExp(`^ISA.{86}\\*${number}\\*.*~IEA\\*1\\*${number}~\\s*$`, 's'));
    expect(await openText(keyring, file, 'report', await files.sealed(id, 'report'))).not.toBe('');
    const claims = await files.claimsOf(id);
    const numbers = [...text.matchAll(/~CLM\*([^*]+)\*/g)].map(([, claim]) => claim);
    expect(claims.map(({ claimNumber }) => claimNumber)).toEqual(numbers);
    expect(claims).toHaveLength(file.claims);
    if (file.usage === 'P') expect(new Set(claims.map((claim) => claim.encounterState))).toEqual(new Set(['written']));
  }
  return rows.at(-1)?.id ?? since;
}

/** @returns how many there are */
async function expectNumbersOnce(): Promise<number> {
  const rows = await store.selectFrom('encounter_file').select('control_number').orderBy('id').execute();
  const numbers = rows.map((row) => row.control_number);
  const { last } = await store.selectFrom('control_number').select('last').executeTakeFirstOrThrow();
  expect(new Set(numbers).size).toBe(numbers.length);
  expect(Math.max(...numbers)).toBeLessThanOrEqual(last);
  return numbers.length;
}

/** Every invoice is in one file of production, and its audit chain says so once. */
async function expectWrittenOnce(invoices: number): Promise<void> {
  const written = await store
    .selectFrom('encounter_claim')
    .innerJoin('encounter_file', 'encounter_file.id', 'encounter_claim.file_id')
    .select('submission_id')
    .where('usage', '=', 'P')
    .execute();
  const submissions = await store.selectFrom('submission').select('id').execute();
  expect(submissions).toHaveLength(invoices);
  expect(written.map((row) => row.submission_id).sort()).toEqual(submissions.map((row) => row.id).sort());
  const reader = new Submissions(store);
  for (const { id } of submissions) {
    const chain = await reader.auditChain(id);
    expect(verifyChain(id, chain)).toEqual({ kind: 'whole' });
    expect(chain.map(({ action }) => action)).toEqual(['received', 'checked', 'adjudicated', 'encounterWritten']);
  }
}

test(
  'killed while encounter files are made: no control number twice, no half file, no invoice in none or in two',
  async () => {
    const rounds = proofCount(4, 200);
    const begun = performance.now();
    const chance = fc.record({ place: fc.nat(moments.length - 1), moment: fc.integer({ min: 1, max: 80 }) });
    const directory = await directoryFile();
    const seed = proofCount(20_261_201, Date.now());
    let next = 4_100_000_000;
    let last = '';
    for (const [round, { place, moment }] of fc.sample(chance, { seed, numRuns: rounds }).entries()) {
      // At one of the writes, and at random while three requests are under way, in turn.
      const dies = round % 2 === 0 ? (moments[place] ?? '') : undefined;
      const endpoint = await start(stateDirectory, { directory, ...(dies === undefined ? {} : { dies }) });
      await payInvoices(endpoint, next);
      next += 10;
      const answered: string[] = [];
      if (dies === undefined) {
        const made = Promise.all(
          (['P', 'T', 'P'] as const).map(async (usage) => {
            answered.push(...(await make(endpoint, usage)));
          }),
        );
        await new Promise((resolve) => setTimeout(resolve, moment));
        await endpoint.kill();
        await made;
      } else {
        for (const usage of ['T', 'P'] as const) answered.push(...(await make(endpoint, usage)));
        await endpoint.ended;
      }
      for (const id of answered) expect(await files.find([planId], id)).not.toBeNull();
      last = await expectFilesWhole(last);
    }
    const endpoint = await start(stateDirectory, { directory });
    await payInvoices(endpoint, next);
    expect(await make(endpoint, 'P')).toHaveLength(1);
    expect(await make(endpoint, 'P')).toEqual([]);
    expect(await endpoint.stop()).toBe(0);
    await expectFilesWhole(last);
    const numbers = await expectNumbersOnce();
    await expectWrittenOnce(2 * (rounds + 1));
    const counts = `${String(rounds)} kills, ${String(2 * rounds)} invoices, ${String(numbers)} files`;
    tell(`killed making files, ${storeName}: ${counts}, ${String(Math.round((performance.now() - begun) / 1000))} s`);
  },
  deadline,
);
