/** Runs one benchmark in a process of its own, so that none runs in another's heap, and prints its figures as JSON. */
import type { Benchmark } from './figure.ts';

const [name = ''] = process.argv.slice(2);
const { default: benchmark } = (await import(`./cases/${name}.ts`)) as { readonly default: Benchmark };
console.log(JSON.stringify(await benchmark()));
