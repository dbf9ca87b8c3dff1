/** @jest-environment ./test/taskpane/support/browser-environment.mjs */
import { DiagnosisList } from '../../../src/guidance/diagnosis-list.ts';
import { blankEntry } from '../../../src/workbook/entry-cells.ts';
import { connectTo } from '../../submission/connections.ts';
import { changedPlan } from '../../support/changed-plan.ts';
import { sampleContents } from '../../support/sample-contents.ts';
import { sampleMonth } from '../../support/samples.ts';
import { fillWithSample, openPane, type OpenPane } from '../support/open-pane.ts';
import { MemoryWorkbook } from '../support/memory-workbook.ts';
import { plan } from '../support/plan.ts';
import { Screen } from '../support/screen.tsx';
import { spanish } from '../../../src/taskpane/words/spanish.ts';

const sample = sampleContents(plan.profile);

async function onStep(
  step: 'fill' | 'check',
  words = undefined as typeof spanish | undefined,
): Promise<{ pane: OpenPane; screen: Screen }> {
  const workbook = new MemoryWorkbook();
  await fillWithSample(workbook, plan.profile);
  const pane = openPane(plan, {}, workbook);
  await pane.commands.open();
  pane.store.dispatch({ type: 'stepChosen', step });
  return { pane, screen: await Screen.show(pane, words) };
}

describe('the line form', () => {
  test('a line is entered: the member by name, the service by words, the rest derived', async () => {
    const { pane, screen } = await onStep('fill');
    const [member] = sample.members;
    if (member === undefined) throw new Error('no member');
    await screen.click('button', 'New line');
    await screen.type('Member', member.memberLastName.toUpperCase());
    const option = screen.all('option', new RegExp(member.memberCin))[0];
    await screen.after(() => option?.click());
    await screen.type('Service', 'habilitation h2038');
    const services = screen.all('option', /Day Habilitation Programs/);
    expect(services).toHaveLength(1);
    await screen.after(() => services[0]?.click());
    await screen.type('Service Start Date', '10/30/2026');
    await screen.type('Service Unit Count(s)', '2');
    await screen.type('Place of Service (POS)', '99 · Other Place of Service');
    await screen.type('Member Diagnosis Code(s) 1', 'Z59.41');
    expect(screen.text).toContain('Service charge amount: $90.00');
    expect(screen.text).toContain('Leave blank for the plan’s rate of $45.00.');
    await screen.click('button', 'Next number');
    expect(screen.field('Invoice Number').value).toMatch(/^\d{10}$/);
    await screen.click('button', 'Save line');
    expect(screen.announced).toBe('Row 175 saved.Dismiss this message');
    expect(pane.workbook.rows[172]?.entry).toMatchObject({
      memberCin: member.memberCin,
      serviceStartDate: '10/30/2026',
      serviceEndDate: null,
      serviceUnitCost: null,
      diagnosisCode1: 'Z59.41',
    });
    await screen.close();
  });

  test('a plan’s own service in its words, and a rate that depends on the day', async () => {
    const changed = await connectTo(plan.endpoint, [...plan.receiptKeys], await changedPlan());
    const workbook = new MemoryWorkbook();
    await fillWithSample(workbook, changed.profile);
    const pane = openPane(changed, {}, workbook);
    await pane.commands.open();
    pane.store.dispatch({ type: 'stepChosen', step: 'fill' });
    const screen = await Screen.show(pane);
    await screen.click('button', 'New line');
    const choose = async (words: string, option: RegExp) => {
      await screen.type('Service', words);
      const found = screen.all('option', option);
      expect(found).toHaveLength(1);
      await screen.after(() => found[0]?.click());
    };
    await choose('peer', /^H2015 U6 · Peer Mentoring · per session · \$45\.00$/);
    expect(screen.text).toContain('Leave blank for the plan’s rate of $45.00.');
    // Found by the guidance's name as well.
    await choose('enhanced care', /ECM visit, lay staff · per 15 minutes/);
    await choose('recuperative', /^T2033 U6 · Recuperative Care \(Medical Respite\) · per day$/);
    expect(screen.text).toContain('Enter the start date first: the plan’s rate depends on it.');
    await screen.type('Service Start Date', '01/14/2027');
    expect(screen.text).toContain('Leave blank for the plan’s rate of $210.50.');
    await screen.close();
  });

  test('the tabulator key leaves a field as it is typed: no entry is taken that nobody chose', async () => {
    const { pane, screen } = await onStep('fill');
    await screen.click('button', 'New line');
    await screen.type('Member Diagnosis Code(s) 1', 'Z59');
    expect(screen.all('option').length).toBeGreaterThan(1);
    await screen.press('Member Diagnosis Code(s) 1', 'Tab');
    await screen.leave('Member Diagnosis Code(s) 1');
    expect(screen.has('option')).toBe(false);
    expect(pane.state().fill.line?.entry.diagnosisCode1).toBe('Z59');
    await screen.press('Member Diagnosis Code(s) 1', 'ArrowDown');
    await screen.press('Member Diagnosis Code(s) 1', 'Enter');
    expect(pane.state().fill.line?.entry.diagnosisCode1).toMatch(/^Z59\./);
    await screen.close();
  });

  test('a CIN that is not on the roster can be put there', async () => {
    const { pane, screen } = await onStep('fill');
    await screen.click('button', 'New line');
    await screen.type('Member', '90000001A');
    await screen.click('button', 'Add this member to Members');
    expect(screen.field('Member Client Identification Number (CIN)').value).toBe('90000001A');
    // The line that was begun is still there.
    await screen.click('tab', /^Fill/);
    expect(pane.state().fill.line?.entry.memberCin).toBe('90000001A');
    await screen.close();
  });

  test('a line is walked to and from, and diagnoses grow one by one', async () => {
    const { pane, screen } = await onStep('fill');
    pane.workbook.selected = { row: 3, column: null };
    await screen.click('button', 'Edit the selected line');
    expect(screen.has('heading', 'Line at row 3')).toBe(true);
    expect(screen.has('button', 'Previous line')).toBe(false);
    await screen.click('button', 'Next line');
    expect(screen.has('heading', 'Line at row 4')).toBe(true);
    const shown = screen.all('combobox', /^Member Diagnosis/).length;
    await screen.click('button', 'Add another diagnosis');
    expect(screen.all('combobox', /^Member Diagnosis/)).toHaveLength(shown + 1);
    await screen.close();
  });
});

