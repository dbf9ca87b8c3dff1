import { mkdir, open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { largestControlNumber } from '../../encounter/envelope.ts';
import { errorCode } from '../../intake/errors.ts';

const numberFile = /^\d{9}$/;

/** Nine digits have been used up. */
export class ControlNumbersUsedUp extends Error {
  constructor() {
    super('All control numbers from 1 to 999999999 have been used.');
    this.name = 'ControlNumbersUsedUp';
  }
}

/**
 * Takes the next control number for good: it is on the disk before this returns, so that neither a crash nor another
 * process can use it again. Each number is a file of its own, which exists once or not at all; a number whose
 * encounter file was never finished stays used.
 *
 * @param folder holds the numbers; made where it is missing
 * @throws ControlNumbersUsedUp
 */
export async function takeControlNumber(folder: string): Promise<number> {
  await mkdir(folder, { recursive: true });
  const used = (await readdir(folder)).filter((name) => numberFile.test(name)).map(Number);
  let number = used.reduce((most, each) => Math.max(most, each), 0) + 1;
  for (;;) {
    if (number > largestControlNumber) throw new ControlNumbersUsedUp();
    if (await create(join(folder, String(number).padStart(9, '0')))) break;
    number += 1;
  }
  const directory = await open(folder, 'r');
  try {
    await directory.sync();
  } catch (error) {
    // Windows does not sync folders; its file systems keep them in order themselves.
    if (!['EPERM', 'EISDIR', 'EINVAL'].includes(errorCode(error) ?? '')) throw error;
  } finally {
    await directory.close();
  }
  return number;
}

/** @returns false where another process was first */
async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, 'wx');
    await file.sync();
    await file.close();
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}
