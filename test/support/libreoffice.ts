import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import Papa from 'papaparse';
import { findLibreOffice, libreOfficeMissing } from '../../scripts/libreoffice.ts';

const run = promisify(execFile);

/** LibreOffice without a screen, with a profile of its own, so that it meets no other one. */
export interface LibreOffice {
  /** Opens a workbook and exports it. @param target as `--convert-to` takes it. @returns the files by name */
  convert(workbook: Uint8Array, target: string): Promise<ReadonlyMap<string, Buffer>>;
  /** What the sheets show, by sheet name, calculated by LibreOffice; hidden sheets too. */
  shown(workbook: Uint8Array): Promise<ReadonlyMap<string, readonly (readonly string[])[]>>;
  close(): Promise<void>;
}

/** Every sheet as CSV: comma, quotes, UTF-8, cells as they are shown (LibreOffice help, CSV filter options). */
const everySheet = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1';

/** Prepares LibreOffice. */
export async function startLibreOffice(): Promise<LibreOffice> {
  const program = findLibreOffice();
  if (program === undefined) throw new Error(libreOfficeMissing);
  const folder = await mkdtemp(join(tmpdir(), 'calaim-libreoffice-'));
  let count = 0;
  const convert = async (workbook: Uint8Array, target: string) => {
    count += 1;
    const out = join(folder, `out-${String(count)}`);
    await mkdir(out);
    const file = join(folder, 'workbook.xlsx');
    await writeFile(file, workbook);
    const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`;
    await run(program, [profile, '--headless', '--convert-to', target, '--outdir', out, file], { timeout: 120_000 });
    const names = await readdir(out);
    return new Map(await Promise.all(names.map(async (name) => [name, await readFile(join(out, name))] as const)));
  };
  return {
    convert,
    shown: async (workbook) => {
      const files = await convert(workbook, everySheet);
      return new Map(
        [...files].map(([name, bytes]) => [
          name.replace(/^workbook-|[.]csv$/g, ''),
          Papa.parse<string[]>(bytes.toString('utf8')).data,
        ]),
      );
    },
    close: () => rm(folder, { recursive: true, force: true }),
  };
}
