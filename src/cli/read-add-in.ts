import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AddIn } from '../xlsx/template-file.ts';
import { developmentOrigin, publishedManifest } from './publish/manifest.ts';

const manifest = fileURLToPath(new URL('../../manifest.xml', import.meta.url));

/** The add-in of this package, by its manifest: what workbooks name whose pane is to open with them. */
export async function readAddIn(): Promise<AddIn> {
  return publishedManifest(await readFile(manifest, 'utf8'), developmentOrigin).addIn;
}
