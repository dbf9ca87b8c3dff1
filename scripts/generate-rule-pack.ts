import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const guidance = new URL('../src/guidance/', import.meta.url);
const rulePackFile = new URL('rule-pack.ts', guidance);

/** Words are not rules: a better translation is the same check. */
function isRuleSource(path: string): boolean {
  return path.endsWith('.ts') && !path.startsWith('messages/') && path !== 'rule-pack.ts';
}

/**
 * SHA-256 over the sources of `src/guidance` that decide what is found: every path and its text in order of path, with
 * the line ends of a checkout on Windows made alike.
 */
export function rulePackHash(): string {
  const paths = readdirSync(guidance, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const hash = createHash('sha256');
  for (const path of paths.filter(isRuleSource).sort()) {
    const text = readFileSync(new URL(path, guidance), 'utf8').replaceAll('\r\n', '\n');
    hash.update(`${path}\0${String(Buffer.byteLength(text))}\0${text}`);
  }
  return hash.digest('hex');
}

if (import.meta.main) {
  const source = readFileSync(rulePackFile, 'utf8');
  writeFileSync(rulePackFile, source.replace(/hash: '[0-9a-f]{64}'/, `hash: '${rulePackHash()}'`));
}
