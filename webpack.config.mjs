import { registryKey } from './scripts/webpack/registry-key.mjs';
import { targets } from './scripts/webpack/targets.mjs';

/**
 * `webpack --mode production|development`; the environment variable `CALAIM_REGISTRY_KEY` names the key that the pane
 * trusts.
 *
 * @param {unknown} _environment
 * @param {{ mode?: string }} options
 */
export default function configuration(_environment, options) {
  const mode = options.mode === 'development' ? 'development' : 'production';
  return targets({ mode, registryKey: registryKey(process.env['CALAIM_REGISTRY_KEY'], mode === 'production') });
}
