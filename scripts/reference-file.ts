import { mkdirSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';

/** A file under `docs/reference/` that is made from the rules. */
export interface ReferenceFile {
  /** Path under `docs/reference/`. */
  readonly path: string;
  readonly text: string;
}

const folder = new URL('../docs/reference/', import.meta.url);

/** Where a reference file stands. */
export function referenceUrl(path: string): URL {
  return new URL(path, folder);
}

/** The file of blocks of Markdown, formatted as everything else is. */
export async function markdownFile(path: string, blocks: readonly string[]): Promise<ReferenceFile> {
  const config = await resolveConfig(referenceUrl(path));
  return { path, text: await format(blocks.join('\n\n'), { ...config, parser: 'markdown' }) };
}

/** Writes reference files. */
export function writeReference(files: readonly ReferenceFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(new URL('.', referenceUrl(path)), { recursive: true });
    writeFileSync(referenceUrl(path), text);
  }
}

/** A table; bars in cells are escaped. */
export function markdownTable(headers: readonly string[], rows: readonly (readonly string[])[]): string {
  const row = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [row(headers), row(headers.map(() => '---')), ...rows.map(row)].join('\n');
}

/** A list with one item for each text. */
export function markdownList(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}
