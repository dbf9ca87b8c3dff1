/**
 * `npm run bench [-- NAME …] [--json]`: every benchmark, or those that are named, each beside its peers in the same run.
 * Ends with 1 where a goal was not met.
 */
import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, promisify } from 'node:util';
import type { Figure } from '../bench/figure.ts';

const folder = new URL('../bench/', import.meta.url);
const cases = readdirSync(new URL('cases/', folder))
  .map((file) => file.replace(/\.ts$/, ''))
  .sort();

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});

async function figuresOf(name: string): Promise<readonly Figure[]> {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [fileURLToPath(new URL('run-case.ts', folder)), name],
    { maxBuffer: 1 << 24 },
  );
  return JSON.parse(stdout) as readonly Figure[];
}

function inWords({ name, unit, ours, peers, ratio, goal, met }: Figure): string {
  const rows = Object.entries({ ours, ...peers }).map(
    ([who, value]) => `  ${who.padEnd(16)}${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit}`,
  );
  const said = ratio === null ? '' : `ratio ${ratio.toFixed(2)}, `;
  return `${name}\n${rows.join('\n')}\n  ${said}goal: ${goal}: ${met ? 'met' : 'NOT MET'}\n`;
}

async function main(): Promise<number> {
  const unknown = positionals.filter((name) => !cases.includes(name));
  if (options.help || unknown.length > 0) {
    console.log(`Usage: npm run bench [-- NAME …] [--json]\n\nBenchmarks: ${cases.join(', ')}`);
    return options.help ? 0 : 2;
  }
  const figures: Figure[] = [];
  for (const name of positionals.length > 0 ? positionals : cases) {
    const found = await figuresOf(name);
    figures.push(...found);
    if (!options.json) for (const figure of found) console.log(inWords(figure));
  }
  if (options.json) console.log(JSON.stringify(figures, null, 2));
  return figures.every((figure) => figure.met) ? 0 : 1;
}

process.exitCode = await main();
