import { jest } from '@jest/globals';
import { columnOf } from '../../src/guidance/columns.ts';
import { demoAccount } from '../../src/intake/identity/demo-directory.ts';
import { billingKeys, memberKeys } from '../../src/workbook/geometry.ts';
import { KeyboardUser, type Accessible } from '../support/keyboard.ts';
import { samplePlan } from '../support/sample-plan.ts';
import { sampleContents } from '../support/sample-contents.ts';
import { invoiceCell, startSite, type WorkbenchSite } from '../support/workbench-page.ts';

// A month by hand, each key waited for: minutes on a busy machine.
jest.setTimeout(240_000);

let site: WorkbenchSite;
beforeAll(async () => {
  site = await startSite();
});
afterAll(() => site.close());

/** Names of fields begin with the guidance's words for their elements. */
const headers = (keys: readonly Parameters<typeof columnOf>[0][]) => keys.map((key) => columnOf(key).header);
const fields = (stops: readonly Accessible[]) =>
  stops.filter(({ role }) => role === 'textbox' || role === 'combobox').map(({ name }) => name);

/** Goes from wherever the focus is to a step, by the one stop that the steps are. */
async function goToStep(person: KeyboardUser, from: RegExp, to: RegExp): Promise<void> {
  await person.tabBackTo('tab', from);
  for (let moves = 0; moves < 5; moves += 1) {
    await person.press('ArrowRight');
    if (!to.test((await person.focus())?.name ?? '')) continue;
    // Screens are loaded when they are first wanted.
    await person.sees('heading', to);
    return;
  }
  throw new Error(`The arrows do not lead to ${String(to)}.`);
}

test('the whole main job by keyboard alone: names, roles, order and announcements', async () => {
  const { setup, members } = sampleContents(await samplePlan());
  const [member] = members;
  if (member === undefined) throw new Error('no member');
  const excel = await site.open();
  await excel.pane.getByRole('button', { name: 'Add the invoice sheets' }).waitFor();
  const person = await KeyboardUser.at(excel.context, excel.page, '/pane.html');

  // F6 leads from part to part of Excel, and so into the pane.
  const isInPane = () => excel.page.evaluate(() => document.activeElement?.tagName === 'IFRAME');
  for (let parts = 0; parts < 5 && !(await isInPane()); parts += 1) await person.press('F6');
  await person.tabTo('button', 'Add the invoice sheets');
  await person.press('Enter');
  await person.hears('The invoice sheets are in the workbook.');

  // Set up: the provider's fields come in the guidance's order.
  await person.sees('heading', 'Set up');
  await person.tabTo('tab', 'Set up');
  const { billing } = setup;
  const [firstKey, ...otherKeys] = billingKeys;
  const stops: Accessible[] = [];
  for (const key of [firstKey, ...otherKeys]) {
    stops.push(...(await person.tabTo(key === 'billingProviderState' ? 'combobox' : 'textbox', nameOf(key))));
    await person.type(billing[key]);
  }
  expect(fields(stops)).toEqual(headers(billingKeys).map((header) => expect.stringContaining(header) as string));
  await person.tabTo('button', 'Same as the billing provider');
  await person.press('Enter');
  await person.tabTo('textbox', /^Invoice date for new lines/);
  await person.type('11/02/2026');
  await person.tabTo('checkbox', /^We have no system that can produce or receive 837 claims/);
  await person.press('Space');
  await person.tabTo('button', 'Save');
  await person.press('Enter');
  await person.hears('Saved to the Setup sheet.');

  // One member.
  await person.tabBackTo('tab', 'Provider');
  await person.press('ArrowRight');
  expect(await person.focus()).toMatchObject({ role: 'tab', name: 'Members' });
  await person.tabTo('button', 'Add a member');
  await person.press('Enter');
  const values: Partial<Record<string, string>> = {
    ...member,
    memberAddress: '100 Main St',
    memberCity: 'Sacramento',
    memberZip: '95814',
    memberHomelessnessIndicator: '',
  };
  const memberStops: Accessible[] = [];
  for (const key of memberKeys) {
    memberStops.push(
      ...(await person.tabTo(key === 'memberHomelessnessIndicator' ? 'combobox' : 'textbox', nameOf(key))),
    );
    await person.type(values[key] ?? '');
  }
  expect(fields(memberStops)).toEqual(headers(memberKeys).map((header) => expect.stringContaining(header) as string));
  await person.tabTo('button', 'Save member');
  await person.press('Enter');
  await person.hears('Member saved.');

  // Fill: one line by the form, member and service found by words.
  await goToStep(person, /^Set up/, /^Fill/);
  await person.tabTo('button', 'New line');
  await person.press('Enter');
  await person.tabTo('combobox', /^Member/);
  await person.choose(member.memberLastName, member.memberCin);
  await person.tabTo('combobox', /^Service\b/);
  await person.choose('G9012 U2 In-Person', 'In-Person, non-clinical staff');
  await person.tabTo('textbox', nameOf('serviceStartDate'));
  await person.type('10/14/2026');
  await person.tabTo('textbox', nameOf('serviceUnitCount'));
  await person.type('2');
  await person.tabTo('combobox', nameOf('placeOfService'));
  await person.type('12');
  await person.tabTo('combobox', nameOf('diagnosisCode1'));
  await person.type('Z60.2');
  await person.tabTo('textbox', nameOf('invoiceNumber'));
  await person.type('4400000001');
  await person.tabTo('button', 'Save line');
  await person.press('Enter');
  await person.hears('Row 3 saved.');
  expect(
    await excel.page.evaluate(
      (addresses) => addresses.map((address) => window.workbench.text(address)),
      (['memberCin', 'procedureCodeModifier1', 'serviceChargeAmount', 'invoiceNumber'] as const).map(
        (column) => `Invoice!${invoiceCell(column, 3)}`,
      ),
    ),
  ).toEqual([member.memberCin, 'U2', '160.00', '4400000001']);

  // Check and submit; the sign-in is a window of its own.
  await goToStep(person, /^Fill/, /^Check/);
  await person.tabTo('button', 'Check all lines');
  await person.press('Enter');
  await person.hears('1 line checked');
  await goToStep(person, /^Check/, /^Submit/);
  await person.tabTo('button', 'Sign in and submit');
  const [signIn] = await Promise.all([excel.context.waitForEvent('page'), person.press('Enter')]);
  // The window leads from the pane's own page to the issuer's, which is another document.
  await signIn.getByLabel('Password').waitFor();
  const signingIn = await KeyboardUser.at(excel.context, signIn);
  await signingIn.sees('textbox', 'Password');
  if ((await signingIn.focus())?.name !== 'Email address') await signingIn.tabTo('textbox', 'Email address');
  await signingIn.type(demoAccount.email);
  await signingIn.tabTo('textbox', 'Password');
  await signingIn.type(demoAccount.password);
  await signingIn.press('Enter');
  await person.hears('1 invoice accepted.');
  await person.hears('The receipt is signed by your plan and written to the Receipts sheet.');
  expect(await excel.read((workbench) => String(workbench.value('Receipts!A4')))).not.toBe('');
  expect(excel.scriptErrors).toEqual([]);
  await excel.close();
});

function nameOf(key: Parameters<typeof columnOf>[0]): RegExp {
  return new RegExp(columnOf(key).header.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
}
