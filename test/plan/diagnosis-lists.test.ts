import { DiagnosisList, printDiagnosisList } from '../../src/guidance/diagnosis-list.ts';
import {
  deliverDiagnosisLists,
  diagnosisListReferenceSchema,
  identifyDiagnosisLists,
  verifyDiagnosisList,
} from '../../src/plan/diagnosis-lists.ts';

const list = DiagnosisList.of(2027, [
  { code: 'Z59.0', reportable: false },
  { code: 'Z59.00', reportable: true },
]);
const text = printDiagnosisList(list);
// sha256sum of the text.
const sha256 = '6299d773e424bc230a5509d2ca8a53b62a025d3721512ec7a51d481377095f3a';
const bytes = (of: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(of);

test('a list is delivered as a file whose path holds its fingerprint', async () => {
  const { references, files } = await deliverDiagnosisLists([list]);
  const file = `icd10cm/fy2027.${sha256.slice(0, 12)}.txt`;
  expect(references).toEqual([{ fiscalYear: 2027, sha256, file }]);
  expect(files).toEqual(new Map([[file, text]]));
  expect(await identifyDiagnosisLists([list])).toEqual([{ list, identity: { fiscalYear: 2027, sha256 } }]);
  expect(references.map((reference) => diagnosisListReferenceSchema.parse(reference))).toEqual(references);
});

test('a plan without lists delivers nothing', async () => {
  expect(await deliverDiagnosisLists([])).toEqual({ references: [], files: new Map() });
});

test('what arrives is a list only with its own fingerprint and year', async () => {
  const verified = await verifyDiagnosisList(bytes(text), { fiscalYear: 2027, sha256 });
  expect(verified === null ? null : printDiagnosisList(verified)).toBe(text);
  expect(await verifyDiagnosisList(bytes(text), { fiscalYear: 2026, sha256 })).toBeNull();
  expect(await verifyDiagnosisList(bytes(text.slice(0, -1)), { fiscalYear: 2027, sha256 })).toBeNull();
  expect(await verifyDiagnosisList(bytes(text.replace('Z590-', 'Z590')), { fiscalYear: 2027, sha256 })).toBeNull();
  const other = '2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824';
  expect(await verifyDiagnosisList(bytes('hello'), { fiscalYear: 2027, sha256: other })).toBeNull();
});

test.each([
  'https://elsewhere.example/fy2027.txt',
  '//elsewhere.example/fy2027.txt',
  '/fy2027.txt',
  '../fy2027.txt',
  'icd10cm/../../fy2027.txt',
  'icd10cm/.hidden',
  'icd10cm\\fy2027.txt',
  'fy2027.txt?x',
  'data:text/plain,x',
  '',
])('a registry cannot name %j as a list’s file', (file) => {
  expect(diagnosisListReferenceSchema.safeParse({ fiscalYear: 2027, sha256, file }).success).toBe(false);
});
