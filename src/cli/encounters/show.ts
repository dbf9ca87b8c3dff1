import { createReadStream } from 'node:fs';
import { errorCode } from '../../intake/errors.ts';
import { LoopView } from '../../encounter/show.ts';
import { EncountersError } from './encounters-error.ts';

/**
 * Prints an X12 file for people, part by part.
 *
 * @returns the exit code: 1 where something is wrong with the file's form
 */
export async function showFile(path: string, out: NodeJS.WritableStream): Promise<number> {
  const view = new LoopView();
  // Who pages through a file may stop before its end.
  out.on('error', (error) => {
    if (errorCode(error) !== 'EPIPE') throw error;
  });
  try {
    for await (const part of createReadStream(path, 'utf8')) {
      for (const line of view.read(String(part))) out.write(`${line}\n`);
      if (!out.writable) return 0;
    }
  } catch {
    throw new EncountersError(`${path} cannot be read.`);
  }
  for (const line of view.end()) out.write(`${line}\n`);
  return view.problems === 0 ? 0 : 1;
}
