import { verifyChain } from '../../../src/intake/audit/chain.ts';
import { Submissions } from '../../../src/intake/store/submissions.ts';
import { encounterFileListSchema } from '../../../src/submission/encounters.ts';
import { problemSchema } from '../../../src/submission/problem.ts';
import { acknowledgementFile, implementationFile, paymentFile } from '../../encounter/support/acknowledgements.ts';
import { sampleProfile } from '../../submission/connections.ts';
import { envelope, line, manyInvoices } from '../../submission/envelopes.ts';
import { storeOf } from '../database.ts';
import { emptyFolder, get } from '../running.ts';
import { encounterDesk, statuses } from './encounter-desk.ts';

const blankPlan = { ...sampleProfile, id: 'blank-health-plan' };
const stateDirectory = await emptyFolder();
const desk = await encounterDesk({ stateDirectory, plans: [sampleProfile, blankPlan] });
const { acknowledge, decide, download, endpoint, historyOf, make, send, staffPost, staffToken } = desk;

// Five invoices of one line each, and one of two.
const [first, second, third, fourth, fifth] = ['4100000000', '4100000001', '4100000002', '4100000003', '4100000004'];
const pair = { invoiceNumber: '4100000099', memberCin: '90000099S', invoiceAmount: '57.50' };
const nutritionClass = {
  ...{ procedureCode: 'S9452', procedureCodeModifier1: 'U5', placeOfService: '11', serviceName: '' },
  ...{ serviceUnitCost: '12.50', serviceChargeAmount: '12.50' },
};
const sent = manyInvoices(5, Number(first));
const submissionId = await send(envelope([...sent.lines, line('a', pair), line('b', { ...pair, ...nutritionClass })]));

test('a test file is made before anything is decided, and changes nothing', async () => {
  const made = await make('T');
  expect([made.status, made.why, made.next]).toEqual([201, [], null]);
  expect(made.files).toMatchObject([{ guide: 'professional', usage: 'T', controlNumber: 1, claims: 6, invoices: 6 }]);
  const text = await download(made.files[0]?.id ?? '');
  expect(text).toContain('*000000001*0*T*');
  expect(text).not.toContain('~SVD*');
  expect((await historyOf(first)).encounter).toBe('notWritten');
  const answered = await acknowledge(
    statuses(1, [
      [first, 'A2:20', 'R1'],
      [second, 'A3:21', ''],
    ]),
  );
  expect(answered).toMatchObject({ accepted: 0, rejected: 0, returned: [{ invoiceNumber: second }] });
  expect((await historyOf(second)).encounter).toBe('notWritten');
});

test('in production nothing is written before it is decided, nor where amounts do not come to the charge', async () => {
  const none = await make('P');
  expect([none.status, none.files]).toEqual([200, []]);
  expect(none.why).toHaveLength(6);
  await decide(
    `${first},1,paid,12/10/2026,45.00,,,CLM-0`,
    `${second},,paid,12/10/2026,45.00,,,`,
    `${third},1,paid,12/10/2026,40.00,CO-45 5.00,,`,
    `${fourth},1,paid,12/10/2026,40.00,,Rate of the contract,`,
    `4100000099,,paid,12/10/2026,57.50,,,`,
  );
  const made = await make('P');
  expect(made.why).toEqual([
    `${fifth} ADJUDICATION_MISSING`,
    '4100000099 ADJUDICATION_NOT_BY_LINE',
    `${fourth} ADJUDICATION_UNBALANCED`,
  ]);
  expect(made.files).toMatchObject([{ usage: 'P', claims: 3, invoices: 3 }]);
  const { id = '', controlNumber = 0 } = made.files[0] ?? {};
  expect(controlNumber).toBeGreaterThan(1);
  const text = await download(id);
  expect(text).toContain('~SVD*SHP01*40*HC:H2038:U6**1~CAS*CO*45*5~');
  expect(text.match(/~CLM\*/g)).toHaveLength(3);
  const report = await (await get(endpoint, staffToken, `/v1/encounters/${id}/report.csv`)).text();
  expect(report).toContain(`${fourth},ADJUDICATION_UNBALANCED`);
  expect((await historyOf(first)).encounter).toBe('written');
  // The same again finds nothing to write: a written invoice is not written twice.
  expect((await make('P')).files).toEqual([]);
});

