import { jest } from '@jest/globals';
import { formRepairCodes } from '../../../src/guidance/repair.ts';
import type { Ports } from '../../../src/taskpane/effects/ports.ts';
import { messagesOf } from '../../../src/taskpane/file-worker/messages.ts';
import { readInWorker } from '../../../src/taskpane/file-worker/read-in-worker.ts';
import { readTask } from '../../../src/taskpane/file-worker/read-task.ts';
import { blankEntry } from '../../../src/workbook/entry-cells.ts';
import { blankMember } from '../../../src/workbook/setup-cells.ts';
import { sampleContents } from '../../support/sample-contents.ts';
import { sampleMonth } from '../../support/samples.ts';
import { fillWithSample, openPane, type OpenPane } from '../support/open-pane.ts';
import { smallestParts, textRow, worksheet, zipped } from '../../support/raw-xlsx.ts';
import { withTarget } from '../../../src/workbook/import/column-mapping.ts';
import { MemoryWorkbook, readySetup } from '../support/memory-workbook.ts';
import { plan } from '../support/plan.ts';
import { TalkingWorker } from '../support/talking-worker.ts';

const sample = sampleContents(plan.profile);

async function opened(workbook = new MemoryWorkbook(), ports: Partial<Ports> = {}): Promise<OpenPane> {
  if (workbook.template === null) await workbook.install(plan.profile);
  const pane = openPane(plan, ports, workbook);
  await pane.commands.open();
  workbook.calls.length = 0;
  return pane;
}

async function withSample(): Promise<OpenPane> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  return opened(workbook);
}

const numbers = (pane: OpenPane): readonly string[] =>
  pane.workbook.rows.flatMap((row) => (row === null ? [] : [row.entry.invoiceNumber]));

describe('Set up', () => {
  test('is saved as it is typed, and what is missing is counted', async () => {
    const pane = await opened();
    const setup = { ...readySetup(sample.setup.billing), attested: false, concerns: [''] };
    pane.store.dispatch({ type: 'setupEdited', draft: setup });
    await pane.commands.saveSetup();
    expect(pane.workbook.setup).toEqual({ ...setup, concerns: [] });
    expect(pane.state()).toMatchObject({
      setUp: { draft: null, tries: 1 },
      message: { kind: 'setupSaved', problems: 1 },
    });
  });

  test('keeps what was typed where Excel does not take it', async () => {
    const pane = await opened();
    pane.store.dispatch({ type: 'setupEdited', draft: readySetup(sample.setup.billing) });
    pane.workbook.failNext('writeSetup', 'cellEdit');
    await pane.commands.saveSetup();
    expect(pane.state().setUp.draft?.billing).toEqual(sample.setup.billing);
    expect(pane.state().message).toEqual({ kind: 'excel', trouble: 'cellEdit' });
  });

  test('a member goes on the roster, and stays under edit while something is missing', async () => {
    const pane = await opened();
    const draft = { ...blankMember, memberCin: '99073662S', memberLastName: 'Vu' };
    pane.store.dispatch({ type: 'memberOpened', original: null, draft });
    await pane.commands.saveMember();
    expect(pane.workbook.members).toEqual([draft]);
    expect(pane.state().setUp.member).toMatchObject({ original: '99073662S', tries: 1 });
    const [whole = draft] = sample.members;
    pane.store.dispatch({ type: 'memberEdited', draft: { ...whole, memberCin: '99073662S' } });
    await pane.commands.saveMember();
    expect(pane.state()).toMatchObject({ setUp: { member: null }, message: { kind: 'memberSaved', problems: 0 } });
    expect(pane.workbook.members).toHaveLength(1);
  });

  test('a member without a well-formed CIN is not written', async () => {
    const pane = await opened();
    pane.store.dispatch({ type: 'memberOpened', original: null, draft: { ...blankMember, memberCin: '1' } });
    await pane.commands.saveMember();
    expect(pane.workbook.calls).toEqual([]);
    expect(pane.state()).toMatchObject({ setUp: { member: { tries: 1 } }, message: { kind: 'memberNeedsCin' } });
  });
});

