import { fillWithSample, openPane, type OpenPane } from '../support/open-pane.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { plan } from '../support/plan.ts';

async function opened(): Promise<OpenPane> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  const pane = openPane(plan, {}, workbook);
  await pane.commands.open();
  workbook.calls.length = 0;
  return pane;
}

/** Until nothing is under way any more. */
async function settled(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await new Promise((resolve) => setImmediate(resolve));
}

const errors = (pane: OpenPane): number =>
  pane.state().snapshot?.findings.filter(({ severity }) => severity === 'error').length ?? -1;

test('an edit is one read and no write, and what it breaks is found', async () => {
  const pane = await opened();
  expect(errors(pane)).toBe(0);
  pane.workbook.type(3, { memberCin: '1' });
  await settled();
  expect(pane.workbook.calls).toEqual(['readEdited']);
  expect(errors(pane)).toBeGreaterThan(0);
});

test('many edits at once are looked at together, the last one included', async () => {
  const pane = await opened();
  for (let edit = 0; edit < 10; edit += 1) pane.workbook.type(3, { controlNumber: String(edit) });
  await settled();
  expect(pane.workbook.calls).toEqual(['readEdited', 'readEdited']);
  expect(pane.state().snapshot?.contents.lines[0]?.entry.controlNumber).toBe('9');
});

test('the Check column is said to be behind after an edit, and not after a mere selection', async () => {
  const pane = await opened();
  await pane.commands.check();
  pane.workbook.edit(() => undefined);
  await settled();
  expect(pane.state().changedSinceMarked).toBe(false);
  pane.workbook.type(3, { serviceUnitCount: '2' });
  await settled();
  expect(pane.state().changedSinceMarked).toBe(true);
  await pane.commands.check();
  expect(pane.state().changedSinceMarked).toBe(false);
});

test('an Excel that does not answer is left alone; the next edit is looked at again', async () => {
  const pane = await opened();
  pane.workbook.failNext('readEdited', 'notAnswering');
  pane.workbook.type(3, { memberCin: '1' });
  await settled();
  expect(pane.state().message).toBeNull();
  expect(errors(pane)).toBe(0);
  pane.workbook.type(3, { memberCin: '2' });
  await settled();
  expect(errors(pane)).toBeGreaterThan(0);
});

test('a slow read that was overtaken shows nothing', async () => {
  const pane = await opened();
  const read = pane.workbook.read.bind(pane.workbook);
  let release = (): void => undefined;
  const slow = new Promise<void>((resolve) => (release = resolve));
  pane.workbook.read = async (profile) => {
    const contents = await read(profile);
    await slow;
    return contents;
  };
  pane.workbook.type(3, { controlNumber: 'old' });
  await settled();
  pane.workbook.read = read;
  pane.workbook.rows[0] = { ...(pane.workbook.rows[0] ?? neverNull()), mark: '' };
  const row = pane.workbook.rows[0];
  pane.workbook.rows[0] = { ...row, entry: { ...row.entry, controlNumber: 'new' } };
  await pane.commands.check();
  release();
  await settled();
  expect(pane.state().snapshot?.contents.lines[0]?.entry.controlNumber).toBe('new');
});

function neverNull(): never {
  throw new Error('no line');
}

test('check is one read and one write, gives every line a key, and of two equal keys the upper line keeps it', async () => {
  const pane = await opened();
  await pane.commands.check();
  expect(pane.workbook.calls).toEqual(['read', 'writeVerdicts']);
  expect(pane.state().message).toEqual({
    kind: 'checked',
    lines: 172,
    errors: 0,
    warnings: expect.any(Number) as number,
  });
  const keys = pane.workbook.rows.flatMap((row) => row?.rowKey ?? []);
  expect(new Set(keys).size).toBe(172);
  pane.workbook.rows[5] = pane.workbook.rows[0] ?? null;
  await pane.commands.check();
  expect(pane.workbook.rows[0]?.rowKey).toBe(keys[0]);
  expect(pane.workbook.rows[5]?.rowKey).not.toBe(keys[0]);
  // The keys that were just written are in the pane without another read.
  expect(pane.state().snapshot?.contents.lines.every(({ rowKey }) => rowKey !== null)).toBe(true);
});

test('after one edit in 5,000 lines one line is looked at again', async () => {
  const pane = await opened();
  const { rows } = pane.workbook;
  pane.workbook.rows = Array.from({ length: 5_000 }, (_, place) => rows[place % 172] ?? null).map((row, place) =>
    row === null
      ? null
      : {
          ...row,
          entry: {
            ...row.entry,
            invoiceNumber: String(4_100_000_000 + Math.floor(place / 172) * 1_000 + (place % 172)),
          },
        },
  );
  await pane.commands.check();
  expect(pane.context.memory.current?.looked).toBeGreaterThan(4_000);
  const seen = new Promise<void>((resolve) => {
    const stop = pane.store.subscribe(() => {
      if (pane.state().snapshot?.contents.lines[2_500]?.entry.memberCin !== '1') return;
      stop();
      resolve();
    });
  });
  pane.workbook.type(2_503, { memberCin: '1' });
  await seen;
  expect(pane.context.memory.current?.looked).toBe(1);
});

test('a check that is stopped writes nothing, and says so', async () => {
  const pane = await opened();
  const stopAtOnce = pane.store.subscribe(() => {
    if (pane.state().progress !== null) pane.commands.stop();
  });
  await pane.commands.check();
  stopAtOnce();
  expect(pane.workbook.calls).not.toContain('writeVerdicts');
  expect(pane.state()).toMatchObject({ message: { kind: 'stopped' }, busy: null, progress: null, markedAt: null });
  await pane.commands.check();
  expect(pane.workbook.calls).toContain('writeVerdicts');
});