test('999 and 277CA come back: accepted, rejected with the reason on the line, and each answer once', async () => {
  const { files } = encounterFileListSchema.parse(
    await (await get(endpoint, staffToken, '/v1/encounters?plan=sample-health-plan')).json(),
  );
  const { controlNumber = 0 } = files.find(({ usage }) => usage === 'P') ?? {};
  const received = implementationFile(
    `AK1*HC*${String(controlNumber)}*005010X222A1`,
    'AK2*837*0001*005010X222A1',
    'IK5*A',
    'AK9*A*1*1*1',
  );
  // That the file is in order is no acceptance of its claims.
  expect(await acknowledge(received)).toMatchObject({ files: [{ known: false }], accepted: 0, rejected: 0 });
  expect((await historyOf(first)).encounter).toBe('written');

  const answer = statuses(controlNumber, [
    [first, 'A2:20', 'DHCS-1'],
    [second, 'A7:562:85', ''],
    [third, 'A2:20', 'DHCS-3'],
  ]);
  const outcome = await acknowledge(answer);
  expect(outcome).toMatchObject({ accepted: 2, rejected: 1, unmatched: [], problems: [] });
  expect(outcome.returned).toMatchObject([{ invoiceNumber: second, findings: [{ reason: 'A7:562:85' }] }]);
  expect((await historyOf(first)).encounter).toBe('accepted');
  const rejected = await historyOf(second);
  expect(rejected.encounter).toBe('rejected');
  expect(rejected.submissions[0]?.steps.at(-1)).toMatchObject({
    ...{ of: 'encounter', state: 'rejected' },
    findings: [{ reason: 'A7:562:85', column: 'billingProviderNpi' }],
  });
  expect(await acknowledge(answer)).toMatchObject({ files: [{ known: true }], accepted: 0, rejected: 0 });
});

test('a replacement of what was accepted names the receiver’s number of it; of what was rejected it is new', async () => {
  const lines = sent.lines.filter(({ values }) => [first, second].includes(values.invoiceNumber));
  await send(envelope(lines, { purpose: { kind: 'replacement', replaces: [first, second] } }));
  await decide(`${first},1,paid,12/10/2026,45.00,,,CLM-9`, `${second},1,denied,12/10/2026,0,CO-197 45.00,No,`);
  const made = await make('P');
  const text = await download(made.files[0]?.id ?? '');
  const claims = text.split('~CLM*').slice(1);
  expect(claims).toHaveLength(2);
  expect(claims.find((claim) => claim.startsWith(first))).toMatch(/^4100000000\*45\*\*\*99:B:7\*.*~REF\*F8\*DHCS-1~/s);
  expect(claims.find((claim) => claim.startsWith(second))).toMatch(/^4100000001\*45\*\*\*99:B:1\*/);
  expect(claims.find((claim) => claim.startsWith(second))).toContain('~CAS*CO*197*45~');
});

test('a void of what was accepted is reported with its amounts; of what was never written it is not', async () => {
  const lines = sent.lines.filter(({ values }) => [third, fifth].includes(values.invoiceNumber));
  await send(envelope(lines, { purpose: { kind: 'void', voids: [third, fifth] } }));
  const made = await make('P');
  const text = await download(made.files[0]?.id ?? '');
  const claims = text.split('~CLM*').slice(1);
  expect(claims).toHaveLength(1);
  expect(claims[0]).toMatch(/^4100000002\*45\*\*\*99:B:8\*.*~REF\*F8\*DHCS-3~.*~CAS\*CO\*45\*5~/s);
});

test('a service that the receiver still has on a voided invoice is not sent on another one', async () => {
  const again = sent.lines.find(({ values }) => values.invoiceNumber === third);
  if (again === undefined) throw new Error('no line');
  await send(envelope([line('z', { ...again.values, invoiceNumber: '4100000077' })]));
  await decide('4100000077,1,paid,12/10/2026,45.00,,,');
  const held = await make('P');
  expect(held.why).toContain('4100000077 DUPLICATE_SERVICE');
  expect(held.files).toEqual([]);
  // Once the void is accepted, it is free.
  const { files } = encounterFileListSchema.parse(
    await (await get(endpoint, staffToken, '/v1/encounters?plan=sample-health-plan')).json(),
  );
  expect(await acknowledge(statuses(files[0]?.controlNumber ?? 0, [[third, 'A2:20', 'DHCS-4']]))).toMatchObject({
    accepted: 1,
  });
  expect((await make('P')).files).toMatchObject([{ claims: 1 }]);
});