describe('a line', () => {
  test('is appended; with problems it stays under edit on its row, and is then written there', async () => {
    const pane = await withSample();
    pane.store.dispatch({ type: 'lineOpened', row: null, entry: { ...blankEntry, memberCin: '99073662S' } });
    await pane.commands.saveLine({ another: false });
    expect(pane.state().fill).toMatchObject({ view: 'line', line: { row: 175, tries: 1 } });
    expect(pane.state().message).toMatchObject({ kind: 'lineSaved', row: 175 });
    const [entry = blankEntry] = sample.entries;
    pane.store.dispatch({
      type: 'lineEdited',
      entry: { ...entry, serviceStartDate: '10/30/2026', serviceEndDate: null, invoiceNumber: '4100009999' },
    });
    await pane.commands.saveLine({ another: false });
    expect(pane.state()).toMatchObject({ fill: { view: 'overview', line: null }, message: { problems: 0 } });
    expect(pane.workbook.calls.filter((call) => call === 'appendLines')).toHaveLength(1);
    expect(pane.workbook.rows[172]?.entry.invoiceNumber).toBe('4100009999');
  });

  test('save and start another opens a blank one', async () => {
    const pane = await withSample();
    const [entry = blankEntry] = sample.entries;
    const whole = { ...entry, serviceStartDate: '10/30/2026', serviceEndDate: null, invoiceNumber: '4100009999' };
    pane.store.dispatch({ type: 'lineOpened', row: null, entry: whole });
    await pane.commands.saveLine({ another: true });
    expect(pane.state().fill.line).toEqual({ row: null, entry: blankEntry, tries: 0 });
  });

  test('the selected one is opened, a free row as a new line on it; without a selection that is said', async () => {
    const pane = await withSample();
    await pane.commands.openLine('selected');
    expect(pane.state()).toMatchObject({ fill: { line: null }, message: { kind: 'selectLine' } });
    pane.workbook.selected = { row: 5, column: null };
    await pane.commands.openLine('selected');
    expect(pane.state().fill.line).toMatchObject({ row: 5, entry: sample.entries[2] });
    pane.workbook.selected = { row: 300, column: null };
    await pane.commands.openLine('selected');
    expect(pane.state().fill.line).toMatchObject({ row: 300, entry: blankEntry });
  });
});

describe('the order of lines', () => {
  test('insert, delete and move keep keys with their lines', async () => {
    const pane = await withSample();
    await pane.commands.check();
    const before = pane.workbook.rows.slice(0, 4);
    await pane.commands.arrange('insert', 4);
    expect(pane.workbook.rows.slice(0, 5)).toEqual([before[0], null, ...before.slice(1)]);
    await pane.commands.arrange('delete', 4);
    expect(pane.state().message).toEqual({ kind: 'lineGone' });
    await pane.commands.arrange('moveDown', 3);
    expect(pane.workbook.rows[2]).toEqual(before[0]);
    expect(pane.workbook.selected?.row).toBe(5);
    expect(pane.state().message).toEqual({ kind: 'lineMoved', row: 5 });
    await pane.commands.arrange('delete', 5);
    expect(pane.workbook.rows.flatMap((row) => row?.rowKey ?? [])).not.toContain(before[0]?.rowKey);
    expect(numbers(pane)).toHaveLength(171);
  });

  test('the first line cannot be moved up, and nothing is lost', async () => {
    const pane = await withSample();
    const before = numbers(pane);
    await pane.commands.arrange('moveUp', 3);
    expect(numbers(pane)).toEqual(before);
  });

  test('lines are sorted', async () => {
    const pane = await withSample();
    await pane.commands.sortLines('memberCin');
    const cins = pane.workbook.rows.flatMap((row) => (row === null ? [] : [row.entry.memberCin]));
    expect(cins).toEqual([...cins].sort());
  });
});

