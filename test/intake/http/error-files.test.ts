import { readXlsx } from '../../support/read-xlsx.ts';
import { envelope, line } from '../../submission/envelopes.ts';
import { demoDirectory } from '../../../src/intake/identity/demo-directory.ts';
import { FixedDirectory } from '../../../src/intake/identity/directory-file.ts';
import { get, postEnvelope, running, signedIn } from '../running.ts';

const wait = { prefer: 'wait=20' };

async function sent(badUnits: boolean, options: Parameters<typeof running>[0] = {}) {
  const endpoint = await running(options);
  const { token } = await signedIn(endpoint);
  const lines = [
    line('row-1'),
    line('row-2', {
      invoiceNumber: '4100001002',
      serviceStartDate: '10/17/2026',
      serviceEndDate: '10/17/2026',
      serviceUnitCount: badUnits ? '0' : '1',
      serviceChargeAmount: badUnits ? '0.00' : '45.00',
      invoiceAmount: badUnits ? '0.00' : '45.00',
    }),
  ];
  const response = await postEnvelope(endpoint, token, envelope(lines), wait);
  const { submissionId } = (await response.json()) as { submissionId: string };
  return { endpoint, token, path: `/v1/submissions/${submissionId}` };
}

test('the error workbook and the error file of a submission: the invoice that came back', async () => {
  const { endpoint, token, path } = await sent(true);
  const workbook = await get(endpoint, token, `${path}/errors.xlsx`);
  expect(workbook.status).toBe(200);
  expect(workbook.headers.get('content-type')).toContain('spreadsheetml.sheet');
  expect(workbook.headers.get('content-disposition')).toMatch(/^attachment; filename="errors-[0-9a-f-]{36}\.xlsx"$/);
  expect(workbook.headers.get('cache-control')).toBe('no-store');
  const book = readXlsx(new Uint8Array(await workbook.arrayBuffer()));
  expect(book.sheets.find(({ name }) => name === 'Invoice')?.cells.get('2:60')?.value).toBe('row-2');

  const file = await get(endpoint, token, `${path}/errors.csv?language=es`);
  expect(file.headers.get('content-type')).toContain('text/csv');
  const text = await file.text();
  expect(text).toContain('UNIT_COUNT_POSITIVE');
  expect(text).not.toContain('99073662S');
});

test('no workbook where no invoice came back; another language is refused; nobody else’s is there', async () => {
  const { endpoint, token, path } = await sent(false);
  expect((await get(endpoint, token, `${path}/errors.xlsx`)).status).toBe(404);
  expect((await get(endpoint, token, `${path}/errors.csv`)).status).toBe(200);
  expect((await get(endpoint, token, `${path}/errors.csv?language=tlh`)).status).toBe(400);
  expect((await get(endpoint, null, `${path}/errors.csv`)).status).toBe(401);
  const other = '/v1/submissions/019aaaaa-0000-7000-8000-000000000001/errors.csv';
  expect((await get(endpoint, token, other)).status).toBe(404);
});

test('while a submission is being checked, its errors are asked for again', async () => {
  const endpoint = await running({ checks: false });
  const { token } = await signedIn(endpoint);
  const response = await postEnvelope(endpoint, token, envelope());
  const { submissionId } = (await response.json()) as { submissionId: string };
  const answer = await get(endpoint, token, `/v1/submissions/${submissionId}/errors.xlsx`);
  expect(answer.status).toBe(503);
  expect(answer.headers.get('retry-after')).toBe('2');
});

const statement = '42 CFR part 2 prohibits unauthorized use or disclosure of these records.';

test.each([
  ['a program of 42 CFR Part 2', true],
  ['any other provider', false],
])('of %s: the notice goes with every form of what comes back, or with none', async (_, part2Program) => {
  const organisations = demoDirectory.organisations.map((each) =>
    each.kind === 'provider' ? { ...each, part2Program } : each,
  );
  const directory = new FixedDirectory({ ...demoDirectory, organisations });
  const { endpoint, token, path } = await sent(true, { identity: { kind: 'embedded', directory } });
  const workbook = readXlsx(new Uint8Array(await (await get(endpoint, token, `${path}/errors.xlsx`)).arrayBuffer()));
  const summary = [...(workbook.sheets[0]?.cells.values() ?? [])].map(({ value }) => String(value));
  expect(summary.includes(statement)).toBe(part2Program);
  const list = await (await get(endpoint, token, `${path}/errors.csv`)).text();
  const rows = list.trimEnd().split('\r\n').slice(1);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.every((row) => row.includes(statement) === part2Program)).toBe(true);
  expect((await (await get(endpoint, token, `${path}/errors.csv?language=es`)).text()).includes('prohíbe')).toBe(
    part2Program,
  );
  expect((await (await get(endpoint, token, `${path}/findings`)).text()).includes(statement)).toBe(part2Program);
});
