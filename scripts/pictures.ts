/**
 * `npm run pictures`: the pictures of the README, from the real workbench and pane with the sample month, and of the
 * published template and the error workbook, from LibreOffice.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { readPlan } from '../src/cli/read-plan.ts';
import { privateKeySchema, publicKeyOf } from '../src/plan/keys.ts';
import { startWorkbench } from '../src/workbench/server/start-workbench.ts';
import { bundle } from './bundle.ts';
import { chromiumMissing, ensureChromium } from './chromium.ts';
import { root } from './command.ts';
import { developmentRegistryKey } from './development-key.ts';
import { ensureLibreOffice, libreOfficeMissing } from './libreoffice.ts';
import { startDemoPlan } from './main-job/demo-plan.ts';
import { runWithOwnPlan } from './main-job/run-headless.ts';
import { arrangeExcel, openScreen, paneScreens, showTheme, themesOfPage } from './pane-screens.ts';
import { productVersion } from './product-version.ts';
import { drawErrorWorkbook, drawSheets } from './sheet-pictures.ts';

const sampleFolder = join(root, 'plans', 'sample');
const pictures = join(root, 'docs', 'pictures');
const port = 4610;
const workbenchUrl = `http://localhost:${String(port)}`;

/** The screen that is drawn in every theme. */
const themedScreen = 'check-by-line';

async function main(): Promise<number> {
  const executablePath = ensureChromium();
  if (executablePath === undefined) {
    console.error(chromiumMissing);
    return 1;
  }
  const libreOffice = ensureLibreOffice();
  if (libreOffice === undefined) {
    console.error(libreOfficeMissing);
    return 1;
  }
  const registryKey = privateKeySchema.parse((await developmentRegistryKey()).privateKey);
  if (!(await bundle(JSON.stringify(publicKeyOf(registryKey))))) return 1;
  const stateDirectory = await mkdtemp(join(tmpdir(), 'calaim-invoice-pictures-'));
  const profile = await readPlan(sampleFolder);
  const plan = await startDemoPlan({
    profile,
    stateDirectory,
    registryKey,
    paneOrigins: [workbenchUrl],
    redirectUris: [`${workbenchUrl}/sign-in.html`],
    quiet: true,
  });
  const server = await startWorkbench({
    distFolder: join(root, 'dist'),
    registry: plan.registry,
    port,
    host: '127.0.0.1',
  });
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu', '--no-first-run'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 860 } });
    await page.goto(workbenchUrl);
    const pane = page.frameLocator('iframe');
    await pane.getByRole('button', { name: 'Add the invoice sheets' }).click();
    await pane.getByRole('tab', { name: /^Fill/ }).click();
    await pane.getByRole('button', { name: 'Import a list' }).click();
    await pane.locator('input[type=file]').setInputFiles(join(sampleFolder, 'harbor-care-2026-10-dirty.csv'));
    await pane.getByRole('button', { name: /^Add .*lines/ }).click();
    await pane.getByRole('tab', { name: /^Check/ }).click();
    await pane.getByRole('button', { name: 'Check all lines' }).click();
    await pane.getByRole('checkbox', { name: 'Errors only' }).check();
    await pane
      .getByRole('button', { name: /^Go to / })
      .first()
      .click();
    await page.waitForLoadState('networkidle');
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, 'workbench.png') });
    for (const theme of ['light', 'dark'] as const) await drawPane(browser, theme);
    await drawSheets(libreOffice, profile, join(sampleFolder, 'harbor-care-2026-10.csv'), pictures);
    const csv = await readFile(join(sampleFolder, 'harbor-care-2026-10-dirty.csv'), 'utf8');
    const { report } = await runWithOwnPlan(profile, { csv, repair: false, productVersion, diagnosisLists: [] });
    await drawErrorWorkbook(libreOffice, report, pictures);
    return 0;
  } finally {
    await browser.close();
    await server.close();
    await plan.close();
    await rm(stateDirectory, { recursive: true, force: true });
  }
}

/** Every screen of the pane, as narrow as Excel makes it; one of them in every theme. */
async function drawPane(browser: Browser, excelTheme: 'light' | 'dark'): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  await page.goto(workbenchUrl);
  await arrangeExcel(page, excelTheme);
  const pane = page.frameLocator('iframe');
  for (const screen of paneScreens(join(sampleFolder, 'harbor-care-2026-10-dirty.csv'))) {
    await openScreen(pane, page, screen);
    for (const theme of themesOfPage[excelTheme]) {
      if (theme !== 'light' && screen.name !== themedScreen) continue;
      await showTheme(page, theme);
      const name = theme === 'light' ? screen.name : `${screen.name}-${theme}`;
      await page.locator('iframe').screenshot({ path: join(pictures, `pane-${name}.png`) });
    }
    await showTheme(page, excelTheme);
  }
  await context.close();
}

process.exitCode = await main();
