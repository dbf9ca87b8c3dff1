import { serveCommand } from '../../src/cli/serve.ts';

// The command as its own process, so that it can be killed.
process.exitCode = await serveCommand(process.argv.slice(2));
