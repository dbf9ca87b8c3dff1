import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { planFacts } from '../src/plan/facts.ts';
import type { PlanProfile } from '../src/plan/profile.ts';
import { importedLines } from '../src/workbook/imported-lines.ts';
import { parseCsv } from '../src/xlsx/csv.ts';
import type { ErrorReport } from '../src/xlsx/errors/error-report.ts';
import { errorWorkbook } from '../src/xlsx/errors/error-workbook.ts';
import { filledTemplateFile } from '../src/xlsx/template-file.ts';

/** Lines that fit onto one printed page. */
const lines = 45;

/** Points per inch of the pictures. */
const resolution = 100;

/** The template with lines of the sample month, as many as one page holds. */
export async function sampleWorkbook(profile: PlanProfile, sample: string): Promise<Uint8Array> {
  const read = parseCsv(await readFile(sample, 'utf8'));
  if (read.kind !== 'lines') throw new Error('The sample month does not read.');
  const { billing, sites, members, entries } = importedLines(
    read.lines.slice(0, lines),
    planFacts(profile).services,
    profile.extraModifiers,
  );
  const setup = { billing, sites, invoiceDate: '11/02/2026', attested: true, purpose: 'new', concerns: [] } as const;
  const addIn = { addInId: '00000000-0000-0000-0000-000000000000', version: '1.0.0.0' };
  return filledTemplateFile(profile, addIn, { setup, members, entries }, lines);
}

function run(program: string, ...args: readonly string[]): string {
  const { status, stdout } = spawnSync(program, args, { encoding: 'utf8', timeout: 120_000 });
  if (status !== 0) throw new Error(`${program} did not succeed.`);
  return stdout;
}

/** A page of a workbook as it is printed. */
interface PrintedPage {
  readonly sheet: string;
  /** 1-based among the pages of its sheet. */
  readonly page: number;
}

/**
 * Pictures of the pages of a workbook as LibreOffice prints them.
 *
 * @param nameOf name of a page's picture without its ending; null for pages that are not wanted
 */
async function drawPages(
  libreOffice: string,
  workbook: Uint8Array,
  folder: string,
  nameOf: (page: PrintedPage) => string | null,
): Promise<void> {
  const temporary = await mkdtemp(join(tmpdir(), 'calaim-invoice-sheets-'));
  try {
    const file = join(temporary, 'workbook.xlsx');
    await writeFile(file, workbook);
    const office = `-env:UserInstallation=${pathToFileURL(join(temporary, 'profile')).href}`;
    run(libreOffice, office, '--headless', '--convert-to', 'pdf', '--outdir', temporary, file);
    const pdf = join(temporary, 'workbook.pdf');
    // The footer of a page names its sheet.
    const pages = run('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1);
    const counts = new Map<string, number>();
    pages.forEach((text, index) => {
      const sheet = /· (\w+(?: \w+)*) +Protected health information/.exec(text)?.[1]?.toLowerCase() ?? 'page';
      const count = (counts.get(sheet) ?? 0) + 1;
      counts.set(sheet, count);
      const name = nameOf({ sheet, page: count });
      if (name === null) return;
      const page = String(index + 1);
      const picture = join(folder, name);
      run('pdftoppm', '-r', String(resolution), '-f', page, '-l', page, '-singlefile', '-png', pdf, picture);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}

/**
 * Pictures of the sheets of the sample plan's template as they are printed, as LibreOffice shows it:
 * `template-SHEET-PAGE.png`.
 *
 * @param libreOffice path of the program
 * @param sample CSV of the sample month
 * @param folder where the pictures go
 */
export async function drawSheets(
  libreOffice: string,
  profile: PlanProfile,
  sample: string,
  folder: string,
): Promise<void> {
  const workbook = await sampleWorkbook(profile, sample);
  // What goes on there is blank.
  await drawPages(libreOffice, workbook, folder, ({ sheet, page }) =>
    page > 1 && sheet !== 'invoice' ? null : `template-${sheet}-${String(page)}`,
  );
}

/**
 * Pictures of an error workbook: `errors-summary.png`, its first page, and `errors-invoice.png`, lines with marks.
 *
 * @param libreOffice path of the program
 * @param folder where the pictures go
 */
export async function drawErrorWorkbook(libreOffice: string, report: ErrorReport, folder: string): Promise<void> {
  // As many prepared lines as fit onto a page: the second page then has the next group of columns.
  const workbook = await errorWorkbook({ ...report, profile: { ...report.profile, rows: lines } });
  await drawPages(libreOffice, workbook, folder, ({ sheet, page }) => {
    if (sheet === 'to correct' && page === 1) return 'errors-summary';
    return sheet === 'invoice' && page === 2 ? 'errors-invoice' : null;
  });
}
