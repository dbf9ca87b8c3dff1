import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './command.ts';

/** Version of this product, as package.json has it. */
export const productVersion: string = (
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string }
).version;
