/**
 * `npm run build`: the pane as a plan deploys it, in `dist/pane`. The environment variable `CALAIM_REGISTRY_KEY` holds
 * the public key (JWK as JSON) of the plan registry that it trusts.
 */
import { bundle } from './bundle.ts';
import { registryKey } from './webpack/registry-key.mjs';

try {
  process.exitCode = (await bundle(registryKey(process.env['CALAIM_REGISTRY_KEY'], true))) ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : 'The build failed.');
  process.exitCode = 2;
}
