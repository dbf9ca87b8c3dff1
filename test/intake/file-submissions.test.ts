import { createHash } from 'node:crypto';
import { decodeJwt } from 'jose';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { checkFile } from '../../src/cli/check/check-file.ts';
import { civilDateAt } from '../../src/guidance/civil-date.ts';
import { planFacts } from '../../src/plan/facts.ts';
import type { Endpoint } from '../../src/intake/endpoint.ts';
import { fileRefusalWords } from '../../src/intake/file-refusal-words.ts';
import { fileRefusalSchema, type FileRefusal } from '../../src/submission/file-refusal.ts';
import { problemSchema } from '../../src/submission/problem.ts';
import { receiptSchema, type Receipt } from '../../src/submission/receipt.ts';
import { submissionStatusSchema, type SubmissionStatus } from '../../src/submission/result.ts';
import { sealPackage } from '../../src/submission/sealed-package.ts';
import { printCsv } from '../../src/xlsx/csv.ts';
import { filledTemplateFile, templateFile } from '../../src/xlsx/template-file.ts';
import { hostileFiles } from '../support/hostile-files.ts';
import { readXlsx } from '../support/read-xlsx.ts';
import { sampleContents } from '../support/sample-contents.ts';
import { sampleMonth } from '../support/samples.ts';
import { sampleProfile } from '../submission/connections.ts';
import { envelope, line, validLine } from '../submission/envelopes.ts';
import { get, postEnvelope, running, signedIn } from './running.ts';

