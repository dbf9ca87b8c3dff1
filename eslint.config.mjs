import eslint from '@eslint/js';
import { defineConfig } from 'eslint/config';
import jsxAccessibility from 'eslint-plugin-jsx-a11y';
import officeAddinsPlugin from 'eslint-plugin-office-addins';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const officeAddins = /** @type {import('eslint').ESLint.Plugin} */ (/** @type {unknown} */ (officeAddinsPlugin));

/** What only Excel's side of the product may touch: everything else goes through `src/excel`. */
const officeGlobals = ['Excel', 'Office', 'OfficeExtension', 'OfficeRuntime'].map((name) => ({
  name,
  message: 'Only src/excel and src/workbench touch Office.js; use the InvoiceWorkbook interface.',
}));

/** Places where a browser keeps data: the workbook is the only store of member data. */
const storageGlobals = ['localStorage', 'sessionStorage', 'indexedDB', 'caches'].map((name) => ({
  name,
  message: 'Nothing is kept in browser storage: the workbook is the draft and the outbox.',
}));

/** The same, reached through the global object. */
const storageProperties = ['window', 'globalThis', 'self'].flatMap((object) =>
  storageGlobals.map(({ name, message }) => ({ object, property: name, message })),
);

/** What exists in Node alone or in a page alone: shared folders run unchanged in both. */
const platformGlobals = ['process', 'Buffer', 'require', 'window', 'document', 'navigator', 'location'].map((name) => ({
  name,
  message: 'This folder runs unchanged in the pane, in Node and in a worker.',
}));

/** `import * as z from 'zod'` bundles to 27 kB, any other form to more than three times that. */
const zodImports = [
  {
    selector: "ImportDeclaration[source.value='zod'] > :matches(ImportSpecifier, ImportDefaultSpecifier)",
    message: "Write import * as z from 'zod'.",
  },
  {
    selector: "ImportDeclaration[source.value='zod'] > ImportNamespaceSpecifier:not([local.name='z'])",
    message: "Write import * as z from 'zod'.",
  },
  { selector: 'ImportDeclaration[source.value=/^zod[/]/]', message: "Write import * as z from 'zod'." },
  { selector: 'ExportNamedDeclaration[source.value=/^zod($|[/])/]', message: 'Nothing re-exports zod.' },
  { selector: 'ExportAllDeclaration[source.value=/^zod($|[/])/]', message: 'Nothing re-exports zod.' },
];

/** A test that shuts out the others, or one that never runs. */
const shutTests = [
  {
    selector:
      'CallExpression > MemberExpression.callee[object.name=/^(test|it|describe)$/][property.name=/^(only|skip|todo)$/]',
    message: 'Every test runs.',
  },
  {
    selector: 'CallExpression > Identifier.callee[name=/^(xit|xtest|xdescribe|fit|fdescribe)$/]',
    message: 'Every test runs.',
  },
];

const innerHtml = {
  selector:
    "JSXAttribute[name.name='dangerouslySetInnerHTML'], AssignmentExpression > MemberExpression[property.name=/^(inner|outer)HTML$/]",
  message: 'Text is set as text: markup from data would run as code.',
};

const nodeModules = {
  group: ['node:*'],
  message: 'This folder also runs in a browser.',
};

export default defineConfig(
  { ignores: ['dist/', 'out/', 'coverage/', '.state/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', reportUnusedInlineConfigs: 'error' } },

  eslint.configs.recommended,
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  {
    files: ['**/*.{ts,tsx,mjs}'],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      // Type checkers know the names; here they would only be found twice.
      'no-undef': 'off',
      eqeqeq: 'error',
      'no-console': 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-syntax': ['error', ...zodImports, innerHtml],
    },
  },
  {
    files: ['src/**/*.{ts,tsx}', 'plans/**/*.ts', 'scripts/**', 'bench/**'],
    rules: { 'no-restricted-globals': ['error', ...officeGlobals] },
  },
  {
    files: ['src/{guidance,plan,workbook,submission}/**'],
    rules: {
      'no-restricted-globals': ['error', ...officeGlobals, ...storageGlobals, ...platformGlobals],
      'no-restricted-imports': ['error', { patterns: [nodeModules] }],
    },
  },
  {
    files: ['src/{excel,taskpane}/**'],
    plugins: { 'office-addins': officeAddins },
    rules: {
      ...Object.fromEntries(Object.keys(officeAddins.rules ?? {}).map((rule) => [`office-addins/${rule}`, 'error'])),
      'no-restricted-imports': ['error', { patterns: [nodeModules] }],
    },
  },
  {
    files: ['src/{guidance,plan,workbook,submission,excel,taskpane}/**'],
    rules: { 'no-restricted-properties': ['error', ...storageProperties] },
  },
  { files: ['src/taskpane/**'], rules: { 'no-restricted-globals': ['error', ...officeGlobals, ...storageGlobals] } },
  { files: ['src/excel/**'], rules: { 'no-restricted-globals': ['error', ...storageGlobals] } },
  { files: ['src/workbench/**'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['src/**/*.tsx'],
    extends: [reactHooks.configs.flat['recommended-latest'], jsxAccessibility.flatConfigs.strict],
  },
  {
    // Programs that talk to a person at a terminal.
    files: ['src/cli/**', 'scripts/**', 'bin/**', 'bench/**'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': ['error', ...zodImports, ...shutTests] },
  },
);
