import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const root = new URL('../../', import.meta.url);

/** The changes that CONTRIBUTING.md shows, by their headings. */
const diffs = new Map(
  (await readFile(new URL('CONTRIBUTING.md', root), 'utf8')).split(/^## /m).flatMap((section) => {
    const diff = /^```diff\n([^]*?)^```/m.exec(section)?.[1];
    return diff === undefined ? [] : [[section.slice(0, section.indexOf('\n')), diff] as const];
  }),
);

/** What a copy of the guidance prints for an expression, with a change of CONTRIBUTING.md made to it. */
async function withChange(heading: string, source: string): Promise<unknown> {
  const folder = await mkdtemp(join(tmpdir(), 'contributing-'));
  try {
    await cp(new URL('src/guidance', root), join(folder, 'src', 'guidance'), { recursive: true });
    await cp(new URL('package.json', root), join(folder, 'package.json'));
    await symlink(new URL('node_modules', root).pathname, join(folder, 'node_modules'), 'junction');
    await writeFile(join(folder, 'change.diff'), diffs.get(heading) ?? '');
    await run('git', ['apply', 'change.diff'], { cwd: folder });
    await writeFile(join(folder, 'ask.ts'), source);
    const { stdout } = await run(process.execPath, ['ask.ts'], { cwd: folder });
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

test('a rule is one object, and words in each language', async () => {
  const found = await withChange(
    'A rule',
    `import { checkLines } from './src/guidance/check.ts';
     import { blankLine } from './src/guidance/columns.ts';
     import { civilDate } from './src/guidance/civil-date.ts';
     import { wordsFor } from './src/guidance/messages/words.ts';
     const facts = { payerIdentifier: '', payerName: '', services: [], spansDays: false, fractionalUnits: false,
       extraModifiers: [], servicesConfirmedThrough: civilDate(2026, 12, 31), diagnosisLists: [], filingLimitDays: null,
       expectsControlNumber: false, expectsPlanRates: false };
     const finding = checkLines([{ ...blankLine, billingProviderState: 'NV' }], facts, civilDate(2026, 11, 24))
       .find(({ code }) => code === 'BILLING_STATE_ELSEWHERE');
     console.log(JSON.stringify([finding.severity, wordsFor(finding, 'en').title, wordsFor(finding, 'es').title]));`,
  );
  expect(found).toEqual(['warning', 'Billing provider outside California', 'Proveedor fuera de California']);
});

test('a service is a row', async () => {
  const service = await withChange(
    'A service',
    `import { serviceById, serviceLabel } from './src/guidance/services.ts';
     console.log(JSON.stringify(serviceLabel(serviceById('H2014-U6'))));`,
  );
  expect(service).toBe('H2014 U6 · Skills Training');
});

test('a language is a catalogue and a line', async () => {
  const words = await withChange(
    'A language',
    `import { languages, wordsFor } from './src/guidance/messages/words.ts';
     console.log(JSON.stringify([languages, wordsFor({ code: 'REQUIRED', column: 'memberCin' }, 'tl').title]));`,
  );
  expect(words).toEqual([['en', 'es', 'tl'], 'Walang laman ang kailangang cell']);
});
