import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Script } from 'node:vm';

/** Folder of Microsoft's client library as the npm package has it; it is served and run unmodified. */
export const libraryFolder = dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'));

const scripts = new Map<string, Script>();

/** A file of the library, read and compiled once per process. */
export function libraryScript(file: string): Script {
  const known = scripts.get(file);
  if (known !== undefined) return known;
  const path = join(libraryFolder, file);
  const script = new Script(readFileSync(path, 'utf8'), { filename: path });
  scripts.set(file, script);
  return script;
}
