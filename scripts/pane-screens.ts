import type { FrameLocator, Page } from 'playwright-core';
import { demoAccount } from '../src/intake/identity/demo-directory.ts';

/** One screen of the pane, and the clicks that lead to it from the screen before. */
export interface PaneScreen {
  /** Name of its picture: small letters and dashes. */
  readonly name: string;
  readonly open: (pane: FrameLocator, page: Page) => Promise<void>;
}

/** Clicks a button. */
const press =
  (name: string | RegExp) =>
  async (pane: FrameLocator): Promise<void> => {
    await pane.getByRole('button', { name }).first().click();
  };

/** Chooses a step or a part of one. */
const choose =
  (name: RegExp) =>
  async (pane: FrameLocator): Promise<void> => {
    await pane.getByRole('tab', { name }).click();
  };

async function fillSetup(pane: FrameLocator): Promise<void> {
  await press('Same as the billing provider')(pane);
  await pane.getByLabel('Invoice date for new lines').fill('11/02/2026');
  await pane.getByRole('checkbox').check();
  await press('Save')(pane);
  await pane.getByText('Saved to the Setup sheet.', { exact: false }).waitFor();
}

/** Signs in with the demo account and submits; waits until the receipt is written. */
export async function signInAndSubmit(pane: FrameLocator, page: Page): Promise<void> {
  const [signIn] = await Promise.all([page.context().waitForEvent('page'), press('Sign in and submit')(pane)]);
  await signIn.getByLabel('Email address').fill(demoAccount.email);
  await signIn.getByLabel('Password').fill(demoAccount.password);
  await signIn.getByRole('button', { name: 'Sign in' }).click();
  await pane.getByText('The receipt is signed by your plan and written to the Receipts sheet.').waitFor();
}

/** A plan's authorization file with one member, made up. */
const authorizations = [
  'CIN,Last Name,First Name,DOB,Dx,Authorization Number,Start Date,Units',
  '98906828H41234,Vega,Ana,3/4/1980,Z59.01,AUTH-77,10/1/2026,4',
].join('\n');

/**
 * Every screen in the order of a month, from an empty workbook on: each is reached from the one before.
 *
 * @param list CSV file with a month that has something to correct
 */
