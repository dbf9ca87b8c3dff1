import type { PlanProfile } from '../../src/plan/profile.ts';
import { readInvoiceFile } from '../../src/xlsx/invoice-file.ts';
import { filledTemplateFile } from '../../src/xlsx/template-file.ts';
import { startLibreOffice, type LibreOffice } from '../support/libreoffice.ts';
import { sampleContents } from '../support/sample-contents.ts';
import { samplePlan } from '../support/sample-plan.ts';

const addIn = { addInId: '0c1d8f0e-6a5b-4c55-9d0b-3f6f2f1b7a42', version: '1.0.0.0' };
let profile: PlanProfile;
let libreOffice: LibreOffice;

beforeAll(async () => {
  profile = await samplePlan({ rows: 200 });
  libreOffice = await startLibreOffice();
});

afterAll(() => libreOffice.close());

function read(bytes: Uint8Array | undefined) {
  if (bytes === undefined) throw new Error('nothing was saved');
  const file = readInvoiceFile(bytes, profile);
  if (file.kind !== 'template') throw new Error(`not a template: ${file.kind === 'refused' ? file.reason : file.kind}`);
  return file;
}

describe.each(['harbor-care-2026-10', 'harbor-care-2026-10-dirty'] as const)('%s', (month) => {
  test('saved by LibreOffice, it is read as before', async () => {
    const contents = sampleContents(profile, month);
    const before = await filledTemplateFile(profile, addIn, contents);
    const [saved] = (await libreOffice.convert(before, 'xlsx')).values();
    const [one, other] = [read(before), read(saved)];
    expect(other.lines.map(({ row, rowKey, text }) => ({ row, rowKey, text }))).toEqual(
      one.lines.map(({ row, rowKey, text }) => ({ row, rowKey, text })),
    );
    expect(other).toMatchObject({
      setup: contents.setup,
      members: contents.members,
      state: one.state,
      hiddenLines: 0,
      uncalculatedLines: 0,
    });
    expect(other.places).toEqual(one.places);
  });
});

test.each([
  ['ods', 'openDocument'],
  ['xls', 'oldExcel'],
])('saved as .%s, it is refused with a word', async (target, reason) => {
  const before = await filledTemplateFile(profile, addIn, sampleContents(profile));
  const [saved] = (await libreOffice.convert(before, target)).values();
  if (saved === undefined) throw new Error('nothing was saved');
  expect(readInvoiceFile(saved, profile)).toEqual({ kind: 'refused', reason });
});