describe('diagnoses', () => {
  test('the member’s own come first, then what the list of the year has for the beginning of a code', async () => {
    const { pane, screen } = await onStep('fill');
    const [entry] = sample.entries;
    const cin = entry?.memberCin ?? '';
    await screen.after(() => {
      const list = DiagnosisList.of(2027, [
        { code: 'A00', reportable: false },
        { code: 'A000', reportable: true },
        { code: 'A009', reportable: true },
      ]);
      pane.store.dispatch({ type: 'diagnosisListsRead', planId: plan.planId, lists: [list], missing: [] });
    });
    await screen.click('button', 'New line');
    await screen.type('Member', cin);
    await screen.type('Service Start Date', '10/30/2026');
    await screen.click('combobox', 'Member Diagnosis Code(s) 1');
    expect(screen.all('option')[0]?.textContent).toContain('on other lines of this member');
    await screen.type('Member Diagnosis Code(s) 1', 'a00');
    expect(screen.all('option').map(({ textContent }) => textContent)).toEqual(['A00.0', 'A00.9']);
    await screen.type('Member Diagnosis Code(s) 1', 'A00');
    await screen.press('Member Diagnosis Code(s) 1', 'Tab');
    await screen.click('button', 'A00.9');
    expect(pane.state().fill.line?.entry.diagnosisCode1).toBe('A00.9');
    expect(screen.has('button', 'A00.0')).toBe(false);
    await screen.close();
  });
});

describe('arranging', () => {
  test('deleting asks first', async () => {
    const { pane, screen } = await onStep('fill');
    pane.workbook.selected = { row: 3, column: null };
    await screen.click('button', 'Delete line');
    expect(screen.announced).toContain('Delete the line at row 3?');
    await screen.click('button', 'Keep it');
    expect(pane.workbook.rows[0]?.entry).toEqual(sample.entries[0]);
    await screen.click('button', 'Delete line');
    await screen.click('button', 'Yes, delete it');
    expect(pane.workbook.rows[0]?.entry).toEqual(sample.entries[1]);
    await screen.close();
  });
});

describe('importing', () => {
  test('a pasted block is previewed with counts, findings and repairs, then added', async () => {
    const { pane, screen } = await onStep('fill');
    pane.workbook.rows = pane.workbook.rows.map(() => null);
    await screen.click('button', 'Import a list');
    await screen.type(/paste rows/, sampleMonth('harbor-care-2026-10-dirty'));
    await screen.click('button', 'Preview');
    expect(screen.announced).toContain('172 lines');
    expect(screen.all('listitem', /^File row \d+ · .* · Error: /).length).toBeGreaterThan(0);
    expect(screen.has('heading', /^\d+ repairs of formatting$/)).toBe(true);
    expect(screen.field(/^Take the CIN from the card number · /)).toHaveProperty('checked', true);
    await screen.click('button', 'Add 172 lines');
    expect(screen.announced).toContain('172 lines added');
    await screen.close();
  });

  test('columns that are not recognised are placed by hand', async () => {
    const { pane, screen } = await onStep('fill');
    await screen.click('button', 'Import a list');
    await screen.type(
      /paste rows/,
      'CIN,DOS,HCPCS,Mod,Units,POS,Dx,Inv #,Ticket\n99073662S,10/30/2026,G9012,U2,1,11,Z60.2,4100009001,17\n',
    );
    await screen.click('button', 'Preview');
    expect(screen.announced).toContain('8 columns recognized, 1 not: Ticket.');
    await screen.type('Ticket goes to', 'controlNumber');
    expect(screen.announced).toContain('9 columns recognized.');
    await screen.click('button', 'Show all columns');
    expect(screen.field('CIN goes to')).toHaveProperty('value', 'memberCin');
    await screen.type('CIN goes to', 'ignored');
    expect(screen.announced).toContain('Nothing in the list goes to: Member Client Identification Number (CIN).');
    await screen.type('CIN goes to', 'memberCin');
    await screen.click('button', 'Add 1 line');
    expect(pane.workbook.rows[172]?.entry.controlNumber).toBe('17');
    await screen.close();
  });

  test('a text without headers is refused in words', async () => {
    const { screen } = await onStep('fill');
    await screen.click('button', 'Import a list');
    await screen.type(/paste rows/, 'hello');
    await screen.click('button', 'Preview');
    expect(screen.announced).toContain('This is no table with column headers');
    await screen.close();
  });
});

