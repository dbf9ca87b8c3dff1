import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { execFile } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brokenRules } from '../encounter/support/rules-of-837.ts';

const root = join(import.meta.dirname, '..', '..');
const samples = join(root, 'plans', 'sample');
let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'encounters-'));
  await cp(samples, join(folder, 'plan'), { recursive: true, filter: (path) => !path.includes('control-numbers') });
});
afterEach(() => rm(folder, { recursive: true }));

function run(...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [join(root, 'bin', 'calaim-invoice.mjs'), 'encounters', ...args],
      (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
      },
    );
  });
}

function write(month: string, out: string, ...more: readonly string[]) {
  const input = join(samples, `${month}.csv`);
  return run('write', '--plan', join(folder, 'plan'), '--input', input, '--out', join(folder, out), ...more);
}

test('the clean month becomes a test file with every invoice, and a report beside it', async () => {
  const outcome = await write('harbor-care-2026-10', 'a.837');
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  expect(outcome.stdout).toMatch(/^97 claims written/);
  const text = await readFile(join(folder, 'a.837'), 'utf8');
  expect(brokenRules(text)).toEqual([]);
  expect(text.slice(101, 106)).toBe('*T*:~');
  const report = await readFile(join(folder, 'a.837.report.csv'), 'utf8');
  expect(report).toMatch(/^Invoice Number,What,Claim,Element,In words\r\n/);
  expect(report.split('\r\n').filter((row) => row.includes(',CLAIM,'))).toHaveLength(97);
  expect(await readdir(join(folder, 'plan', 'control-numbers'))).toEqual(['000000001']);
});

test('invoices with errors stay out, and the exit code says so; each file has another control number', async () => {
  await write('harbor-care-2026-10', 'a.837');
  const outcome = await write('harbor-care-2026-10-dirty', 'b.837');
  expect(outcome.code).toBe(1);
  const [first, second] = await Promise.all(['a.837', 'b.837'].map((name) => readFile(join(folder, name), 'utf8')));
  expect(brokenRules(second ?? '')).toEqual([]);
  expect([first?.slice(90, 99), second?.slice(90, 99)]).toEqual(['000000001', '000000002']);
  expect((await readdir(folder)).sort()).toEqual(['a.837', 'a.837.report.csv', 'b.837', 'b.837.report.csv', 'plan']);
});

test('an eligibility file says sex and state', async () => {
  const members = join(folder, 'members.csv');
  await writeFile(members, 'Name,CIN,Sex,City,State,ZIP\nx,99073662S,F,Sacramento,CA,95814\n');
  await write('harbor-care-2026-10', 'a.837', '--members', members);
  expect(await readFile(join(folder, 'a.837'), 'utf8')).toContain('DMG*D8*19451004*F~');
});

const wholeSettings = {
  interchange: { sender: 'SAMPLEPLAN', receiver: 'DHCS' },
  submitter: { identifier: 'SHP001', contact: 'EDI desk', phone: '9165550142' },
  receiver: { identifier: 'DHCS' },
  payer: { identifier: 'DHCS' },
};

test('a production file has what is adjudicated, no more, and never what went out before', async () => {
  await writeFile(join(folder, 'plan', 'encounters.json'), JSON.stringify(wholeSettings));
  const [head = '', first = ''] = (await readFile(join(samples, 'harbor-care-2026-10.csv'), 'utf8')).split('\r\n');
  const cell = (header: string) => first.split(',')[head.split(',').indexOf(header)] ?? '';
  const adjudications = join(folder, 'decisions.csv');
  const decided = [cell('Invoice Number'), '1', 'paid', '11/23/2026', cell('Service Charge Amount(s)'), 'PL-1'];
  await writeFile(
    adjudications,
    `Invoice Number,Line,Status,Decision Date,Paid Amount,Plan Claim Number\n${decided.join(',')}\n`,
  );
  const outcome = await write('harbor-care-2026-10', 'p.837', '--production', '--adjudications', adjudications);
  expect(outcome).toMatchObject({ code: 1, stderr: '' });
  expect(outcome.stdout).toMatch(/^1 claims written .* 96 held back/);
  const text = await readFile(join(folder, 'p.837'), 'utf8');
  expect(brokenRules(text)).toEqual([]);
  expect(text.slice(101, 106)).toBe('*P*:~');
  expect(text).toContain('~REF*F8*PL-1~');

  // What went out is not written a second time, unless that is asked for; a test file is of everything.
  const again = await write('harbor-care-2026-10', 'q.837', '--production', '--adjudications', adjudications);
  expect(again.stdout).toMatch(/^0 claims written .* 97 held back/);
  expect(await readFile(join(folder, 'q.837.report.csv'), 'utf8')).toMatch(/,REPORTED_BEFORE,/);
  const asked = await write(
    'harbor-care-2026-10',
    'r.837',
    '--production',
    '--again',
    '--adjudications',
    adjudications,
  );
  expect(asked.stdout).toMatch(/^1 claims written .* 96 held back/);
  expect((await write('harbor-care-2026-10', 't.837')).stdout).toMatch(/^97 claims written/);
  const kept = join(folder, 'plan', 'reported-services');
  const lists = (await readdir(kept)).filter((name) => name !== 'key');
  expect(lists).toHaveLength(2);
  expect(await readFile(join(kept, lists[0] ?? ''), 'utf8')).toMatch(/^[\w-]{43}\n$/);
});

