import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encountersCommand } from '../../../src/cli/encounters.ts';
import { implementationFile, paymentFile, statusFile } from '../../encounter/support/acknowledgements.ts';
import { placeOf, sent } from '../../encounter/support/sent.ts';

let folder = '';
let printed = '';
let told = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ack-'));
  await writeFile(file('sent.837'), sent.text);
  printed = '';
  told = '';
});
afterEach(() => rm(folder, { recursive: true }));

function file(name: string): string {
  return join(folder, name);
}

/** Runs the command, and keeps what it prints. */
async function run(...args: readonly string[]): Promise<number> {
  const { stdout, stderr } = process;
  const [out, error] = [stdout.write.bind(stdout), stderr.write.bind(stderr)];
  stdout.write = (text: string) => (printed += text) !== '';
  stderr.write = (text: string) => (told += text) !== '';
  try {
    return await encountersCommand(['ack', ...args]);
  } finally {
    stdout.write = out;
    stderr.write = error;
  }
}

const accepted = implementationFile('AK1*HC*31', 'AK2*837*0001', 'IK5*A', 'AK9*A*1*1*1');
const back = implementationFile(
  ...['AK1*HC*31*005010X222A1', 'AK2*837*0001', `IK3*CLM*${String(placeOf('CLM*4100001002'))}*2300*8`],
  ...['IK4*5:1*1331*7', 'IK5*R*5', 'AK9*R*1*1*0'],
);

test('everything was received: 0, and each invoice says so', async () => {
  await writeFile(file('a.999'), accepted);
  expect(await run(file('a.999'), '--encounters', file('sent.837'))).toBe(0);
  expect(printed).toContain('4100001002  file received · billing provider 1234567893\n');
  expect(printed).toMatch(/\nInvoices: 5 file received\.\n$/);
  expect(told).toBe('');
});

test('something came back: 1, the place in the file, and the cell in our words', async () => {
  await writeFile(file('a.999'), back);
  await writeFile(
    file('b.277'),
    statusFile('HL*1*0*21', 'TRN*2*B0000000310001', 'HL*2*1*PT', 'TRN*2*4100001003', 'STC*A7:249**U'),
  );
  expect(await run(file('a.999'), file('b.277'), '--encounters', file('sent.837'))).toBe(1);
  expect(printed).toMatch(
    /a\.999: Transaction set 0001, loop 2300 \(Claim\), segment \d+: CLM \(Claim: .*\), element 5, component 1\n/,
  );
  expect(printed).toContain(`4100001002  returned · billing provider 1234567893
  Error · Place of Service (POS)
    Place of Service (POS) has to be a two-digit code of the list. Choose the place from the list, for example 12 for home. (PLACE_OF_SERVICE_UNKNOWN, 7)
`);
  expect(printed).toContain('(A7:249)');
});

test('the same for machines, and in Spanish; nothing of a member in it', async () => {
  await writeFile(file('a.999'), back);
  await writeFile(
    file('b.835'),
    paymentFile('BPR*I*0*C*ACH************20261120', 'CLP*4100001003*4*160*0', 'CAS*CO*Q9*160'),
  );
  expect(await run(file('a.999'), file('b.835'), '--encounters', file('sent.837'), '--json', '--language', 'es')).toBe(
    1,
  );
  const { invoices } = JSON.parse(printed) as { invoices: readonly Record<string, unknown>[] };
  expect(invoices.find(({ invoiceNumber }) => invoiceNumber === '4100001002')).toMatchObject({
    state: 'returned',
    billingNpi: '1234567893',
    findings: [
      {
        code: 'PLACE_OF_SERVICE_UNKNOWN',
        receiverCode: { list: 'element', code: '7' },
        severity: 'error',
        line: null,
        column: 'placeOfService',
        element: 38,
        fix: 'Elija el lugar de la lista, por ejemplo 12 para el hogar.',
      },
    ],
  });
  expect(invoices.find(({ invoiceNumber }) => invoiceNumber === '4100001003')).toMatchObject({
    state: 'denied',
    paidCents: 0,
    findings: [
      { receiverCode: { list: 'transaction' } },
      { code: null, receiverCode: { code: 'CO-Q9' }, element: null },
    ],
  });
  for (const secret of ['ROSA', 'DOE', '91234567A', '19710315', 'OLIVE'])
    expect(printed.toUpperCase()).not.toContain(secret);
});

test('an answer that is damaged, or of another file, is told with its place: 1', async () => {
  await writeFile(file('a.999'), accepted.replace('SE*6', 'SE*7').replace('*31~', '*77~'));
  expect(await run(file('a.999'), '--encounters', file('sent.837'))).toBe(1);
  expect(printed).toMatch(/!! .*a\.999: The count at the end is not what is there\. \(segment 8, character \d+\)/);
  expect(printed).toContain('!! A group is answered that is in none of the files: 77.');
});

test.each<[string, readonly string[], RegExp]>([
  ['no answer', ['--encounters', 'sent.837'], /name a file that came back/],
  ['no 837', ['a.999'], /--encounters is missing/],
  ['a language that is not known', ['a.999', '--encounters', 'sent.837', '--language', 'fr'], /one of en, es/],
  ['an answer that is not there', ['none', '--encounters', 'sent.837'], /none cannot be read\./],
  ['an 837 that is not there', ['a.999', '--encounters', 'none'], /none cannot be read\./],
  [
    'an answer that is none',
    ['letter', '--encounters', 'sent.837'],
    /letter is no TA1, 999, 277CA or 835: .*character 1\)/,
  ],
  [
    'an 837 for an answer',
    ['sent.837', '--encounters', 'sent.837'],
    /is no TA1, 999, 277CA or 835: .*element ST01, segment 3/,
  ],
  ['an answer for an 837', ['a.999', '--encounters', 'a.999'], /a\.999 is no 837: .*element ST01/],
])('%s: 2, in one sentence', async (_, args, words) => {
  await writeFile(file('a.999'), accepted);
  await writeFile(file('letter'), 'Dear plan');
  const paths = args.map((each) => (/^(a\.999|sent\.837|none|letter)$/.test(each) ? file(each) : each));
  expect(await run(...paths)).toBe(2);
  expect(told).toMatch(words);
  expect(printed).toBe('');
});
