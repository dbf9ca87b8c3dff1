import { spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { planFacts } from '../src/plan/facts.ts';
import type { PlanProfile } from '../src/plan/profile.ts';
import { importedLines } from '../src/workbook/imported-lines.ts';
import { parseCsv } from '../src/xlsx/csv.ts';
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

/**
 * Pictures of the sheets of the sample plan's template as they are printed, as LibreOffice shows it: `template-SHEET-PAGE.png`.
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
  const temporary = await mkdtemp(join(tmpdir(), 'calaim-invoice-sheets-'));
  try {
    const workbook = join(temporary, 'template.xlsx');
    await writeFile(workbook, await sampleWorkbook(profile, sample));
    const office = `-env:UserInstallation=${pathToFileURL(join(temporary, 'profile')).href}`;
    run(libreOffice, office, '--headless', '--convert-to', 'pdf', '--outdir', temporary, workbook);
    const pdf = join(temporary, 'template.pdf');
    // The footer of a page names its sheet.
    const pages = run('pdftotext', '-layout', pdf, '-').split('\f').slice(0, -1);
    const counts = new Map<string, number>();
    pages.forEach((text, index) => {
      const sheet = /· (\w+) +Protected health information/.exec(text)?.[1]?.toLowerCase() ?? 'page';
      const count = (counts.get(sheet) ?? 0) + 1;
      counts.set(sheet, count);
      // What goes on there is blank.
      if (count > 1 && sheet !== 'invoice') return;
      const name = join(folder, `template-${sheet}-${String(count)}`);
      const page = String(index + 1);
      run('pdftoppm', '-r', String(resolution), '-f', page, '-l', page, '-singlefile', '-png', pdf, name);
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
}
