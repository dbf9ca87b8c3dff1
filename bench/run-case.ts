/** Runs one benchmark in a process of its own, so that none runs in another's heap, and prints its figures as JSON. */
import type { Benchmark } from './figure.ts';

const [name = ''] = process.argv.slice(2);
// What a build says meanwhile is no part of the figures.
console.log = console.error;
const { default: benchmark } = (await import(`./cases/${name}.ts`)) as { readonly default: Benchmark };
process.stdout.write(JSON.stringify(await benchmark()));
