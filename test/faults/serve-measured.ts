/**
 * `calaim-invoice serve` that tells its memory where it is asked to by SIGUSR2: a line `memory {…}` on standard error,
 * in bytes, after a full collection. Node is started with `--expose-gc`.
 */
import { serveCommand } from '../../src/cli/serve.ts';

process.on('SIGUSR2', () => {
  // Twice: what the first one finalizes the second one frees.
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external, rss } = process.memoryUsage();
  process.stderr.write(`memory ${JSON.stringify({ held: heapUsed + external, resident: rss })}\n`);
});

process.exitCode = await serveCommand(process.argv.slice(2));