describe('an import', () => {
  test('previews without writing, then adds Setup, members and lines', async () => {
    const pane = await opened();
    await pane.commands.readList(sampleMonth('harbor-care-2026-10'));
    expect(pane.workbook.calls).toEqual(['read']);
    expect(pane.state().fill.draft?.choices).toEqual({ without: [], takeSetup: true, takeLines: true });
    await pane.commands.importList();
    expect(pane.workbook.setup.billing).toEqual(sample.setup.billing);
    expect(pane.workbook.setup.sites).toEqual(sample.setup.sites);
    expect(pane.workbook.members).toEqual(sample.members);
    expect(numbers(pane)).toEqual(sample.entries.map(({ invoiceNumber }) => invoiceNumber));
    expect(pane.state()).toMatchObject({
      fill: { view: 'overview', draft: null },
      message: { kind: 'imported', lines: 172, members: sample.members.length },
    });
  });

  test('applies repairs where they are wanted, and only there', async () => {
    const repaired = await opened();
    await repaired.commands.readList(sampleMonth('harbor-care-2026-10-dirty'));
    await repaired.commands.importList();
    const cins = (pane: OpenPane): readonly string[] =>
      pane.workbook.rows.flatMap((row) => (row === null ? [] : [row.entry.memberCin]));
    expect(cins(repaired)).not.toContain('98906828H41234');

    const asItIs = await opened();
    await asItIs.commands.readList(sampleMonth('harbor-care-2026-10-dirty'));
    const choices = { without: formRepairCodes, takeSetup: true, takeLines: true };
    await asItIs.commands.previewImport({ type: 'importDecided', choices });
    await asItIs.commands.importList();
    expect(cins(asItIs)).toContain('98906828H41234');
  });

  test('a second click adds nothing again', async () => {
    const pane = await opened();
    await pane.commands.readList(sampleMonth('harbor-care-2026-10'));
    await Promise.all([pane.commands.importList(), pane.commands.importList()]);
    await pane.commands.importList();
    expect(numbers(pane)).toHaveLength(172);
  });

  test('a list that is longer than the free rows gets a larger sheet', async () => {
    const workbook = new MemoryWorkbook();
    await workbook.install(plan.profile, 100);
    const pane = await opened(workbook);
    await pane.commands.readList(sampleMonth('harbor-care-2026-10'));
    await pane.commands.importList();
    expect(numbers(pane)).toHaveLength(172);
    expect(workbook.rows).toHaveLength(200);
    expect(workbook.watched).toBe(true);
  });

  test('a list that the largest sheet does not hold leaves everything as it is', async () => {
    const workbook = new MemoryWorkbook();
    await workbook.install(plan.profile, 5_000);
    workbook.rows[4_900] = { entry: blankEntry, rowKey: null, mark: '' };
    const pane = await opened(workbook);
    await pane.commands.readList(sampleMonth('harbor-care-2026-10'));
    await pane.commands.importList();
    expect(pane.state().message).toEqual({ kind: 'excel', trouble: 'full' });
    expect(workbook.members).toEqual([]);
    expect(workbook.setup.sites).toEqual([]);
  });

  test('Setup that is there stays, unless the biller says otherwise', async () => {
    const pane = await withSample();
    await pane.commands.readList(sampleMonth('harbor-care-2026-10'));
    expect(pane.state().fill.draft?.choices.takeSetup).toBe(false);
  });

  test.each([
    ['a letter', 'Dear plan,\nhere are our invoices', 'noHeaders'],
    ['headers alone', 'Invoice Number,Procedure Code(s)\n', 'noLines'],
  ])('%s is refused with its reason', async (_, text, refusal) => {
    const pane = await opened();
    await pane.commands.readList(text);
    expect(pane.state().fill).toMatchObject({ draft: null, refusal });
  });

  test('a file of the Windows code page keeps its letters', async () => {
    const pane = await opened();
    const bytes = Uint8Array.from('Last Name,CIN,Units\nNúñez,99073662S,1\n', (letter) => letter.charCodeAt(0));
    await pane.commands.readList(new Blob([bytes]));
    expect(pane.state().fill.draft?.list.rows[0]?.cells[0]).toBe('Núñez');
  });

  test('the workbook keeps what a person placed, and maps next month’s list at once', async () => {
    const pane = await withSample();
    const month = (day: string) =>
      `CIN,DOS,HCPCS,Mod,Units,POS,Dx,Inv #,Ticket\n99073662S,${day},G9012,U2,1,11,Z60.2,4100009001,17\n`;
    await pane.commands.readList(month('10/30/2026'));
    expect(pane.workbook.calls).toEqual(expect.arrayContaining(['importMappings']));
    const draft = pane.state().fill.draft;
    if (draft === null) throw new Error('no list');
    expect(draft.mapping.columns.at(-1)).toEqual({ header: 'Ticket', target: null });
    await pane.commands.previewImport({
      type: 'importMapped',
      mapping: withTarget(draft.mapping, 8, 'controlNumber'),
    });
    await pane.commands.importList();
    expect(pane.state().message).toMatchObject({ kind: 'imported', lines: 1 });
    expect(pane.workbook.rows[172]?.entry.controlNumber).toBe('17');
    expect(pane.workbook.mappings).toHaveLength(1);
    expect(JSON.stringify(pane.workbook.mappings)).not.toMatch(/99073662S|4100009001|10.30/);

    await pane.commands.readList(month('11/20/2026'));
    expect(pane.state().fill.draft?.mapping.columns.at(-1)).toEqual({ header: 'Ticket', target: 'controlNumber' });
    pane.workbook.calls.length = 0;
    await pane.commands.importList();
    expect(pane.workbook.calls).not.toContain('writeImportMappings');
  });

  test('what the headers tell by themselves is not kept', async () => {
    const pane = await withSample();
    await pane.commands.readList(
      'CIN,DOS,HCPCS,Mod,Units,POS,Dx,Inv #\n99073662S,10/30/2026,G9012,U2,1,11,Z60.2,4100009001\n',
    );
    await pane.commands.importList();
    expect(pane.workbook.mappings).toEqual([]);
  });

  test('members of the roster keep what the list does not say', async () => {
    const pane = await withSample();
    await pane.commands.readList(
      'CIN,DOS,HCPCS,Mod,Units,POS,Dx,Inv #\n99073662S,10/30/2026,G9012,U2,1,11,Z60.2,4100009001\n',
    );
    await pane.commands.importList();
    expect(pane.workbook.members).toEqual(sample.members);
    expect(pane.workbook.setup.billing).toEqual(sample.setup.billing);
  });

  test('what the list would do is worked out anew after each choice', async () => {
    const pane = await opened();
    await pane.commands.readList(sampleMonth('harbor-care-2026-10-dirty'));
    const before = pane.state().fill.outcome;
    if (before === null) throw new Error('no preview');
    const [first] = before.repairs;
    if (first === undefined) throw new Error('no repair');
    const choices = { without: [first.code], takeSetup: true, takeLines: true };
    const change = { type: 'importDecided', choices } as const;
    // A choice while the preview is under way is taken in, and nothing waits.
    await Promise.all([
      pane.commands.previewImport({ ...change, choices: { ...choices, without: [] } }),
      pane.commands.previewImport(change),
    ]);
    const after = pane.state().fill.outcome;
    expect(after?.lines[first.line]?.[first.column]).toBe(before.source[first.line]?.[first.column]);
    expect(before.lines[first.line]?.[first.column]).not.toBe(before.source[first.line]?.[first.column]);
    expect(pane.state()).toMatchObject({ busy: null, progress: null });
  });

  test('a preview that is stopped leaves the list to be tried again, and an import writes nothing', async () => {
    const pane = await opened();
    await pane.commands.readList(sampleMonth('harbor-care-2026-10'));
    pane.workbook.calls.length = 0;
    const stopAtOnce = pane.store.subscribe(() => {
      if (pane.state().progress !== null) pane.commands.stop();
    });
    // Pauses come by the clock: here each chance to pause is one.
    const clock = jest.spyOn(performance, 'now');
    let time = 0;
    clock.mockImplementation(() => (time += 100));
    await pane.commands.importList();
    expect(pane.state()).toMatchObject({ message: { kind: 'stopped' }, busy: null, progress: null });
    expect(pane.workbook.calls).toEqual(['read']);
    await pane.commands.previewImport(null);
    expect(pane.state()).toMatchObject({ message: { kind: 'stopped' } });
    stopAtOnce();
    clock.mockRestore();
    await pane.commands.importList();
    expect(numbers(pane)).toHaveLength(172);
  });

  test('a workbook of another program is opened like a CSV file', async () => {
    const pane = await opened();
    const rows = [
      ['CIN', 'DOS', 'HCPCS', 'Mod', 'Units', 'POS', 'Dx', 'Inv #'],
      ['99073662S', '10/30/2026', 'G9012', 'U2', '1', '11', 'Z60.2', '4100009001'],
    ];
    const bytes = zipped(smallestParts(worksheet(rows.map(textRow).join(''))));
    await pane.commands.readList(new Blob([Uint8Array.from(bytes)]));
    expect(pane.state().fill.refusal).toBeNull();
    await pane.commands.importList();
    expect(pane.workbook.rows[0]?.entry).toMatchObject({ memberCin: '99073662S', serviceUnitCount: '1' });
  });

  test('a file that is no list is refused with its one reason, and Excel is not asked', async () => {
    const pane = await opened();
    await pane.commands.readList(new Blob(['%PDF-1.7\n1 0 obj\n']));
    expect(pane.state().fill).toMatchObject({ draft: null, refusal: 'pdf' });
    expect(pane.workbook.calls).toEqual([]);
  });

  test('what a worker read is taken, and nothing is read once more', async () => {
    const sample = await readTask({ kind: 'list', source: sampleMonth('harbor-care-2026-10') });
    const worker = new TalkingWorker(() => Promise.resolve([...messagesOf(sample)]));
    const pane = await opened(undefined, {
      readInWorker: (task, signal) => readInWorker(() => worker, task, signal),
    });
    await pane.commands.readList('no list at all');
    expect(pane.state().fill.outcome?.entries).toHaveLength(172);
  });

  test('a reading that takes too long can be stopped: nothing comes of it, and Excel was not asked', async () => {
    const pane = await opened(undefined, { readInWorker: () => new Promise(() => undefined) });
    const stopAtOnce = pane.store.subscribe(() => {
      if (pane.state().progress !== null) pane.commands.stop();
    });
    await pane.commands.readList(sampleMonth('harbor-care-2026-10'));
    stopAtOnce();
    expect(pane.state()).toMatchObject({
      busy: null,
      progress: null,
      message: { kind: 'stopped' },
      fill: { draft: null, refusal: null },
    });
    expect(pane.workbook.calls).toEqual([]);
  });

  test('a file that cannot be read says so', async () => {
    const pane = await opened();
    const file = new Blob(['x']);
    file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    await pane.commands.readList(file);
    expect(pane.state().fill.refusal).toBe('unreadable');
  });
});

