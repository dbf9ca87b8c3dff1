import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { columns, type ColumnKey } from '../../src/guidance/columns.ts';
import { makeSigningKey, publicKeyOf, type PublicKey } from '../../src/plan/keys.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';
import { demoMachine } from '../../src/intake/identity/demo-directory.ts';
import { signInMachine } from '../../src/submission/machine-sign-in.ts';
import { verifyReceipt } from '../../src/submission/receipt.ts';
import { createCommands } from '../../src/taskpane/effects/commands.ts';
import { DiagnosisList } from '../../src/guidance/diagnosis-list.ts';
import { readDiagnosisList } from '../../src/taskpane/effects/diagnosis-lists.ts';
import { readPlans } from '../../src/taskpane/effects/plan-registry.ts';
import { effectContext } from '../../src/taskpane/effects/effect-context.ts';
import { initialState } from '../../src/taskpane/state/pane-state.ts';
import { reduce } from '../../src/taskpane/state/reduce.ts';
import { createStore } from '../../src/taskpane/state/store.ts';
import { english } from '../../src/taskpane/words/english.ts';
import { startDemoPlan, type DemoPlan } from '../../scripts/main-job/demo-plan.ts';
import { areaOf } from '../../src/workbench/model/area.ts';
import { Person } from '../../src/workbench/person/person.ts';
import { malformedColors } from '../../src/workbook/sheets/style.ts';
import { headerRows, invoiceColumn } from '../../src/workbook/invoice-columns.ts';
import { openExcel, type OpenExcel } from '../support/excel.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { sampleContents } from '../support/sample-contents.ts';

const row = headerRows;
const at = (key: ColumnKey) => invoiceColumn(key).index;

let folder: string;
let plan: DemoPlan;
let trusted: PublicKey;
let profile: PlanProfile;

beforeAll(async () => {
  profile = { ...(await samplePlan()), rows: 100 };
  folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-test-'));
  const registryKey = await makeSigningKey();
  trusted = publicKeyOf(registryKey);
  const diagnosisLists = [DiagnosisList.of(2027, [{ code: 'Z60.2', reportable: true }])];
  plan = await startDemoPlan({ profile, diagnosisLists, stateDirectory: folder, registryKey, quiet: true });
});

afterAll(async () => {
  await plan.close();
  await rm(folder, { recursive: true, force: true });
});

/** The pane without its screens: the same state, effects, Excel interface and client as in the browser. */
function openPane(excel: OpenExcel, registry: string = plan.registry) {
  const requests: string[] = [];
  const counting: typeof fetch = (input, init) => {
    requests.push(`${init?.method ?? 'GET'} ${input instanceof Request ? input.url : String(input)}`);
    return fetch(input, init);
  };
  const store = createStore(reduce, initialState);
  const context = effectContext(store, {
    workbook: excel.workbook,
    readPlans: () =>
      readPlans({
        address: 'https://pane.example/plan-registry.jws',
        key: JSON.stringify(trusted),
        fetch: () => Promise.resolve(new Response(registry)),
        now: () => new Date(),
      }),
    mayCall: () => true,
    readInWorker: () => Promise.resolve(null),
    saveFile: () => undefined,
    readDiagnosisList: (reference) =>
      readDiagnosisList(reference, {
        address: reference.file,
        fetch: () => Promise.resolve(new Response(plan.files.get(reference.file) ?? '')),
      }),
    signIn: async (connection) => {
      const outcome = await signInMachine(connection, demoMachine);
      return outcome.kind === 'signedIn'
        ? {
            kind: 'signedIn',
            token: { token: outcome.token, usableUntil: Date.now() + outcome.expiresIn * 1_000 },
          }
        : { kind: 'failed', reason: 'refused' };
    },
    surroundings: { fetch: counting },
    now: () => new Date(),
    words: english,
  });
  return { store, commands: createCommands(context), requests };
}