export function paneScreens(list: string): readonly PaneScreen[] {
  return [
    { name: 'install', open: (pane) => pane.getByRole('button', { name: 'Add the invoice sheets' }).waitFor() },
    {
      name: 'set-up-provider',
      open: async (pane) => {
        await press('Add the invoice sheets')(pane);
        await pane.getByText('The invoice sheets are in the workbook.').waitFor();
      },
    },
    { name: 'fill', open: choose(/^Fill/) },
    { name: 'fill-import', open: press('Import a list') },
    {
      name: 'fill-import-preview',
      open: async (pane) => {
        await pane.locator('input[type=file]').setInputFiles(list);
        // One kind of repair is left for the check.
        await pane.getByRole('checkbox', { name: /^Take the CIN from the card number/ }).uncheck();
        await pane.getByRole('button', { name: /^Add .*lines/ }).waitFor();
        await pane.locator('summary').first().click();
      },
    },
    {
      name: 'fill-lines',
      open: async (pane) => {
        await press(/^Add .*lines/)(pane);
        await pane.getByText(/lines added/).waitFor();
      },
    },
    { name: 'fill-line-form', open: press('New line') },
    {
      name: 'set-up-problems',
      open: async (pane) => {
        await press('Back')(pane);
        await choose(/^Set up/)(pane);
        await press('Save')(pane);
        await pane.getByText('Saved to the Setup sheet.', { exact: false }).waitFor();
      },
    },
    { name: 'set-up-members', open: choose(/^Members/) },
    { name: 'set-up-members-import', open: press('Import members') },
    {
      name: 'set-up-members-import-preview',
      open: async (pane) => {
        await pane.getByLabel(/paste rows/).fill(authorizations);
        await press('Preview')(pane);
        await pane.getByRole('button', { name: 'Add 1 member' }).waitFor();
      },
    },
    {
      name: 'set-up-member-form',
      open: async (pane) => {
        await press('Back')(pane);
        await press('Add a member')(pane);
      },
    },
    { name: 'check', open: choose(/^Check/) },
    {
      name: 'check-by-line',
      open: async (pane) => {
        await press('Check all lines')(pane);
        await pane.getByText('The Check column was brought up to date', { exact: false }).waitFor();
      },
    },
    {
      name: 'check-by-rule',
      open: async (pane) => {
        await pane.getByRole('radio', { name: 'By rule' }).check();
      },
    },
    {
      name: 'check-repairs',
      open: async (pane) => {
        await press('Preview all repairs')(pane);
        await pane.getByRole('heading', { name: 'Repairs to make' }).waitFor();
      },
    },
    {
      name: 'check-repaired',
      open: async (pane) => {
        await press(/^Make \d+ repairs?$/)(pane);
        await pane.getByText(/repairs? made/).waitFor();
      },
    },
    { name: 'submit-not-attested', open: choose(/^Submit/) },
    {
      name: 'submit',
      open: async (pane) => {
        await choose(/^Set up/)(pane);
        await choose(/^Provider/)(pane);
        await fillSetup(pane);
        await choose(/^Submit/)(pane);
      },
    },
    { name: 'follow-up', open: choose(/^Follow up/) },
    {
      name: 'submit-received',
      open: async (pane, page) => {
        await choose(/^Submit/)(pane);
        await signInAndSubmit(pane, page);
      },
    },
    { name: 'follow-up-received', open: choose(/^Follow up/) },
    {
      name: 'follow-up-history',
      open: async (pane) => {
        await pane.locator('summary', { hasText: 'Invoices of this submission' }).first().click();
        await press(/^History of /)(pane);
        await pane.getByRole('heading', { name: /^History of invoice/ }).waitFor();
      },
    },
  ];
}

/** Opens a screen and waits until all of it is there. */
export async function openScreen(pane: FrameLocator, page: Page, screen: PaneScreen): Promise<void> {
  await screen.open(pane, page);
  await pane.getByText('Opening…').waitFor({ state: 'hidden' });
  await pane.locator('[aria-disabled=true]').first().waitFor({ state: 'hidden' });
}

/** The appearances that a biller may have chosen, in Excel and in the system. */
export const paneThemes = ['light', 'dark', 'contrast-white', 'contrast-black'] as const;

/** One of {@link paneThemes}. */
export type PaneTheme = (typeof paneThemes)[number];

/** Themes that a page can change to by itself; Excel's own dark theme is chosen before the pane opens. */
export const themesOfPage: Readonly<Record<'light' | 'dark', readonly PaneTheme[]>> = {
  light: ['light', 'contrast-white', 'contrast-black'],
  dark: ['dark'],
};

/** Changes the system's appearance. */
export async function showTheme(page: Page, theme: PaneTheme): Promise<void> {
  await page.emulateMedia({
    forcedColors: theme.startsWith('contrast') ? 'active' : 'none',
    colorScheme: theme === 'contrast-black' || theme === 'dark' ? 'dark' : 'light',
    reducedMotion: 'reduce',
  });
}

/** Chooses Excel's dark theme, and makes the pane as narrow as Excel does. */
export async function arrangeExcel(page: Page, theme: 'light' | 'dark'): Promise<void> {
  if (theme === 'dark') {
    await page.getByRole('button', { name: 'Excel', exact: true }).click();
    await page.getByRole('menuitemradio', { name: 'Dark theme' }).click();
  }
  await page.evaluate(() => {
    const style = document.createElement('style');
    style.textContent = 'aside.pane { width: 320px !important; }';
    document.head.append(style);
  });
}
