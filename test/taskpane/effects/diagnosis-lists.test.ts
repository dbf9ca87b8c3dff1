import { DiagnosisList, printDiagnosisList } from '../../../src/guidance/diagnosis-list.ts';
import { deliverDiagnosisLists } from '../../../src/plan/diagnosis-lists.ts';
import { makeSigningKey, publicKeyOf } from '../../../src/plan/keys.ts';
import { readDiagnosisList } from '../../../src/taskpane/effects/diagnosis-lists.ts';
import type { Ports } from '../../../src/taskpane/effects/ports.ts';
import { planOf } from '../../../src/taskpane/effects/task.ts';
import { alternativesFor } from '../../../src/taskpane/state/alternatives.ts';
import { placedFindings } from '../../../src/taskpane/state/finding-groups.ts';
import { connect } from '../../submission/connections.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { fillWithSample, openPane, type OpenPane } from '../support/open-pane.ts';

/** The list of the sample month's year, in which one of its diagnoses is a header and most are missing. */
const list = DiagnosisList.of(2027, [
  { code: 'N18.6', reportable: false },
  { code: 'N18.61', reportable: true },
  { code: 'N18.69', reportable: true },
]);
const { references, files } = await deliverDiagnosisLists([list]);
const endpoint = 'https://plan.example';
const plan = await connect({
  endpoint,
  issuer: `${endpoint}/oidc`,
  clientId: 'pane',
  audience: `${endpoint}/v1`,
  receiptKeys: [publicKeyOf(await makeSigningKey())],
  diagnosisLists: references,
});

async function opened(readList: Ports['readDiagnosisList']): Promise<OpenPane> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  const pane = openPane(plan, { readDiagnosisList: readList }, workbook);
  await pane.commands.open();
  return pane;
}

const codes = (pane: OpenPane): ReadonlySet<string> => new Set(pane.state().snapshot?.findings.map(({ code }) => code));

describe('reading a list', () => {
  const [reference] = references;
  if (reference === undefined) throw new Error('no reference');
  const from = (fetch: typeof globalThis.fetch) =>
    readDiagnosisList(reference, { address: `https://pane.example/${reference.file}`, fetch });

  test('from the pane’s own origin, without credentials', async () => {
    const asked: unknown[] = [];
    const read = await from((input, init) => {
      asked.push([input, init?.credentials, init?.redirect]);
      return Promise.resolve(new Response(files.get(reference.file) ?? ''));
    });
    expect(read === null ? null : printDiagnosisList(read)).toBe(printDiagnosisList(list));
    expect(asked).toEqual([[`https://pane.example/${reference.file}`, 'omit', 'error']]);
  });

  test.each<[string, typeof globalThis.fetch]>([
    ['no network', () => Promise.reject(new TypeError('lost'))],
    ['no such file', () => Promise.resolve(new Response('', { status: 404 }))],
    ['another list', () => Promise.resolve(new Response('ICD-10-CM 2027 1\nN186\n'))],
  ])('%s is no list', async (_, fetch) => {
    expect(await from(fetch)).toBeNull();
  });
});

test('opening does not wait for the list; the findings follow when it is there', async () => {
  let arrive: (read: DiagnosisList) => void = () => undefined;
  const pane = await opened(() => new Promise((resolve) => (arrive = resolve)));
  expect(pane.state().busy).toBeNull();
  expect(codes(pane)).not.toContain('DIAGNOSIS_UNKNOWN');
  const reads = pane.workbook.calls.length;
  arrive(list);
  await pane.context.lists.loading?.done;
  expect(codes(pane)).toContain('DIAGNOSIS_UNKNOWN');
  expect(codes(pane)).toContain('DIAGNOSIS_HEADER');
  expect(pane.workbook.calls).toHaveLength(reads);
  expect(pane.state().missingLists).toBeNull();
  expect(planOf(pane.context)?.checkedDiagnosisLists).toEqual(references);
});

test('a check waits for the list that is on its way', async () => {
  let arrive: (read: DiagnosisList) => void = () => undefined;
  let asked = 0;
  const pane = await opened(() => {
    asked += 1;
    return new Promise((resolve) => (arrive = resolve));
  });
  const checking = pane.commands.check();
  arrive(list);
  await checking;
  expect(codes(pane)).toContain('DIAGNOSIS_UNKNOWN');
  expect(asked).toBe(1);
});

test('a list that does not come is said, the check runs without it, and the next one tries again', async () => {
  const answers = [null, null, list];
  const pane = await opened(() => Promise.resolve(answers.shift() ?? null));
  await pane.context.lists.loading?.done;
  expect(pane.state().missingLists).toEqual({ planId: plan.planId, fiscalYears: [2027] });
  await pane.commands.check();
  expect(codes(pane)).not.toContain('DIAGNOSIS_UNKNOWN');
  expect(pane.state()).toMatchObject({ busy: null, message: { kind: 'checked' } });
  expect(planOf(pane.context)?.checkedDiagnosisLists).toEqual([]);
  await pane.commands.check();
  expect(codes(pane)).toContain('DIAGNOSIS_UNKNOWN');
  expect(pane.state().missingLists).toBeNull();
});

test('a header is shown with the codes to choose from', async () => {
  const pane = await opened(() => Promise.resolve(list));
  await pane.commands.check();
  const { snapshot } = pane.state();
  const present = planOf(pane.context);
  if (snapshot === null || present === null) throw new Error('nothing was read');
  const placed = placedFindings(snapshot.contents.lines, snapshot.findings, []);
  const header = placed.find(({ finding }) => finding.code === 'DIAGNOSIS_HEADER');
  const unknown = placed.find(({ finding }) => finding.code === 'DIAGNOSIS_UNKNOWN');
  expect(header === undefined ? null : alternativesFor(header.finding, header.line.text, present)).toEqual([
    'N18.61',
    'N18.69',
  ]);
  expect(unknown === undefined ? null : alternativesFor(unknown.finding, unknown.line.text, present)).toEqual([]);
});
