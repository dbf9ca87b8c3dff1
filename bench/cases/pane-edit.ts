import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame } from 'playwright-core';
import { bundle } from '../../scripts/bundle.ts';
import { developmentRegistryKey } from '../../scripts/development-key.ts';
import { printCsv } from '../../src/xlsx/csv.ts';
import { invoiceCell, startSite, type OpenWorkbench } from '../../test/support/workbench-page.ts';
import type { Figure } from '../figure.ts';
import { filledWorkbook } from '../filled-workbook.ts';
import { median } from '../measure.ts';
import { hostMessages, listenToHost, listenToScreen, type Notes } from '../pane-edit/listen.ts';
import { tiledLines } from '../sample-lines.ts';

const count = 5000;
const edits = 12;

/** Milliseconds in which an edit has surely been shown, and after which the page is at rest. */
const rest = 1200;

const lines = tiledLines('harbor-care-2026-10', count);

/** The real pane in Chromium beside a full workbook: from the host's word of an edit to the findings on the screen. */
export default async function paneEditBenchmark(): Promise<readonly Figure[]> {
  if (!(await bundle(JSON.stringify((await developmentRegistryKey()).publicKey)))) throw new Error('Not built');
  const folder = await mkdtemp(join(tmpdir(), 'calaim-invoice-bench-'));
  const site = await startSite();
  try {
    // A file on disk: contents that go to the page by its own scripts would make a long task there.
    const lists = { csv: join(folder, 'list.csv'), workbook: join(folder, 'list.xlsx') };
    await writeFile(lists.csv, printCsv(lines));
    await writeFile(lists.workbook, filledWorkbook(count));
    const excel = await site.open({}, (context) => context.addInitScript(listenToHost, hostMessages));
    const { frame, longest } = await fill(excel, lists);
    const seen: Notes[] = [];
    for (let edit = 0; edit < edits; edit += 1) seen.push(await editOnce(excel, frame, edit));
    return [...figures(seen), ...longFigures(longest)];
  } finally {
    await site.close();
    await rm(folder, { recursive: true });
  }
}

/** Milliseconds of the longest task of the pane in each part of the work on a full list; 0 where none took 50. */
interface LongestTasks {
  readonly workbook: number;
  readonly list: number;
  readonly check: number;
}

async function fill(
  { page, pane }: OpenWorkbench,
  lists: { readonly csv: string; readonly workbook: string },
): Promise<{ readonly frame: Frame; readonly longest: LongestTasks }> {
  await pane.getByRole('button', { name: 'Add the invoice sheets' }).click();
  await pane.getByText('The invoice sheets are in the workbook.').waitFor();
  await pane.getByRole('tab', { name: /^Fill/ }).click();
  await pane.getByRole('button', { name: 'Import a list' }).click();
  const frame = page.frames().find((each) => each.url().includes('pane.html'));
  if (frame === undefined) throw new Error('No pane');
  const add = pane.getByRole('button', { name: /^Add .*lines/ });
  const preview = async (file: string): Promise<number> => {
    await longestTask(frame);
    await pane.locator('input[type=file]').setInputFiles(file);
    await add.waitFor({ timeout: 120_000 });
    return longestTask(frame);
  };
  const workbook = await preview(lists.workbook);
  await pane.getByRole('button', { name: 'Use another list' }).click();
  const list = await preview(lists.csv);
  await add.click();
  await pane.getByText(/lines added/).waitFor({ timeout: 120_000 });
  await pane.getByRole('tab', { name: /^Check/ }).click();
  await longestTask(frame);
  await pane.getByRole('button', { name: 'Check all lines' }).click();
  await pane.getByText('The Check column was brought up to date', { exact: false }).waitFor({ timeout: 120_000 });
  const check = await longestTask(frame);
  await frame.evaluate(listenToScreen);
  return { frame, longest: { workbook, list, check } };
}

/** The longest task of the pane since this was asked last. */
function longestTask(frame: Frame): Promise<number> {
  return frame.evaluate(() => {
    const tasks = window.notes?.tasks.splice(0) ?? [];
    return Math.max(0, ...tasks.filter(({ own }) => own).map(({ duration }) => duration));
  });
}

function longFigures(longest: LongestTasks): readonly Figure[] {
  const figure = (what: string, ours: number): Figure => ({
    name: `longest task of the pane while ${what}, ${String(count)} lines (0: none of 50 ms)`,
    unit: 'ms',
    ours,
    peers: {},
    ratio: null,
    goal: 'at most 50 ms',
    met: ours <= 50,
  });
  return [
    figure('a workbook is read and previewed', longest.workbook),
    figure('a list is read and previewed', longest.list),
    figure('all lines are checked and marked', longest.check),
  ];
}

/** Another member on a line of an invoice that has several, and back: findings come and go. */
async function editOnce({ page, goTo }: OpenWorkbench, frame: Frame, edit: number): Promise<Notes> {
  const place = firstOfSeveral[Math.floor(edit / 2) % firstOfSeveral.length] ?? 0;
  const other = lines[(place + count / 2) % count];
  const member = (edit % 2 === 0 ? other : lines[place])?.memberCin ?? '';
  await goTo(`Invoice!${invoiceCell('memberCin', place + 3)}`);
  await page.waitForTimeout(rest);
  await page.keyboard.type(member);
  await page.waitForTimeout(rest);
  await frame.evaluate(() => Object.assign(window.notes ?? {}, { events: [], changes: [], tasks: [] }));
  await page.keyboard.press('Enter');
  await page.waitForTimeout(rest);
  return frame.evaluate(() => window.notes ?? { events: [], changes: [], tasks: [] });
}

/** Places of lines whose invoice goes on on the next line, spread over the list. */
const firstOfSeveral = Array.from({ length: 6 }, (_, part) =>
  lines.findIndex(
    (line, place) =>
      place >= part * 800 && line.invoiceNumber !== '' && line.invoiceNumber === lines[place + 1]?.invoiceNumber,
  ),
);

function figures(seen: readonly Notes[]): readonly Figure[] {
  const delays = seen.map(({ events, changes }) => {
    const [event = NaN] = events;
    return (changes.find((change) => change >= event) ?? NaN) - event;
  });
  const longest = (own: boolean): number =>
    Math.max(
      0,
      ...seen.flatMap(({ events, tasks }) =>
        tasks.flatMap((task) => (task.own === own && task.start >= (events[0] ?? 0) ? [task.duration] : [])),
      ),
    );
  const middle = median(delays);
  return [
    {
      name: `from an edit's event to the findings in the pane, ${String(count)} filled rows`,
      unit: 'ms',
      ours: middle,
      peers: { 'slowest edit': Math.max(...delays) },
      ratio: null,
      goal: 'at most 100 ms',
      met: middle <= 100,
    },
    {
      name: `longest task of the pane after an edit, ${String(count)} filled rows (0: none of 50 ms)`,
      unit: 'ms',
      ours: longest(true),
      peers: { 'the workbench': longest(false) },
      ratio: null,
      goal: 'at most 50 ms',
      met: longest(true) <= 50,
    },
  ];
}
