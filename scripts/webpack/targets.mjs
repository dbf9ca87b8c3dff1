import { join } from 'node:path';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import StylesPlugin from 'mini-css-extract-plugin';
import webpack from 'webpack';
import { panePage, signInPage, workbenchPage } from './page.mjs';

/** Folder of package.json. */
const root = join(import.meta.dirname, '..', '..');

/**
 * @typedef {object} BuildOptions
 * @property {'production' | 'development'} mode
 * @property {string} registryKey Public JWK as JSON, or nothing: then the pane trusts no plan.
 * @property {string} [source] Folder with the entry files, `src` by default.
 * @property {string} [output] Folder for `pane/` and `workbench/`, `dist` by default.
 */

/**
 * What both targets have in common.
 *
 * @param {BuildOptions} options
 * @param {'pane' | 'workbench'} name
 * @returns {webpack.Configuration}
 */
function common({ mode, output = join(root, 'dist') }, name) {
  return {
    name,
    mode,
    target: 'web',
    context: root,
    // Never the kind of source map that evaluates code: the content security policy forbids it.
    devtool: mode === 'production' ? false : 'cheap-module-source-map',
    output: {
      path: join(output, name),
      // Relative to the script itself: the pane is served from wherever a plan puts it.
      publicPath: 'auto',
      filename: 'assets/[name].[contenthash:12].js',
      chunkFilename: 'assets/[name].[contenthash:12].js',
      assetModuleFilename: 'assets/[name].[contenthash:12][ext]',
    },
    resolve: { extensions: ['.tsx', '.ts', '.mjs', '.js'], modules: [join(root, 'node_modules')] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: { loader: 'babel-loader', options: { configFile: join(root, 'babel.config.mjs') } },
        },
        { test: /\.css$/, use: [StylesPlugin.loader, 'css-loader'] },
        { test: /\.(png|svg)$/, type: 'asset/resource' },
      ],
    },
    cache: {
      type: 'filesystem',
      cacheDirectory: join(root, '.cache', 'webpack'),
      name: `${name}-${mode}`,
      buildDependencies: {
        config: [import.meta.filename, join(root, 'babel.config.mjs'), join(root, 'package-lock.json')],
      },
    },
    performance: { hints: false },
    stats: 'errors-warnings',
  };
}

/**
 * The pane and its sign-in page, for Excel and, the very same scripts in pages of its own, for the workbench.
 *
 * @param {BuildOptions} options
 * @returns {webpack.Configuration}
 */
function paneTarget(options) {
  const base = common(options, 'pane');
  const source = options.source ?? join(root, 'src');
  /**
   * @param {string} filename
   * @param {string} templateContent
   * @param {string} chunk
   */
  const page = (filename, templateContent, chunk) =>
    new HtmlPlugin({ filename, templateContent, chunks: [chunk], inject: 'head', minify: false });
  return {
    ...base,
    entry: {
      taskpane: join(source, 'taskpane', 'index.tsx'),
      'sign-in': join(source, 'taskpane', 'dialog', 'index.ts'),
    },
    output: { ...base.output, clean: true },
    plugins: [
      new webpack.DefinePlugin({ 'process.env.CALAIM_REGISTRY_KEY': JSON.stringify(options.registryKey) }),
      new StylesPlugin({ filename: 'assets/[name].[contenthash:12].css' }),
      new CopyPlugin({ patterns: [{ from: join(root, 'assets'), to: 'assets' }] }),
      page('taskpane.html', panePage('excel'), 'taskpane'),
      page('sign-in.html', signInPage('excel'), 'sign-in'),
      page('../workbench/pane.html', panePage('workbench'), 'taskpane'),
      page('../workbench/sign-in.html', signInPage('workbench'), 'sign-in'),
    ],
  };
}

/** The files of Microsoft's client library that Excel on Windows loads, unmodified. */
const officeJsFiles = ['office.js', 'excel-win32-16.01.js', 'o15apptofilemappingtable.js', 'en-us/office_strings.js'];

/**
 * The development page that plays Excel.
 *
 * @param {BuildOptions} options
 * @returns {webpack.Configuration}
 */
function workbenchTarget(options) {
  const base = common(options, 'workbench');
  const source = join(options.source ?? join(root, 'src'), 'workbench', 'browser');
  const officeJs = join(root, 'node_modules', '@microsoft', 'office-js', 'dist');
  return {
    ...base,
    entry: {
      index: join(source, 'index.tsx'),
      bridge: { import: join(source, 'bridge.ts'), filename: 'bridge.js' },
    },
    // The pane's target puts two pages here.
    output: { ...base.output, clean: { keep: /^(pane|sign-in)\.html$/ } },
    plugins: [
      new StylesPlugin({ filename: 'assets/[name].[contenthash:12].css' }),
      new HtmlPlugin({
        filename: 'index.html',
        templateContent: workbenchPage(),
        chunks: ['index'],
        inject: 'head',
        minify: false,
      }),
      new CopyPlugin({
        patterns: officeJsFiles.map((file) => ({
          from: join(officeJs, file),
          to: `office-js/${file}`,
          // Unmodified: the library's licence and our tests both rest on it.
          info: { minimized: true },
        })),
      }),
    ],
  };
}

/**
 * What `npm run build` makes: `dist/pane`, which a plan deploys, and `dist/workbench`, which is for development.
 *
 * @param {BuildOptions} options
 * @returns {[pane: webpack.Configuration, workbench: webpack.Configuration]}
 */
export function targets(options) {
  return [paneTarget(options), workbenchTarget(options)];
}