test('requests at once: no control number twice, and no invoice twice', async () => {
  const numbers = Array.from({ length: 12 }, (_, place) => String(4_200_000_100 + place));
  await send(manyInvoices(12, 4_200_000_100));
  await decide(...numbers.map((number) => `${number},1,paid,12/10/2026,45.00,,,`));
  const order = '/encounters?plan=sample-health-plan&usage=P';
  const answers = await Promise.all(Array.from({ length: 4 }, () => staffPost(order)));
  for (const answer of answers) expect([200, 201, 503]).toContain(answer.status);
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  await Promise.all(Array.from({ length: 3 }, () => make('T')));
  const store = await storeOf(stateDirectory);
  const rows = await store
    .selectFrom('encounter_claim')
    .innerJoin('encounter_file', 'encounter_file.id', 'encounter_claim.file_id')
    .select(['submission_id', 'ordinal', 'control_number'])
    .where('usage', '=', 'P')
    .where('claim_number', 'in', numbers)
    .execute();
  const files = await store.selectFrom('encounter_file').select('control_number').execute();
  await store.destroy();
  expect(rows).toHaveLength(12);
  expect(new Set(rows.map((row) => row.control_number)).size).toBe(1);
  expect(new Set(files.map((row) => row.control_number)).size).toBe(files.length);
});

test('what is answered that the plan did not make is said', async () => {
  const unknown = acknowledgementFile([], ['TA1*000900000*261210*1200*A*000']);
  expect(await acknowledge(unknown)).toMatchObject({
    ...{ files: [], accepted: 0, rejected: 0 },
    unmatched: [{ kind: 'interchange', reference: '000900000' }],
  });
});

test.each<[string, number, string, () => Promise<Response>]>([
  [
    'production with blank settings',
    422,
    'encounter-settings-blank',
    () => staffPost('/encounters?plan=blank-health-plan&usage=P'),
  ],
  ['no usage', 400, 'malformed-request', () => staffPost('/encounters?plan=sample-health-plan')],
  ['a plan of others', 403, 'plan-not-yours', () => staffPost('/encounters?plan=other&usage=T')],
  ['no plan, of two', 400, 'malformed-request', () => staffPost('/encounters?usage=T')],
  ['a file that is none', 404, 'not-found', () => get(endpoint, staffToken, '/v1/encounters/1')],
  [
    'no X12',
    422,
    'answer-refused',
    () => staffPost('/acknowledgements?plan=sample-health-plan', 'text/plain', 'St. John'),
  ],
  [
    'an 835',
    422,
    'answer-refused',
    () =>
      staffPost(
        '/acknowledgements?plan=sample-health-plan',
        'text/plain',
        paymentFile('BPR*I*0*C*ACH', 'CLP*1*1*45*0'),
      ),
  ],
])('%s is answered with %i', async (_, status, code, request) => {
  const response = await request();
  const text = await response.text();
  expect([response.status, problemSchema.parse(JSON.parse(text)).code]).toEqual([status, code]);
  expect(text).not.toContain('St. John');
});

test('blank settings are named', async () => {
  const response = await staffPost('/encounters?plan=blank-health-plan&usage=P');
  expect(problemSchema.parse(await response.json()).pointers).toContain('/interchange/sender');
});

test('every step and every download is told in audit chains, which stay whole and hold no member', async () => {
  const store = await storeOf(stateDirectory);
  const chain = await new Submissions(store).auditChain(submissionId);
  const claims = await store.selectFrom('encounter_claim').selectAll().execute();
  const files = await store.selectFrom('encounter_file').selectAll().execute();
  const answers = await store.selectFrom('encounter_answer').selectAll().execute();
  await store.destroy();
  expect(verifyChain(submissionId, chain)).toEqual({ kind: 'whole' });
  const actions = chain.map(({ action, detail }) => (action === 'read' ? `read ${detail}` : action));
  expect(actions).toEqual(expect.arrayContaining(['encounterWritten', 'encounterAnswered']));
  expect(actions.some((action) => action.startsWith('read') && action.includes('encounterFile'))).toBe(true);
  expect(JSON.stringify(chain)).not.toMatch(/Ofelia|St\. John|DHCS-/i);
  const bytes = [
    ...files.flatMap((file) => [file.content, file.report]),
    ...answers.map(({ content }) => content),
    ...claims.flatMap((claim) => claim.receiver_number ?? []),
  ].map((each) => Buffer.from(each).toString('latin1'));
  expect(bytes.join('')).not.toMatch(/OFELIA|CLM\*|DHCS-|ISA\*/);
});
