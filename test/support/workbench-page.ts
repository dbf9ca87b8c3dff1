import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type FrameLocator, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.ts';
import { developmentRegistryKey } from '../../scripts/development-key.ts';
import { startDemoPlan, type DemoPlan } from '../../scripts/main-job/demo-plan.ts';
import { privateKeySchema } from '../../src/plan/keys.ts';
import { startWorkbench, type WorkbenchServer } from '../../src/workbench/server/start-workbench.ts';
import type { Automation } from '../../src/workbench/browser/automation.ts';
import { invoiceColumn } from '../../src/workbook/invoice-columns.ts';
import type { ColumnKey } from '../../src/guidance/columns.ts';
import { samplePlan } from './sample-plan.ts';

declare global {
  interface Window {
    /** What the workbench lets tests read. */
    readonly workbench: Automation;
  }
}

const root = join(import.meta.dirname, '..', '..');

/** The built workbench with the sample plan's endpoint, and a browser. */
export interface WorkbenchSite {
  readonly plan: DemoPlan;
  readonly url: string;
  /** Where the plan's endpoint keeps its store and keys. */
  readonly stateDirectory: string;
  /** @param prepare runs before the page loads */
  open(
    options?: Parameters<Browser['newContext']>[0],
    prepare?: (context: BrowserContext) => Promise<unknown>,
  ): Promise<OpenWorkbench>;
  close(): Promise<void>;
}

/** One browser window with the workbench. */
export interface OpenWorkbench {
  readonly context: BrowserContext;
  readonly page: Page;
  /** The real pane in its iframe. */
  readonly pane: FrameLocator;
  /** Errors that a script threw anywhere on the page. */
  readonly scriptErrors: readonly string[];
  /** Reads something through the workbench's read-only surface. */
  readonly read: <T>(look: (workbench: Automation) => T) => Promise<T>;
  /** Selects a cell by the name box, as a person does. */
  readonly goTo: (address: string) => Promise<void>;
  close(): Promise<void>;
}

/** Starts everything on free ports of this machine. The pages must be built: `npm test` does that. */
export async function startSite(): Promise<WorkbenchSite> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('No Chromium: npm test installs one or says how.');
  const profile = await samplePlan();
  const stateDirectory = await mkdtemp(join(tmpdir(), 'calaim-invoice-test-'));
  const registryKey = privateKeySchema.parse((await developmentRegistryKey()).privateKey);
  // The endpoint has to know the pane's origin, and the workbench the registry: the port is taken first.
  const probe = await startWorkbench({ distFolder: join(root, 'dist'), registry: '', port: 0, host: '127.0.0.1' });
  const port = Number(new URL(probe.url).port);
  await probe.close();
  const url = `http://localhost:${String(port)}`;
  const plan = await startDemoPlan({
    profile,
    stateDirectory,
    registryKey,
    paneOrigins: [url],
    redirectUris: [`${url}/sign-in.html`],
    quiet: true,
  });
  const server: WorkbenchServer = await startWorkbench({
    distFolder: join(root, 'dist'),
    registry: plan.registry,
    port,
    host: '127.0.0.1',
  });
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  });
  return {
    plan,
    url,
    stateDirectory,
    open: (options, prepare) => open(browser, url, options, prepare),
    close: async () => {
      await browser.close();
      await server.close();
      await plan.close();
      await rm(stateDirectory, { recursive: true, force: true });
    },
  };
}

async function open(
  browser: Browser,
  url: string,
  options: Parameters<Browser['newContext']>[0],
  prepare: (context: BrowserContext) => Promise<unknown> = () => Promise.resolve(),
): Promise<OpenWorkbench> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const scriptErrors: string[] = [];
  context.on('weberror', (error) => scriptErrors.push(error.error().message));
  await prepare(context);
  const page = await context.newPage();
  await page.goto(url);
  const pane = page.frameLocator('iframe');
  function read<T>(look: (workbench: Automation) => T): Promise<T> {
    return page.evaluate(`(${look.toString()})(window.workbench)`);
  }
  return {
    context,
    page,
    pane,
    scriptErrors,
    read,
    goTo: async (address) => {
      const nameBox = page.getByRole('textbox', { name: 'Name box' });
      await nameBox.fill(address);
      await nameBox.press('Enter');
      await page.waitForFunction((cell) => window.workbench.selection().cell === cell, address);
    },
    close: () => context.close(),
  };
}

/** Address of a column's cell on a row of the Invoice sheet, 1-based. */
export function invoiceCell(key: ColumnKey | 'check', row: number): string {
  return `${invoiceColumn(key).letters}${String(row)}`;
}
