/**
 * Import directions of DESIGN.md: downwards only, towards `guidance`. Each folder names the folders of ours that it
 * may import; what is not named is refused.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const mayImport = {
  guidance: [],
  plan: ['guidance'],
  workbook: ['plan', 'guidance'],
  excel: ['workbook', 'plan', 'guidance'],
  xlsx: ['workbook', 'plan', 'guidance'],
  submission: ['workbook', 'plan', 'guidance'],
  taskpane: ['submission', 'xlsx', 'excel', 'workbook', 'plan', 'guidance'],
  encounter: ['submission', 'workbook', 'plan', 'guidance'],
  intake: ['encounter', 'submission', 'xlsx', 'workbook', 'plan', 'guidance'],
  cli: ['encounter', 'intake', 'submission', 'xlsx', 'workbook', 'plan', 'guidance'],
  // The development host plays Excel: it knows nothing of the product that it is used to test.
  workbench: [],
};

/** Folders that run in a browser (and some of them in Node too). */
const browserFolders = '^src/(guidance|plan|workbook|submission|excel|taskpane|workbench/browser)/';

/** Files that something other than an import starts. */
const entryFiles = [
  '^src/cli/main[.]ts$',
  '^src/taskpane/index[.]tsx$',
  '^src/taskpane/file-worker/file-worker[.]ts$',
  '^src/taskpane/dialog/index[.]ts$',
  '^src/workbench/browser/(index[.]tsx|bridge[.]ts)$',
  '^(scripts|bin|bench|plans|test)/',
  '[.]d[.]ts$',
  // Configurations, which tools look for by name.
  '^[.]?[a-z-]+[.](config[.])?mjs$',
];

const directions = Object.entries(mayImport).map(([folder, below]) => ({
  name: `${folder}-imports-downwards`,
  comment: `src/${folder} may import ${below.length === 0 ? 'no other folder of ours' : below.join(', ')}.`,
  severity: /** @type {const} */ ('error'),
  from: { path: `^src/${folder}/` },
  to: { path: '^(src|scripts|test|bench|bin)/', pathNot: `^src/(${[folder, ...below].join('|')})/` },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...directions,
    {
      name: 'guidance-imports-zod-only',
      comment: 'The guidance is data and rules: it needs zod and nothing else.',
      severity: 'error',
      from: { path: '^src/guidance/' },
      to: { pathNot: '^(src/guidance|node_modules/zod)/' },
    },
    {
      name: 'browser-folders-without-node',
      comment: 'These folders run in the pane: no module of Node.',
      severity: 'error',
      from: { path: browserFolders },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workbench-only-for-development',
      comment: "The workbench runs Microsoft's client library, whose licence is for development and test.",
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/workbench/' },
      to: { path: '^(src/workbench|node_modules/@microsoft/office-js)/' },
    },
    {
      name: 'react-only-on-screens',
      comment: 'Only screens know React and Fluent UI.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(taskpane|workbench/browser)/' },
      to: { path: '^node_modules/(react|react-dom|@fluentui)/' },
    },
    {
      name: 'production-without-development-packages',
      comment: 'What is installed for development is not there in production; the pane is bundled before.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(workbench|taskpane)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'packages-that-are-declared',
      comment: 'A package that package.json does not name is there by accident.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-peer', 'npm-optional'] },
    },
    {
      name: 'no-missing-module',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: {},
      // The cruiser's list of Node's own modules lacks the newest ones.
      to: { couldNotResolve: true, pathNot: '^node:' },
    },
    {
      name: 'no-cycle',
      comment: 'Modules that import each other cannot be understood apart.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      comment: 'Nothing imports this file and nothing starts it.',
      severity: 'error',
      from: { orphan: true, pathNot: entryFiles },
      to: {},
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
    },
    exclude: { path: '^(dist|out|coverage|[.]state|[.]cache)/' },
  },
};