test('production is refused while a setting is blank, and decisions that cannot be read are told by their cells', async () => {
  await writeFile(join(folder, 'plan', 'encounters.json'), '{}');
  const blank = await write('harbor-care-2026-10', 'p.837', '--production');
  expect(blank.code).toBe(2);
  expect(blank.stderr).toContain('interchange.sender, interchange.receiver, submitter.identifier');
  const adjudications = join(folder, 'decisions.csv');
  await writeFile(adjudications, 'Invoice Number,Line,Status,Decision Date,Paid Amount\n41,1,paid,11/23/2026,$1\n');
  const wrong = await write('harbor-care-2026-10', 'p.837', '--adjudications', adjudications);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(/row 2, Invoice Number: Not an invoice number.*\n {2}row 2, Paid Amount: Not an amount/);
  expect((await readdir(folder)).sort()).toEqual(['decisions.csv', 'plan']);
  await writeFile(join(folder, 'plan', 'encounters.json'), JSON.stringify(wholeSettings));
  const undecided = await write('harbor-care-2026-10', 'p.837', '--production');
  expect(undecided.stdout).toMatch(/^0 claims written to no file/);
  expect((await readdir(folder)).sort()).toEqual(['decisions.csv', 'p.837.report.csv', 'plan']);
});

test('an invoice that replaces another has frequency 7 and the number of the receiver', async () => {
  const corrections = join(folder, 'corrections.csv');
  await write('harbor-care-2026-10', 'a.837');
  const number = /~CLM\*(\d{10})\*/.exec(await readFile(join(folder, 'a.837'), 'utf8'))?.[1] ?? '';
  await writeFile(corrections, `Invoice Number,Kind,Receiver Claim Number\n${number},replacement,DHCS-1\n`);
  await write('harbor-care-2026-10', 'b.837', '--corrections', corrections);
  const text = await readFile(join(folder, 'b.837'), 'utf8');
  expect(brokenRules(text)).toEqual([]);
  expect(text.match(/~CLM\*[^~]*:B:7\*[^~]*~(REF\*G1[^~]*~)?REF\*F8\*DHCS-1~/g)).toHaveLength(1);
  await writeFile(corrections, `Invoice Number,Kind,Receiver Claim Number\n${number},undo,\n`);
  const wrong = await write('harbor-care-2026-10', 'b.837', '--corrections', corrections);
  expect(wrong.code).toBe(2);
  expect(wrong.stderr).toMatch(/row 2, Receiver Claim Number: .*\n {2}row 2, Kind: Not a kind/);
});

test('an institution has an 837I of its own, with another control number', async () => {
  const input = await readFile(join(samples, 'harbor-care-2026-10.csv'), 'utf8');
  const npi = input.split('\r\n')[1]?.split(',')[0] ?? '';
  const institutional = {
    ...{ typeOfBill: '89', admissionType: '9', admissionSource: '1', patientStatus: '30', revenueCode: '0900' },
    attending: { npi: '1245319599', last: 'Ruiz', first: 'Ada' },
  };
  const settings = { ...wholeSettings, providers: [{ npi, institutional }] };
  await writeFile(join(folder, 'plan', 'encounters.json'), JSON.stringify(settings));
  const outcome = await write('harbor-care-2026-10', 'a.837');
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
  const text = await readFile(join(folder, 'a.institutional.837'), 'utf8');
  expect(brokenRules(text)).toEqual([]);
  expect(text).toContain('*X*005010X223A2~ST*');
});

test('show prints loops and meanings, and says what is wrong with the form', async () => {
  await write('harbor-care-2026-10', 'a.837');
  const shown = await run('show', join(folder, 'a.837'));
  expect(shown.code).toBe(0);
  expect(shown.stdout).toMatch(/\n2010BA {2}Subscriber: name and address\n {2}NM1\*IL\*1\*/);
  const text = await readFile(join(folder, 'a.837'), 'utf8');
  await writeFile(join(folder, 'cut.837'), text.slice(0, 400));
  const cut = await run('show', join(folder, 'cut.837'));
  expect(cut.code).toBe(1);
  expect(cut.stdout).toMatch(/!! The file ends inside a segment\. \(segment \d+, character \d+\)/);
});

test.each<[readonly string[], RegExp]>([
  [[], /say write, ack FILE, or show FILE/],
  [['write'], /--plan is missing/],
  [['write', '--plan', samples], /--input is missing/],
  [['write', '--plan', samples, '--input', 'x.csv'], /--out is missing/],
  [['write', '--plan', samples, '--input', 'nowhere.csv', '--out', 'x'], /nowhere\.csv cannot be read/],
  [['show', 'nowhere.837'], /nowhere\.837 cannot be read/],
  [['write', '--colour', 'red'], /--colour/],
])('wrong use is one sentence and 2: %j', async (args, words) => {
  const outcome = await run(...args);
  expect(outcome).toMatchObject({ code: 2, stdout: '' });
  expect(outcome.stderr).toMatch(words);
});