describe('the check', () => {
  test('findings say where, what and what to do; choosing one selects the cell', async () => {
    const { pane, screen } = await onStep('check');
    await screen.after(() => {
      pane.workbook.type(5, { placeOfService: '00' });
    });
    expect(screen.get('tab', /^Check/).textContent).toContain('1');
    await screen.click('checkbox', 'Errors only');
    expect(screen.all('heading', /^Row 5 · invoice/)).toHaveLength(1);
    expect(screen.text).toContain('What to do:');
    await screen.click('button', 'Go to Place of Service (POS), row 5');
    expect(pane.workbook.selected).toEqual({ row: 5, column: 'placeOfService' });
    await screen.click('button', 'Open the line form of row 5');
    expect(screen.has('heading', 'Line at row 5')).toBe(true);
    await screen.close();
  });

  test('the click is announced with counts, and the Check column’s time is said', async () => {
    const { pane, screen } = await onStep('check');
    expect(screen.text).toContain('Not checked yet.');
    await screen.click('button', 'Check all lines');
    expect(screen.announced).toMatch(/172 lines checked: 0 errors, \d+ warnings\./);
    expect(screen.text).toContain('brought up to date at 11/24/2026');
    await screen.after(() => {
      pane.workbook.type(3, { controlNumber: '1' });
    });
    expect(screen.text).toContain('Lines have changed since');
    await screen.close();
  });

  test('what comes from Setup and Members is mended there', async () => {
    const { pane, screen } = await onStep('check');
    const [member] = sample.members;
    await screen.after(() => {
      pane.workbook.edit((workbook) => {
        workbook.setup = { ...workbook.setup, billing: { ...workbook.setup.billing, billingProviderTin: '1' } };
        workbook.members = workbook.members.map((each) =>
          each.memberCin === member?.memberCin ? { ...each, memberLastName: '' } : each,
        );
      });
    });
    await screen.click('radio', 'By rule');
    await screen.click('checkbox', 'Errors only');
    const [setUp] = screen.all('button', 'Correct it in Set up');
    expect(setUp).toBeDefined();
    // Thousands of findings are shown a page at a time.
    expect(screen.all('button', /^Go to /).length).toBeLessThanOrEqual(30);
    const [members] = screen.all('button', 'Correct it in Members');
    await screen.after(() => members?.click());
    expect(screen.has('heading', 'Edit member')).toBe(true);
    await screen.close();
  });

  test('damage is shown with Repair, which says that undo starts afresh', async () => {
    const { pane, screen } = await onStep('check');
    pane.workbook.damage = [{ kind: 'listMissing', column: 'Procedure Code(s)' }];
    await screen.click('button', 'Look for damage to the sheet');
    expect(screen.text).toContain('Procedure Code(s): the list is gone');
    expect(screen.text).toContain('Undo starts afresh');
    await screen.click('button', 'Repair');
    expect(screen.announced).toContain('1 place repaired');
    expect(screen.has('button', 'Repair')).toBe(false);
    await screen.close();
  });

  test.each([
    ['cellEdit', 'Excel is busy: finish the cell that you are editing (Enter or Esc), then try again.'],
    ['notAnswering', 'Excel is not answering.'],
  ] as const)('trouble with Excel (%s) is one sentence, announced at once', async (trouble, text) => {
    const { pane, screen } = await onStep('check');
    pane.workbook.failNext('read', trouble);
    await screen.click('button', 'Check all lines');
    expect(
      screen
        .all('alert')
        .map((region) => region.textContent)
        .join(''),
    ).toContain(text);
    await screen.close();
  });

  test('in Spanish, with the guidance’s names as they are on the sheet', async () => {
    const { pane, screen } = await onStep('check', spanish);
    await screen.after(() => {
      pane.workbook.type(5, { ...blankEntry, memberCin: '1' });
    });
    await screen.click('button', 'Revisar todas las líneas');
    expect(screen.announced).toMatch(/Resultado de 172 líneas: \d+ errores/);
    expect(screen.all('button', /^Ir a Member Client Identification Number \(CIN\), fila 5$/)).toHaveLength(1);
    await screen.click('tab', /^Llenar/);
    await screen.click('button', 'Línea nueva');
    expect(screen.description('Service Start Date')).toContain('El día del servicio como MM/DD/YYYY.');
    await screen.close();
  });
});
