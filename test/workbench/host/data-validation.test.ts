import { areaOf } from '../../../src/workbench/model/area.ts';
import { closeWorkbooks, errorOf, openWorkbook } from './open-workbook.ts';

afterEach(closeWorkbooks);

test.each<[string, Excel.DataValidationRule, string]>([
  ['List', { list: { inCellDropDown: true, source: 'one,two' } }, 'List'],
  ['List of a name', { list: { inCellDropDown: false, source: '=Entries' } }, 'List'],
  ['WholeNumber', { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } }, 'WholeNumber'],
  ['Decimal', { decimal: { formula1: 0.5, operator: 'GreaterThan' } }, 'Decimal'],
  ['TextLength', { textLength: { formula1: 9, operator: 'EqualTo' } }, 'TextLength'],
  ['Custom', { custom: { formula: '=LEN(A1)=9' } }, 'Custom'],
])('a rule of type %s is set and read back', async (_, rule, type) => {
  const { book, sheet, onSheet } = await openWorkbook();
  book.names.add('Entries', { sheet, area: areaOf(0, 5, 2, 5) });
  const read = await onSheet(async (worksheet, context) => {
    const { dataValidation } = worksheet.getRange('A1:A3');
    dataValidation.rule = rule;
    dataValidation.load('rule,type,ignoreBlanks');
    await context.sync();
    return [dataValidation.type, dataValidation.rule, dataValidation.ignoreBlanks];
  });
  expect(read).toEqual([type, rule, true]);
});

test('a range as source of a list becomes a reference', async () => {
  const { sheet, onSheet } = await openWorkbook({}, { sheetNames: ['Sheet1', 'My lists'] });
  const source = await onSheet(async (worksheet, context) => {
    const entries = context.workbook.worksheets.getItem('My lists').getRange('A1:A2');
    entries.values = [['first'], ['second']];
    const { dataValidation } = worksheet.getRange('A1');
    dataValidation.rule = { list: { inCellDropDown: true, source: entries } };
    dataValidation.load('rule');
    await context.sync();
    return dataValidation.rule.list?.source;
  });
  expect(source).toBe("='My lists'!$A$1:$A$2");
  expect(sheet.validations.list(0, 0)).toEqual(['first', 'second']);
});

test('dates come in ISO 8601 and count as serials of the workbook', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('A1').dataValidation.rule = {
      date: { formula1: '2026-10-01', formula2: '2026-10-31', operator: 'Between' },
    };
  });
  expect([46295, 46296, 46326, 46327].map((serial) => sheet.validations.accepts(0, 0, serial))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('prompt, alert and blanks; a new rule keeps them', async () => {
  const { onSheet } = await openWorkbook();
  const read = await onSheet(async (worksheet, context) => {
    const { dataValidation } = worksheet.getRange('A1:A9');
    dataValidation.rule = { list: { inCellDropDown: true, source: 'a' } };
    dataValidation.prompt = { showPrompt: true, title: 'Title', message: 'Message' };
    dataValidation.errorAlert = { showAlert: true, style: 'Warning', title: 'Wrong', message: 'Really?' };
    dataValidation.ignoreBlanks = false;
    dataValidation.rule = { custom: { formula: '=TRUE()' } };
    dataValidation.load('prompt,errorAlert,ignoreBlanks,type');
    await context.sync();
    return dataValidation.toJSON();
  });
  expect(read).toMatchObject({
    prompt: { showPrompt: true, title: 'Title', message: 'Message' },
    errorAlert: { showAlert: true, style: 'Warning', title: 'Wrong', message: 'Really?' },
    ignoreBlanks: false,
    type: 'Custom',
  });
});

test('words without a rule stay without one: any value is accepted', async () => {
  const { sheet, onSheet } = await openWorkbook();
  const read = await onSheet(async (worksheet, context) => {
    worksheet.getRange('A2').dataValidation.rule = { list: { inCellDropDown: true, source: 'a' } };
    const { dataValidation } = worksheet.getRange('A1:A3');
    dataValidation.prompt = { showPrompt: true, title: '', message: 'Anything' };
    const [first, second] = ['A1', 'A2'].map((address) => worksheet.getRange(address).dataValidation);
    for (const one of [first, second]) one?.load('type,rule,prompt');
    dataValidation.load('type');
    await context.sync();
    return [first?.type, first?.rule, first?.prompt.message, second?.type, second?.prompt.message, dataValidation.type];
  });
  expect(read).toEqual(['None', {}, 'Anything', 'List', 'Anything', 'MixedCriteria']);
  expect(sheet.validations.accepts(0, 0, 'whatever')).toBe(true);
});

test('valid tells all, none or some; writes of the API pass', async () => {
  const { onSheet } = await openWorkbook();
  const read = await onSheet(async (worksheet, context) => {
    worksheet.getRange('A1:A3').dataValidation.rule = { list: { inCellDropDown: true, source: 'a,b' } };
    worksheet.getRange('A1:A3').values = [['a'], ['wrong'], ['wrong']];
    const validations = ['A1', 'A2:A3', 'A1:A3'].map((address) =>
      worksheet.getRange(address).dataValidation.load('valid'),
    );
    await context.sync();
    return validations.map(({ valid }) => valid);
  });
  expect(read).toEqual([true, false, null]);
});

test('clear takes the validation of the cells that are named', async () => {
  const { sheet, onSheet } = await openWorkbook();
  await onSheet((worksheet) => {
    worksheet.getRange('A1:A9').dataValidation.rule = { list: { inCellDropDown: true, source: 'a' } };
    worksheet.getRange('A3:C4').dataValidation.clear();
  });
  expect([sheet.validations.at(1, 0), sheet.validations.at(2, 0)].map((one) => one !== undefined)).toEqual([
    true,
    false,
  ]);
});

const list = { list: { inCellDropDown: true, source: 'a' } };

test.each<[string, (validation: Excel.DataValidation) => unknown, string]>([
  ['no kind', (v) => (v.rule = {}), 'DataValidation.rule'],
  ['two kinds', (v) => (v.rule = { ...list, custom: { formula: '=A1' } }), 'DataValidation.rule'],
  [
    'an inline list of 256 characters',
    (v) => (v.rule = { list: { ...list.list, source: 'x'.repeat(256) } }),
    'DataValidation.rule',
  ],
  [
    'an unknown operator',
    (v) => (v.rule = { decimal: { formula1: 1, operator: 'Near' as never } }),
    'DataValidation.rule',
  ],
  ['one bound of two', (v) => (v.rule = { decimal: { formula1: 1, operator: 'Between' } }), 'DataValidation.rule'],
  [
    'a title of 33 characters',
    (v) => (v.prompt = { showPrompt: true, title: 'x'.repeat(33), message: '' }),
    'DataValidation.prompt',
  ],
  [
    'a prompt of 256 characters',
    (v) => (v.prompt = { showPrompt: true, title: '', message: 'x'.repeat(256) }),
    'DataValidation.prompt',
  ],
  [
    'an alert of 225 characters',
    (v) => (v.errorAlert = { showAlert: true, style: 'Stop', title: '', message: 'x'.repeat(225) }),
    'DataValidation.errorAlert',
  ],
])('%s is refused', async (_, change, location) => {
  const { onSheet } = await openWorkbook();
  const error = await errorOf(
    onSheet((worksheet) => {
      const { dataValidation } = worksheet.getRange('A1');
      dataValidation.rule = list;
      change(dataValidation);
    }),
  );
  expect(error).toEqual({ code: 'InvalidArgument', location });
});
