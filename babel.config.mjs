/** Oldest web views that Microsoft 365 runs a pane in: WebView2 on Windows, WebKit on the Mac. */
const webViews = { edge: '109', chrome: '109', safari: '16' };

/**
 * One transpiler for the bundles and the tests. Node itself runs the sources as they are (type stripping), so Babel
 * removes what Node would remove and nothing else: imports that are types by name only.
 *
 * @param {import('@babel/core').ConfigAPI} api
 * @returns {import('@babel/core').InputOptions}
 */
export default function babelConfig(api) {
  const bundling = api.caller((caller) => caller?.name === 'babel-loader');
  return {
    presets: [
      [
        '@babel/preset-env',
        {
          modules: false,
          targets: bundling ? webViews : { node: 'current' },
        },
      ],
      ['@babel/preset-react', { runtime: 'automatic', development: false }],
      ['@babel/preset-typescript', { onlyRemoveTypeImports: true }],
    ],
  };
}