test('from an empty workbook to a signed receipt, without a browser', async () => {
  const excel = await openExcel();
  const { store, commands, requests } = openPane(excel);
  const sample = sampleContents(profile);
  const [member] = sample.members;
  if (member === undefined) throw new Error('no member');

  await excel.run(async () => {
    // Install.
    await commands.open();
    expect(store.getState()).toMatchObject({ workbook: { kind: 'none' }, plans: { kind: 'known' } });
    await commands.install(profile.id);

    // Set up the provider, one member.
    store.dispatch({ type: 'setupEdited', draft: sample.setup });
    await commands.saveSetup();
    store.dispatch({ type: 'memberOpened', original: null, draft: member });
    await commands.saveMember();
    expect(store.getState().snapshot?.contents.members).toEqual([member]);

    // A line by keyboard, the service picked from its list.
    const person = new Person(excel.book);
    const invoice = excel.sheet('Invoice');
    person.goTo(invoice);
    const enter = (key: ColumnKey, text: string) => {
      person.select(areaOf(row, at(key)));
      expect(person.type(text)).toMatchObject({ kind: 'done' });
    };
    enter('memberCin', member.memberCin);
    person.select(areaOf(row, at('procedureCode')));
    const services = invoice.validations.list(row, at('procedureCode'));
    expect(services).toContain('G9012 U2 · Enhanced Care Management - In-Person, non-clinical staff');
    expect(person.pick('G9012 U2 · Enhanced Care Management - In-Person, non-clinical staff')).toMatchObject({
      kind: 'done',
    });
    enter('serviceStartDate', '10/14/2026');
    enter('serviceUnitCount', '2');
    person.select(areaOf(row, at('placeOfService')));
    expect(person.pick('12 · Home')).toMatchObject({ kind: 'done' });
    enter('diagnosisCode1', 'Z60.2');
    enter('invoiceNumber', '4200000001');

    // Everything derived appears.
    const shown = (key: ColumnKey) => invoice.cells.text(row, at(key));
    expect(Object.fromEntries(columns.map(({ key }) => [key, shown(key)]))).toMatchObject({
      billingProviderNpi: sample.setup.billing.billingProviderNpi,
      renderingProviderName: sample.setup.sites[0]?.renderingProviderName,
      memberLastName: member.memberLastName,
      payerIdentifier: 'SHP01',
      procedureCodeModifier1: 'U2',
      serviceEndDate: '10/14/2026',
      serviceName: 'Enhanced Care Management - In-Person, non-clinical staff',
      serviceUnitCost: '80.00',
      serviceChargeAmount: '160.00',
      invoiceAmount: '160.00',
      invoiceDate: '11/02/2026',
    });

    // Break the CIN: red cell and finding.
    person.select(areaOf(row, at('memberCin')));
    expect(person.type('9123', 'Yes')).toMatchObject({ kind: 'done' });
    expect(invoice.displayed(row, at('memberCin')).fillColour?.toLowerCase()).toBe(malformedColors.fill);
    await commands.check();
    expect(store.getState().snapshot?.findings).toEqual(
      expect.arrayContaining([expect.objectContaining({ column: 'memberCin', severity: 'error' })]),
    );
    await commands.submit();
    expect(requests.filter((request) => request.startsWith('POST'))).toEqual([]);

    // A code that the plan's list does not have, checked by the pane with the same list.
    enter('memberCin', member.memberCin);
    enter('diagnosisCode1', 'Z60.9');
    await commands.check();
    expect(store.getState().snapshot?.findings.map(({ code, column }) => [code, column])).toEqual([
      ['DIAGNOSIS_UNKNOWN', 'diagnosisCode1'],
    ]);

    // Mend, submit, receipt in the workbook.
    enter('diagnosisCode1', 'Z60.2');
    await commands.submit();
    expect(store.getState().submission).toMatchObject({
      outcome: {
        kind: 'received',
        written: true,
        result: { invoices: [{ invoiceNumber: '4200000001', state: 'accepted' }], notices: [] },
      },
    });
    const [receipt] = await excel.workbook.receipts();
    expect(receipt).toMatchObject({ invoices: 1, lines: 1, totalCents: 16_000 });
    const { facts } = plan.endpoint;
    expect(
      await verifyReceipt(receipt?.receipt ?? '', { planId: profile.id, receiptKeys: facts.receiptKeys }, null),
    ).toMatchObject({ kind: 'verified' });

    // A second click sends nothing: the invoice is accepted.
    await commands.submit();
    expect(requests.filter((request) => request.startsWith('POST'))).toHaveLength(1);
    expect(await excel.workbook.submissionState()).toEqual({ attempt: 2, accepted: ['4200000001'] });
  });
  excel.close();
});

