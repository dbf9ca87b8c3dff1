import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readAdjudicationsFile } from '../../../src/cli/encounters/adjudications-file.ts';
import { implementationFile, paymentFile } from '../../encounter/support/acknowledgements.ts';

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
  const source = await read(`\ufeff${paymentFile(...claim).replaceAll('~', '~\r\n')}`);
  expect(source.find('1234567893', '4100000001')?.get(3)).toMatchObject({ status: 'paid', paidCents: 800 });
  expect(source.find('1558598797', '4100000001')).toBeNull();
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
