#!/usr/bin/env node
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findNode, run } from './runtime.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const node = findNode(root);
if (node === undefined) {
  console.error(`Node 24 is missing: run "npm ci" in ${root} first.`);
  process.exitCode = 2;
} else {
  process.exitCode = await run(node, [join(root, 'src', 'cli', 'main.ts'), ...process.argv.slice(2)]);
}