describe('members from a list', () => {
  const authorizations = [
    'Client ID,CIN,Last Name,First Name,DOB,Dx,Authorization Number,Start Date,Units',
    '1,98906828H41234,Vega,Ana,3/4/1980,"Z59.01, F10.20",AUTH-77,10/1/2026,4',
  ].join('\n');

  test('only what is said of members is taken, repaired, and nothing is asked of lines', async () => {
    const pane = await withSample();
    pane.store.dispatch({ type: 'importOpened', purpose: 'members' });
    await pane.commands.readList(authorizations);
    const { outcome } = pane.state().fill;
    expect(outcome?.missing).toEqual([]);
    expect(outcome?.repairs.map(({ code }) => code)).toEqual(['CARD_NUMBER', 'DATE_FORM']);
    const columns = new Set(outcome?.findings.map(({ column }) => column));
    expect([...columns].filter((column) => !/^member|^medicalRecord/.test(column))).toEqual([]);
    await pane.commands.importList();
    expect(pane.workbook.calls).not.toContain('appendLines');
    expect(pane.workbook.members).toContainEqual(
      expect.objectContaining({ memberCin: '98906828H', memberLastName: 'Vega', memberDateOfBirth: '03/04/1980' }),
    );
    expect(numbers(pane)).toHaveLength(172);
    expect(pane.state()).toMatchObject({
      fill: { view: 'overview' },
      message: { kind: 'membersImported', members: 1 },
    });
  });

  test('where it is wanted, each row starts a line with what the authorization says', async () => {
    const pane = await withSample();
    pane.store.dispatch({ type: 'importOpened', purpose: 'members' });
    await pane.commands.readList(authorizations);
    const choices = { without: [], takeSetup: false, takeLines: true };
    await pane.commands.previewImport({ type: 'importDecided', choices });
    await pane.commands.importList();
    expect(pane.workbook.rows[172]?.entry).toMatchObject({
      memberCin: '98906828H',
      diagnosisCode1: 'Z59.01',
      diagnosisCode2: 'F10.20',
      authorizationNumber: 'AUTH-77',
      serviceStartDate: '10/01/2026',
      serviceUnitCount: '4',
    });
    expect(pane.state().message).toMatchObject({ kind: 'imported', lines: 1 });
  });
});

describe('the sheet itself', () => {
  test('damage is found, repaired, and then there is none', async () => {
    const pane = await withSample();
    pane.workbook.damage = [{ kind: 'listMissing', column: 'Procedure Code(s)' }];
    await pane.commands.inspect();
    expect(pane.state().damages).toHaveLength(1);
    await pane.commands.repair();
    expect(pane.state()).toMatchObject({ damages: [], message: { kind: 'repaired', places: 1, rebuilt: false } });
    await pane.commands.inspect();
    expect(pane.state().message).toEqual({ kind: 'nothingToRepair' });
  });

  test('nothing is said of a damage while a repair has failed', async () => {
    const pane = await withSample();
    pane.workbook.damage = [{ kind: 'unprotected', column: '' }];
    await pane.commands.inspect();
    pane.workbook.failNext('repair', 'protected');
    await pane.commands.repair();
    expect(pane.state().damages).toHaveLength(1);
    expect(pane.state().message).toEqual({ kind: 'excel', trouble: 'protected' });
  });
});
