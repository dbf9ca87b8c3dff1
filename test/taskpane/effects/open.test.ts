import { planFacts } from '../../../src/plan/facts.ts';
import { fillWithSample, openPane, type OpenPane } from '../support/open-pane.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { plan } from '../support/plan.ts';
import { standingOf } from '../../../src/taskpane/state/standing.ts';

async function opened(workbook = new MemoryWorkbook()): Promise<OpenPane> {
  const pane = openPane(plan, {}, workbook);
  await pane.commands.open();
  return pane;
}

test('an empty workbook has no template; install puts it in and leads to Set up', async () => {
  const pane = await opened();
  expect(standingOf(pane.state()).kind).toBe('noTemplate');
  expect(pane.workbook.watched).toBe(false);
  await pane.commands.install(plan.planId);
  expect(standingOf(pane.state()).kind).toBe('template');
  expect(pane.state()).toMatchObject({ step: 'setUp', busy: null, message: { kind: 'installed', carriedOver: 0 } });
  expect(pane.workbook.watched).toBe(true);
});

test('opening reads, and writes nothing', async () => {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  await opened(workbook);
  expect(workbook.calls).toEqual(['state', 'watch', 'readEdited', 'submissionState', 'damages']);
});

test.each<[string, (workbook: MemoryWorkbook) => void, string]>([
  ['an unfinished Setup', (workbook) => (workbook.setup = { ...workbook.setup, attested: false }), 'setUp'],
  ['no lines', (workbook) => (workbook.rows = workbook.rows.map(() => null)), 'fill'],
  ['errors', (workbook) => (workbook.members = []), 'check'],
  ['a finished month', () => undefined, 'submit'],
])('with %s the pane begins on the right step', async (_, change, step) => {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  change(workbook);
  expect((await opened(workbook)).state().step).toBe(step);
});

test('an unknown plan, altered data and an older template or layout are told apart', async () => {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  const { template } = workbook;
  if (template === null) throw new Error('no template');
  workbook.template = { ...template, planId: 'somebody-else' };
  expect(standingOf((await opened(workbook)).state()).kind).toBe('unknownPlan');
  workbook.template = { ...template, untouched: false };
  expect(standingOf((await opened(workbook)).state())).toMatchObject({ altered: true, older: false });
  workbook.template = { ...template, profileVersion: 0 };
  expect(standingOf((await opened(workbook)).state())).toMatchObject({ altered: false, older: true });
  workbook.template = { ...template, layoutVersion: 0 };
  expect(standingOf((await opened(workbook)).state())).toMatchObject({ altered: false, older: true });
});

test.each([{ profileVersion: 99 }, { layoutVersion: 99 }])(
  'a template that is newer, %j, is not touched',
  async (newer) => {
    const workbook = new MemoryWorkbook();
    await fillWithSample(workbook, plan.profile);
    if (workbook.template !== null) workbook.template = { ...workbook.template, ...newer };
    const pane = await opened(workbook);
    expect(standingOf(pane.state()).kind).toBe('newerTemplate');
    for (const command of ['check', 'saveSetup', 'repair', 'submit', 'importList'] as const)
      await pane.commands[command]();
    expect(workbook.calls).toEqual(['state']);
    // Numbers that somebody altered are no version.
    if (workbook.template !== null) workbook.template = { ...workbook.template, untouched: false };
    expect(standingOf((await opened(workbook)).state())).toMatchObject({ kind: 'template', altered: true });
  },
);

test('a registry that is not trusted lets nothing be installed', async () => {
  const pane = openPane(plan, { readPlans: () => Promise.resolve({ kind: 'unavailable', reason: 'notTrusted' }) });
  await pane.commands.open();
  await pane.commands.install(plan.planId);
  expect(pane.workbook.calls).toEqual(['state']);
});

test.each(['cellEdit', 'notAnswering', 'otherPlan', 'unexpected'] as const)(
  'Excel’s trouble %s is said',
  async (trouble) => {
    const pane = await opened();
    pane.workbook.failNext('install', trouble);
    await pane.commands.install(plan.planId);
    expect(pane.state()).toMatchObject({ busy: null, message: { kind: 'excel', trouble } });
  },
);

test('the sample plan offers what its profile lists', () => {
  expect(planFacts(plan.profile).services).toHaveLength(plan.profile.services.length);
});