const clock = () => new Date('2026-11-24T20:00:00Z');
const today = civilDateAt(clock(), 'America/Los_Angeles');
const addIn = { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.0.0.0' };
const csv = 'text/csv';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const any = 'application/octet-stream';

interface Plan {
  readonly endpoint: Endpoint;
  readonly token: string;
}

async function plan(options: Parameters<typeof running>[0] = {}): Promise<Plan> {
  const endpoint = await running({ clock, ...options });
  return { endpoint, token: (await signedIn(endpoint)).token };
}

/** Sends a file as it is. */
function send(
  { endpoint, token }: Plan,
  bytes: Uint8Array | string,
  type: string,
  query = '',
  headers: Record<string, string> = {},
): Promise<Response> {
  return fetch(`${endpoint.url}/v1/submissions${query}`, {
    method: 'POST',
    body: typeof bytes === 'string' ? bytes : new Uint8Array(bytes),
    headers: { authorization: `Bearer ${token}`, 'content-type': type, prefer: 'wait=30', ...headers },
  });
}

async function statusIn(response: Response): Promise<SubmissionStatus> {
  return submissionStatusSchema.parse(await response.json());
}

async function resultIn(response: Response) {
  const status = await statusIn(response);
  if (status.state !== 'checked') throw new Error(status.state);
  return { ...status, receipt: receiptSchema.parse(decodeJwt<Receipt>(status.receipt)), jws: status.receipt };
}

async function refusalIn(response: Response) {
  const { code, reason = null, pointers = [], detail, title } = problemSchema.parse(await response.json());
  return { status: response.status, code, reason, pointers, detail, title };
}

const sealed = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const shared = await plan();

test('a list of the month is received, checked and accepted like the pane’s own submission', async () => {
  const bytes = Buffer.from(sampleMonth('harbor-care-2026-10'));
  const response = await send(shared, bytes, csv, '?attested=true');
  expect(response.status).toBe(201);
  const { receipt, result, jws } = await resultIn(response);
  expect(receipt).toMatchObject({
    channel: 'file',
    file: { sha256: sealed(bytes), bytes: bytes.length },
    counts: { lines: 172, invoices: 97 },
    purpose: 'new',
  });
  expect(result.invoices.filter(({ state }) => state === 'accepted')).toHaveLength(97);
  expect(result.notices).toEqual([]);

  const again = await send(shared, bytes, any);
  expect(again.status).toBe(200);
  expect((await statusIn(again)).receipt).toBe(jws);
  // The same lines in another file: what counts is what it says.
  const otherFile = `\ufeff${sampleMonth('harbor-care-2026-10').replaceAll(/\r?\n/g, '\n')}`;
  const copy = await send(shared, otherFile, 'text/csv; charset=utf-8');
  expect((await statusIn(copy)).receipt).toBe(jws);
});

test('twins that arrive together end in one', async () => {
  const list = printCsv([{ ...validLine, invoiceNumber: '4100020001', memberCin: '90020001S' }]);
  const answers = await Promise.all(Array.from({ length: 6 }, () => send(shared, list, csv)));
  const receipts = await Promise.all(answers.map(async (answer) => (await statusIn(answer)).receipt));
  expect(new Set(receipts).size).toBe(1);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
});

test('the month with faults has the findings of the command line, by the rows of the file', async () => {
  const fresh = await plan();
  const text = sampleMonth('harbor-care-2026-10-dirty');
  const { result, submissionId } = await resultIn(await send(fresh, text, csv));
  const ground = { profile: sampleProfile, facts: planFacts(sampleProfile), today };
  const checked = checkFile('month.csv', Buffer.from(text), ground);
  if (checked.kind !== 'checked') throw new Error(checked.reason);
  const places = (findings: readonly { row?: number | undefined; element: number; code: string }[]) =>
    [...new Set(findings.map(({ row, element, code }) => `${String(row)} ${String(element)} ${code}`))].sort();
  expect(places(result.invoices.flatMap(({ findings }) => findings))).toEqual(places(checked.findings));

  const path = `/v1/submissions/${submissionId}`;
  const errors = await (await get(fresh.endpoint, fresh.token, `${path}/errors.csv`)).text();
  const [headers = '', ...rows] = errors.split('\r\n');
  const place = headers.split(',').indexOf('Row in your file');
  const told = new Set(rows.filter((row) => row !== '').map((row) => Number(row.split(',')[place])));
  expect([...told].sort()).toEqual([...new Set(checked.findings.map(({ row }) => row))].sort());
  const findings = (await (await get(fresh.endpoint, fresh.token, `${path}/findings`)).json()) as {
    findings: { row: number }[];
  };
  expect(new Set(findings.findings.map(({ row }) => row))).toEqual(told);
  const workbook = await get(fresh.endpoint, fresh.token, `${path}/errors.xlsx`);
  const book = readXlsx(new Uint8Array(await workbook.arrayBuffer()));
  expect(book.sheets.some(({ name }) => name === 'Invoice')).toBe(true);
});

test('a filled template says by itself who sends what', async () => {
  const fresh = await plan();
  const bytes = await filledTemplateFile(sampleProfile, addIn, sampleContents(sampleProfile));
  const { receipt, result } = await resultIn(await send(fresh, bytes, xlsx));
  expect(receipt).toMatchObject({ channel: 'file', counts: { lines: 172, invoices: 97 }, attempt: 1 });
  expect(result.invoices.every(({ state }) => state === 'accepted')).toBe(true);
  expect(result.notices).toEqual([]);
  expect(await refusalIn(await send(fresh, bytes, xlsx, '?purpose=void&attested=false'))).toMatchObject({
    code: 'malformed-request',
    pointers: ['/attested', '/purpose'],
  });
});

test('a template of an older profile is taken, and the result says so', async () => {
  const fresh = await plan({ plans: [{ ...sampleProfile, version: sampleProfile.version + 1 }] });
  const bytes = await filledTemplateFile(sampleProfile, addIn, sampleContents(sampleProfile));
  const { result } = await resultIn(await send(fresh, bytes, xlsx));
  expect(result.notices).toEqual(['PROFILE_VERSION_DIFFERS']);
  expect(result.profileVersion).toEqual({ submitted: sampleProfile.version, applied: sampleProfile.version + 1 });
});

test('a list replaces and voids the invoices that it holds', async () => {
  const lineOf = (cost: string) => ({
    ...validLine,
    ...{ invoiceNumber: '4100020010', memberCin: '90020010S' },
    ...{ serviceUnitCost: cost, serviceChargeAmount: cost, invoiceAmount: cost },
  });
  const stateAfter = async (cost: string, query: string) =>
    (await resultIn(await send(shared, printCsv([lineOf(cost)]), csv, query))).result.invoices[0]?.state;
  expect(await stateAfter('45.00', '')).toBe('accepted');
  expect(await stateAfter('46.00', '')).toBe('rejected');
  expect(await stateAfter('46.00', '?purpose=replacement')).toBe('accepted');
  expect(await stateAfter('46.00', '?purpose=void')).toBe('accepted');
  const history = await get(shared.endpoint, shared.token, '/v1/invoices/4100020010');
  expect(await history.json()).toMatchObject({ state: 'voided' });
});

test('a key that is given with a file counts for its provider, and for one content', async () => {
  const list = (number: string) =>
    printCsv([{ ...validLine, invoiceNumber: number, memberCin: `9${number.slice(-7)}S` }]);
  const key = { 'idempotency-key': 'export 2026-10'.replace(' ', '-') };
  const first = await resultIn(await send(shared, list('4100020020'), csv, '', key));
  expect(first.receipt.idempotencyKey).toMatch(/^[0-9a-f]{64}$/);
  const again = await send(shared, list('4100020020'), csv, '', key);
  expect([again.status, (await statusIn(again)).receipt]).toEqual([200, first.jws]);
  expect(await refusalIn(await send(shared, list('4100020021'), csv, '', key))).toMatchObject({
    status: 422,
    code: 'idempotency-key-reused',
  });
  const other = await resultIn(await send(shared, list('4100020020'), csv, '', { 'idempotency-key': 'another' }));
  expect(other.submissionId).not.toBe(first.submissionId);
  // A second submission, and not a second invoice: the business key holds beside the other one.
  expect(other.result.invoices[0]).toMatchObject({
    state: 'rejected',
    findings: [expect.objectContaining({ code: 'INVOICE_NUMBER_ACCEPTED' })],
  });
  expect(await refusalIn(await send(shared, list('4100020022'), csv, '', { 'idempotency-key': 'a b' }))).toMatchObject({
    code: 'idempotency-key-missing',
  });
});

describe('sealed packages', () => {
  let taking: Plan;
  let recipient: string;
  beforeAll(async () => {
    const identity = await generateX25519Identity();
    recipient = await identityToRecipient(identity);
    taking = await plan({ packageKeys: [await generateX25519Identity(), identity] });
  });

  const sent = envelope([line('row-1', { invoiceNumber: '4100020030', memberCin: '90020030S' })]);
  const sealedBytes = async (forWhom: string) => (await sealPackage(sent, forWhom, today)).bytes;

  test('are opened with the plan’s key, and are the submission that they hold', async () => {
    const bytes = await sealedBytes(recipient);
    const { receipt, jws, result } = await resultIn(await send(taking, bytes, any));
    expect(receipt).toMatchObject({
      channel: 'sealedPackage',
      file: { sha256: sealed(bytes) },
      counts: { lines: 1 },
    });
    expect(result.invoices[0]?.state).toBe('accepted');
    const overTheNetwork = await postEnvelope(taking.endpoint, taking.token, sent);
    expect([overTheNetwork.status, (await statusIn(overTheNetwork)).receipt]).toEqual([200, jws]);
    // Sealed anew its bytes are others, and its content is the same.
    expect((await statusIn(await send(taking, await sealedBytes(recipient), any))).receipt).toBe(jws);
  });

  test.each<[FileRefusal, () => Promise<Uint8Array>, () => Plan]>([
    ['otherKey', async () => sealedBytes(await identityToRecipient(await generateX25519Identity())), () => taking],
    ['damagedPackage', async () => (await sealedBytes(recipient)).slice(0, -20), () => taking],
    ['packagesNotTaken', () => sealedBytes(recipient), () => shared],
  ])('are refused: %s', async (reason, bytes, where) => {
    expect(await refusalIn(await send(where(), await bytes(), any))).toMatchObject({
      ...{ status: 422, code: 'file-refused', reason },
      detail: fileRefusalWords(reason, 'en'),
    });
  });

  test('of another plan are refused, and so are words that the package says itself', async () => {
    const elsewhere = await sealPackage({ ...sent, planId: 'other-plan' }, recipient, today);
    expect(await refusalIn(await send(taking, elsewhere.bytes, any))).toMatchObject({ reason: 'otherPlan' });
    const bytes = await sealedBytes(recipient);
    expect(await refusalIn(await send(taking, bytes, any, '?attested=true'))).toMatchObject({
      ...{ code: 'malformed-request', pointers: ['/attested'] },
    });
    const key = { 'idempotency-key': 'mine' };
    expect(await refusalIn(await send(taking, bytes, any, '', key))).toMatchObject({
      code: 'idempotency-key-mismatch',
    });
  });
});

test('with several plans a list says for which one it is', async () => {
  const both = await plan({ plans: [sampleProfile, { ...sampleProfile, id: 'other-plan' }] });
  const list = printCsv([validLine]);
  expect(await refusalIn(await send(both, list, csv))).toMatchObject({
    ...{ status: 400, code: 'malformed-request', pointers: ['/plan'] },
  });
  expect(await refusalIn(await send(both, list, csv, '?plan=nobody'))).toMatchObject({ code: 'unknown-plan' });
  const { receipt } = await resultIn(await send(both, list, csv, `?plan=${sampleProfile.id}`));
  expect(receipt.planId).toBe(sampleProfile.id);
});

test.each<[string, string]>([
  ['attested', 'yes'],
  ['purpose', 'correction'],
  ['plan', 'A Plan'],
  ['language', 'tlh'],
])('a parameter that is not understood is named: %s', async (name, value) => {
  const query = `?${name}=${encodeURIComponent(value)}`;
  expect(await refusalIn(await send(shared, printCsv([validLine]), csv, query))).toMatchObject({
    ...{ status: 400, code: 'malformed-request', pointers: [`/${name}`] },
  });
});

describe('what is no file of invoices is refused, with the reason and the words of the command line', () => {
  const headersOnly = printCsv([]);
  const other = { ...validLine, billingProviderNpi: 'none' };
  const template = (profile = sampleProfile) => templateFile(profile, addIn, 100);
  const unattested = sampleContents(sampleProfile);
  const own: readonly { what: string; reason: FileRefusal; make: () => Uint8Array | Promise<Uint8Array> }[] = [
    { what: 'headers alone', reason: 'noLines', make: () => Buffer.from(headersOnly) },
    { what: 'a text', reason: 'noHeaders', make: () => Buffer.from('Dear plan,\nplease pay.\n') },
    { what: 'a template without lines', reason: 'noLines', make: () => template() },
    {
      what: 'the template of another plan',
      reason: 'otherPlan',
      make: () => filledTemplateFile({ ...sampleProfile, id: 'other-plan' }, addIn, unattested),
    },
    {
      what: 'a template whose Setup is not attested',
      reason: 'notAttested',
      make: () =>
        filledTemplateFile(sampleProfile, addIn, {
          ...unattested,
          setup: { ...unattested.setup, attested: false },
        }),
    },
    {
      what: 'a template that voids nothing in particular',
      reason: 'concerns',
      make: () =>
        filledTemplateFile(sampleProfile, addIn, { ...unattested, setup: { ...unattested.setup, purpose: 'void' } }),
    },
    { what: 'a list that nobody bills', reason: 'billingProvider', make: () => Buffer.from(printCsv([other])) },
    {
      what: 'a cell without end',
      reason: 'unsendableText',
      make: () => Buffer.from(printCsv([{ ...validLine, memberLastName: 'x'.repeat(400) }])),
    },
    {
      what: 'more lines than a workbook has',
      reason: 'tooManyLines',
      make: () => Buffer.from(printCsv(Array.from({ length: 5001 }, () => validLine))),
    },
  ];
  // All of them are read in test/intake/work/read-file.test.ts.
  const some = hostileFiles.filter(({ what }) => /^(an empty file|macros|a bomb that says so)$/.test(what));
  test.each([...some, ...own])('$what: $reason', async ({ reason, make }) => {
    const bytes = await make();
    const refusal = await refusalIn(await send(shared, bytes, any, '?language=es'));
    expect(refusal).toMatchObject({ status: 422, code: 'file-refused', reason });
    expect(refusal.detail).toBe(fileRefusalWords(reason, 'es'));
  });

  test('every reason has words in both languages', () => {
    for (const reason of fileRefusalSchema.options) {
      const [en, es] = [fileRefusalWords(reason, 'en'), fileRefusalWords(reason, 'es')];
      expect(en).toMatch(/^[A-Z].*\.$/s);
      expect(es).toMatch(/\.$/);
      expect(es).not.toBe(en);
    }
  });
});