test('an edit is looked at with one read and no write, and shown in the pane', async () => {
  const excel = await openExcel();
  const sample = sampleContents(profile);
  await excel.run(async () => {
    await excel.workbook.install(profile);
    await excel.workbook.writeSetup(sample.setup);
    await excel.workbook.writeMembers(sample.members);
    await excel.workbook.appendLines(sample.entries.slice(0, 20));
  });
  const { store, commands } = openPane(excel);
  await excel.run(() => commands.open());
  const before = store.getState().snapshot;
  const mark = excel.host.journal.mark();
  const person = new Person(excel.book);
  const seen = new Promise<void>((resolve) => {
    const stop = store.subscribe(() => {
      if (store.getState().snapshot === before) return;
      stop();
      resolve();
    });
  });
  person.goTo(excel.sheet('Invoice'));
  person.select(areaOf(row, at('serviceUnitCount')));
  expect(person.type('-1', 'Yes')).toMatchObject({ kind: 'refused' });
  person.select(areaOf(row, at('diagnosisCode1')));
  expect(person.type('Z59.1')).toMatchObject({ kind: 'done' });
  person.select(areaOf(row + 1, at('diagnosisCode1')));
  await seen;
  await excel.host.delivered();
  const journal = excel.host.journal.since(mark);
  expect({ syncs: journal.syncs, writes: journal.writes, protection: journal.protectionCalls }).toEqual({
    syncs: 1,
    writes: [],
    protection: [],
  });
  expect(store.getState().snapshot?.findings).toEqual(
    expect.arrayContaining([expect.objectContaining({ line: 0, column: 'diagnosisCode1', severity: 'error' })]),
  );
  excel.close();
});

test.each<[string, (excel: OpenExcel) => void, string | undefined]>([
  [
    'whose plan id was altered',
    (excel) => {
      excel.sheet('CalAIM state').cells.enter(1, 1, 'other-plan');
    },
    undefined,
  ],
  [
    'whose profile version was altered',
    (excel) => {
      excel.sheet('CalAIM state').cells.enter(2, 1, '99');
    },
    undefined,
  ],
  [
    'whose payer was altered',
    (excel) => {
      excel.sheet('CalAIM lists').cells.enter(1, 12, 'EVIL1');
    },
    undefined,
  ],
  ['in a pane whose registry is not signed by its key', () => undefined, 'forged'],
])('a workbook %s sends nothing anywhere', async (_, alter, registry) => {
  const excel = await openExcel();
  const sample = sampleContents(profile);
  await excel.run(async () => {
    await excel.workbook.install(profile);
    await excel.workbook.writeSetup(sample.setup);
    await excel.workbook.writeMembers(sample.members);
    await excel.workbook.appendLines(sample.entries.slice(0, 3));
  });
  alter(excel);
  const forged = registry === undefined ? plan.registry : `${plan.registry.slice(0, -6)}AAAAAA`;
  const { commands, requests, store } = openPane(excel, forged);
  await excel.run(async () => {
    await commands.open();
    await commands.submit();
  });
  expect(requests).toEqual([]);
  expect(store.getState().submission).not.toMatchObject({ outcome: { kind: 'received' } });
  excel.close();
});
