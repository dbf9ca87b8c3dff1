/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { makeSigningKey, publicKeyOf } from '../../../src/plan/keys.ts';
import { openPackage } from '../../../src/submission/sealed-package.ts';
import { connectTo, sampleProfile } from '../../submission/connections.ts';
import { fillWithSample, openPane } from '../support/open-pane.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { Screen } from '../support/screen.tsx';

const identity = await generateX25519Identity();
const receiptKeys = [publicKeyOf(await makeSigningKey())];
const recipient = await identityToRecipient(identity);

test.each([
  ['sftp', 'sftp.plan.example.org', 'Open your SFTP program and connect to sftp.plan.example.org.'],
  ['secureEmail', 'in@plan.example.org', 'Begin a message to in@plan.example.org in your secure e-mail.'],
] as const)(
  'a plan that takes sealed files by %s: saved with one click, with the steps',
  async (sendBy, sendTo, step) => {
    const profile = { ...sampleProfile, sealedPackages: { recipient, sendBy, sendTo } };
    const plan = await connectTo('https://plan.example', receiptKeys, profile);
    const saved: { name: string; bytes: Uint8Array }[] = [];
    const workbook = new MemoryWorkbook();
    await fillWithSample(workbook, plan.profile);
    const pane = openPane(plan, { saveFile: (file) => saved.push(file) }, workbook);
    await pane.commands.open();
    pane.store.dispatch({ type: 'stepChosen', step: 'submit' });
    const screen = await Screen.show(pane);
    await screen.click('button', 'Save the sealed file');
    await screen.until(() => pane.state().busy === null);
    const [file] = saved;
    expect([saved.length, screen.announced]).toEqual([1, expect.stringContaining('among your downloads')]);
    expect(screen.announced).toContain(`${file?.name ?? ''} is among your downloads.`);
    expect(screen.announced).toContain('97 invoices with 172 lines');
    expect(screen.announced).toContain(step);
    const opened = await openPackage(file?.bytes ?? new Uint8Array(), [identity]);
    expect(opened).toMatchObject({ kind: 'opened', envelope: { planId: plan.planId, attempt: 1 } });
    // The plan has not answered yet: the same submission may still be sent.
    expect(workbook.sent).toEqual({ attempt: 1, accepted: [] });
    await screen.close();
  },
);

test('where the plan takes none, there is no such button', async () => {
  const plan = await connectTo('https://plan.example', receiptKeys);
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  const pane = openPane(plan, {}, workbook);
  await pane.commands.open();
  pane.store.dispatch({ type: 'stepChosen', step: 'submit' });
  const screen = await Screen.show(pane);
  expect(screen.has('button', 'Save the sealed file')).toBe(false);
  await screen.close();
});
