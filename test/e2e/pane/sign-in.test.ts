/**
 * @jest-environment ./test/taskpane/support/browser-environment.mjs
 * @jest-environment-options {"url": "https://localhost/taskpane.html"}
 */
import { officePane } from '../../../src/excel/office-pane.ts';
import { nextStep } from '../../../src/taskpane/dialog/sign-in-page.ts';
import { signIn } from '../../../src/taskpane/sign-in/sign-in.ts';
import type { OfficeDialog } from '../../../src/workbench/host/dialogs.ts';
import type { OpenExcel } from '../../support/excel.ts';
import { issuerVisit } from '../../support/issuer-visit.ts';
import { expectOneSubmission } from './one-submission.ts';
import { paneOrigin, signInPage } from './pane-address.ts';
import { filledWorkbook, openPaneOn, startFarPlan, type FarPlan, type PaneOnExcel } from './pane-on-excel.ts';

let far: FarPlan;
beforeAll(async () => {
  far = await startFarPlan();
});
afterAll(() => far.close());

const foreign = 'https://sign-in.plan-portal.example/welcome';

/** The sign-in page in Office's dialog, with the issuer's pages between its two appearances, as far as its answer. */
async function answerOf(dialog: OfficeDialog): Promise<string> {
  const visit = issuerVisit(signInPage);
  let address = dialog.request.url;
  for (let pages = 0; pages < 3; pages += 1) {
    const { search } = new URL(address);
    const readPlans = () => Promise.resolve({ kind: 'known' as const, plans: [far.plan] });
    const step = await nextStep({ page: signInPage, search, readPlans, fetch });
    if (step.kind === 'tell') return JSON.stringify(step.answer);
    if (step.kind === 'stray') throw new Error('Opened by nobody');
    address = await visit(step.address);
  }
  throw new Error('No answer');
}

/** A person who signs in. */
async function signsIn(dialog: OfficeDialog): Promise<void> {
  dialog.messageParent(await answerOf(dialog), paneOrigin);
}

/** A pane that signs in as in production, through Office's own dialog. */
async function opened(): Promise<{ readonly excel: OpenExcel; readonly pane: PaneOnExcel }> {
  const excel = await filledWorkbook(far);
  const pane = await openPaneOn(far, excel, {
    signIn: (plan, signal) => {
      const now = () => new Date();
      return signIn(plan, { signInPage, openDialog: officePane().openDialog, fetch, now }, signal);
    },
  });
  await pane.goTo('submit');
  return { excel, pane };
}

/** Who shows dialogs from now on; gives those that were shown. */
function shownTo({ host }: OpenExcel, person: (dialog: OfficeDialog) => unknown): readonly OfficeDialog[] {
  const shown: OfficeDialog[] = [];
  host.dialogs.onDialog((dialog) => {
    shown.push(dialog);
    void person(dialog);
  });
  return shown;
}

/** Nothing was sent, and the workbook is as it was. */
async function expectNothingSent(excel: OpenExcel, before: unknown): Promise<void> {
  expect(far.network.takeSeen().filter((request) => request.startsWith('POST'))).toEqual([]);
  expect(await excel.run(() => excel.workbook.receipts())).toEqual([]);
  const { lines } = await excel.run(() => excel.workbook.read(far.plan.profile));
  expect(lines.map(({ entry }) => entry)).toEqual(before);
}

/** What goes wrong with the sign-in window, and what the biller then reads. */
const troubles: readonly (readonly [name: string, goesWrong: (excel: OpenExcel) => void, said: string])[] = [
  [
    'a window that the biller closes',
    (excel) =>
      shownTo(excel, (dialog) => {
        dialog.closeByPerson();
      }),
    'The sign-in window was closed before you were signed in. Try again when you are ready.',
  ],
  [
    'a window that the browser blocks',
    ({ host }) => {
      host.dialogs.refuse(12011);
    },
    'The sign-in window could not open. Allow pop-up windows for Excel, then try again.',
  ],
  [
    'a window that the biller did not let Office show',
    ({ host }) => {
      host.dialogs.refuse(12009);
    },
    'The sign-in window could not open. Allow pop-up windows for Excel, then try again.',
  ],
  [
    'a window that went to another site, which answers with a code of its own',
    (excel) =>
      shownTo(excel, (dialog) => {
        dialog.goTo(foreign);
        const state = new URL(dialog.request.url).searchParams.get('state');
        dialog.messageParent(JSON.stringify({ kind: 'code', state, code: 'stolen' }));
      }),
    'The sign-in window showed a page that does not belong to your plan’s sign-in, so it was closed. Nothing was sent. Try again; if it happens again, tell your plan.',
  ],
  [
    'a window whose page does not load',
    (excel) =>
      shownTo(excel, (dialog) => {
        dialog.pageNotFound();
      }),
    'Your plan’s sign-in cannot be reached. Check your network connection, then try again.',
  ],
];

test.each(troubles)(
  '%s is said, nothing is lost, and the next click signs in and sends',
  async (_, goesWrong, said) => {
    const { excel, pane } = await opened();
    const before = pane.store.getState().snapshot?.contents.lines.map(({ entry }) => entry);
    far.network.takeSeen();
    goesWrong(excel);
    await pane.click('Sign in and submit');
    expect(pane.screen.announced).toContain(said);
    expect(pane.store.getState()).toMatchObject({ signedIn: false, busy: null });
    await expectNothingSent(excel, before);

    excel.host.dialogs.refuse(null);
    const shown = shownTo(excel, signsIn);
    await pane.click('Sign in and submit');
    expect(shown).toHaveLength(1);
    expect(shown.map(({ isOpen }) => isOpen)).toEqual([false]);
    expect(pane.screen.announced).toContain('3 invoices accepted.');
    await expectOneSubmission(far, excel);
    await pane.close();
    excel.close();
  },
);

test('a window of another site is closed at once, and whatever it says after that is not heard', async () => {
  const { excel, pane } = await opened();
  far.network.takeSeen();
  const shown = shownTo(excel, async (dialog) => {
    const genuine = await answerOf(dialog);
    dialog.goTo(foreign);
    dialog.messageParent('hello');
    dialog.goTo(signInPage);
    dialog.messageParent(genuine, paneOrigin);
  });
  await pane.click('Sign in and submit');
  expect(shown.map(({ isOpen }) => isOpen)).toEqual([false]);
  expect(pane.screen.announced).toContain('does not belong to your plan’s sign-in');
  expect(pane.store.getState().signedIn).toBe(false);
  expect(far.network.takeSeen().filter((request) => request.startsWith('POST'))).toEqual([]);
  await pane.close();
  excel.close();
});
