import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseDiagnosisList, printDiagnosisList, type DiagnosisList } from '../guidance/diagnosis-list.ts';
import { errorCode } from '../intake/errors.ts';
import { PlanUnreadable } from './read-plan.ts';

/** Where a plan's folder holds its lists of ICD-10-CM. */
const subfolder = 'icd10cm';

const fileName = /^fy(\d{4})\.txt$/;

/**
 * Reads the lists of ICD-10-CM in a plan's folder, `icd10cm/fy2027.txt` and the like, by fiscal year. A plan need not
 * have any.
 *
 * @throws PlanUnreadable where a file is not as `icd10 import` wrote it
 */
export async function readDiagnosisLists(planFolder: string): Promise<readonly DiagnosisList[]> {
  const names = await listNames(join(planFolder, subfolder));
  const files = names.filter((name) => fileName.test(name)).sort();
  return Promise.all(files.map((name) => readList(planFolder, name)));
}

async function readList(planFolder: string, name: string): Promise<DiagnosisList> {
  const text = await readFile(join(planFolder, subfolder, name), 'utf8').catch(() => '');
  const list = parseDiagnosisList(text);
  if (list === null || `fy${String(list.fiscalYear)}.txt` !== name) {
    throw new PlanUnreadable(`${subfolder}/${name} is not as "calaim-invoice icd10 import" wrote it: import it again.`);
  }
  return list;
}

async function listNames(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return [];
    throw new PlanUnreadable(`The plan's folder has ${subfolder}, which cannot be read.`);
  }
}

/**
 * Puts a list into a plan's folder, in place of an earlier one of its year. Whatever happens meanwhile, the file there
 * is whole, the earlier or the new one.
 *
 * @returns path of the file
 * @throws PlanUnreadable where the folder cannot be written to
 */
export async function writeDiagnosisList(planFolder: string, list: DiagnosisList): Promise<string> {
  const folder = join(planFolder, subfolder);
  const path = join(folder, `fy${String(list.fiscalYear)}.txt`);
  const partial = `${path}.${String(process.pid)}.partial`;
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(partial, 'w');
    try {
      await file.writeFile(printDiagnosisList(list));
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch {
    await rm(partial, { force: true }).catch(() => undefined);
    throw new PlanUnreadable(`${path} cannot be written.`);
  }
  return path;
}
