import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAdjudicationsFile } from '../../../src/cli/encounters/adjudications-file.ts';
import type { Invoice } from '../../../src/encounter/invoice.ts';
import { implementationFile, paymentFile } from '../../encounter/support/acknowledgements.ts';
import { validLine } from '../../submission/envelopes.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'decisions-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function read(text: string) {
  const path = join(folder, 'decisions');
  await writeFile(path, text);
  return readAdjudicationsFile(path);
}

const claim = [
  'BPR*I*8*C*ACH************20261120',
  'N1*PE*HARBOR*XX*1234567893',
  'CLP*4100000001*1*10*8**HM*P7',
  'SVC*HC:G9012:U2*10*8**1',
  'CAS*CO*45*2',
  'REF*6R*4100000001-3',
];

test('an 835 is known by its beginning, and decides the lines that it names', async () => {
  const { source } = await read(`\ufeff${paymentFile(...claim).replaceAll('~', '~\r\n')}`);
  expect(source.find('1234567893', '4100000001')?.get(3)).toMatchObject({ status: 'paid', paidCents: 800 });
  expect(source.find('1558598797', '4100000001')).toBeNull();
});

test('what is of no line of the input, decides nothing or is contested is told with its segment', async () => {
  const file = await read(
    paymentFile(
      ...claim.with(0, 'BPR*I*16*C*ACH************20261120'),
      ...['CLP*A77*25*10*0**HM*X', 'CAS*CO*45*10', 'CLP*A78*1*10*0**HM*X', 'SVC*HC:99213*10*0', 'CAS*CO*45*10'],
      ...['CLP*4100000002*1*20*8**HM*X', 'SVC*HC:G9012*10*0', 'CAS*CO*252*10', 'REF*6R*4100000002-1'],
      ...['SVC*HC:G9012*10*8', 'CAS*CO*45*2', 'REF*6R*4100000002-2'],
    ),
  );
  const line = { ...validLine, billingProviderNpi: '1234567893', invoiceNumber: '4100000001' };
  const invoice = (...lines: Invoice['lines']): Invoice => ({
    ...{ lines, submission: { kind: 'original' }, adjudication: null },
  });
  const told = (invoices: readonly Invoice[]) =>
    file
      .notTaken(invoices)
      .map(({ invoiceNumber, words }) => `${invoiceNumber}: ${words.replace(/, character \d+/, '')}`);
  const passedOver = [
    ': It is not said which line of an invoice was decided (REF*6R): nothing is taken over. (element REF02, segment 13)',
    ': Nothing was decided of the claim: it was forwarded to another payer, or is a forecast. (element CLP02, segment 10)',
    '4100000002: Line 1 is contested. (segment 16)',
  ];
  const other = '4100000002: A decision on line 2, which the input does not have. (segment 19)';
  expect(told([invoice(line, line, line)])).toEqual([...passedOver, other]);
  expect(told([invoice(line, line)])).toEqual([
    ...passedOver,
    '4100000001: A decision on line 3, which the input does not have. (segment 7)',
    other,
  ]);
});

test.each<[string, string, RegExp]>([
  [
    'of which something cannot be used',
    paymentFile(...claim, 'SVC*HC:G9012*1*1', 'SVC*HC:G9012*x*1'),
    /cannot be used\.\n {2}.*\(element SVC02, segment 11, character \d+\)\n {2}.*\(element REF02, segment 10/,
  ],
  ['that decides nothing', implementationFile('AK1*HC*1', 'AK9*A*1*1*1'), /holds no decision on a claim/],
])('an 835 %s is refused as a whole', async (_, text, words) => {
  await expect(read(text)).rejects.toThrow(words);
});
