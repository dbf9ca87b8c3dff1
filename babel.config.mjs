/** One transpiler for the bundles and the tests. Node itself runs the sources as they are (type stripping). */
export default (api) => {
  const bundling = api.caller((caller) => caller?.name === 'babel-loader');
  return {
    presets: [
      ['@babel/preset-env', { modules: false, targets: bundling ? 'last 2 edge versions, last 2 chrome versions, last 2 safari versions' : { node: 'current' } }],
      ['@babel/preset-react', { runtime: 'automatic' }],
      ['@babel/preset-typescript', { rewriteImportExtensions: false }],
    ],
  };
};
