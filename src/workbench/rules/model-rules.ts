import { personRules } from './person-rules.ts';
import type { Rule } from './rule.ts';
import { assumed, document, learn, limits, vba } from './sources.ts';

const validation = document(
  'Add data validation to Excel ranges',
  `${learn}/office/dev/add-ins/excel/excel-add-ins-data-validation`,
);
const rangeValues = document(
  'Set and get range values, text, or formulas using the Excel JavaScript API',
  `${learn}/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values`,
);
const dates = document(
  '[MS-XLS] Date1904: the first dates of both systems',
  `${learn}/openspecs/office_file_formats/ms-xls/4a5e900a-0eb0-4355-8fc1-81aab8f46e8b`,
);
const arithmetic = document(
  'Class ExcelArithmetic, Apache POI: arithmetic that reproduces Excel',
  'https://poi.apache.org/apidocs/6.0/org/apache/poi/ss/util/ExcelArithmetic.html',
);

const entries: readonly Rule[] = [
  {
    id: 'entry.text-cell',
    statement: 'A cell of format @ takes what is entered as text: no number, date or formula is made of it.',
    basis: assumed('The number format is called Text and is used for this; no page states it for formulas.', 'P01'),
  },
  {
    id: 'entry.text-cell-number',
    statement: 'A number that an add-in writes into a cell of format @ becomes text.',
    basis: assumed('VBA is seen to do so.', 'P02'),
  },
  { id: 'entry.equals-sign', statement: 'A text that begins with = is a formula.', basis: rangeValues },
  {
    id: 'entry.leading-sign',
    statement: 'What a person types with + or - in front and is no number is read as a formula; an add-in’s is text.',
    basis: assumed('Known of typing; of add-ins the same is not known.', 'P03'),
  },
  {
    id: 'entry.apostrophe',
    statement: 'A leading apostrophe makes text, is not part of it, and is remembered by the cell.',
    basis: assumed('Seen; Range.PrefixCharacter speaks of it.', 'P40'),
  },
  {
    id: 'entry.typed-texts',
    statement:
      'In a General cell numbers, per cents, dollars, dates, times, TRUE, FALSE and errors become what they look like, and bring their format.',
    basis: assumed('Excel in en-US is seen to do so; the set of notations is written down nowhere.', 'P04'),
  },
  {
    id: 'entry.other-format-kept',
    statement: 'A typed date, per cent or amount changes the number format of a General cell only.',
    basis: assumed('Seen for cells of number formats.', 'P05'),
  },
  {
    id: 'entry.percent-cell',
    statement: 'In a cell of a per cent format a person’s 5 is 5%, and 0.5 is 50%.',
    basis: assumed('Option “Enable automatic percent entry”, on by default.', 'P06'),
  },
  {
    id: 'entry.fifteen-digits',
    statement: 'Of a typed number fifteen significant digits are kept, and zeros follow.',
    basis: assumed('Fifteen digits are documented; that the rest is cut and not rounded is seen.', 'P07'),
  },
  {
    id: 'entry.two-digit-years',
    statement: 'Two-digit years are 2000 to 2029 and 1930 to 1999.',
    basis: document('Century interpretation for Year 2000', `${learn}/previous-versions/ms811944(v=msdn.10)`),
  },
  { id: 'entry.longest-text', statement: 'A cell holds at most 32,767 characters.', basis: limits },
  { id: 'date.systems', statement: 'Serial 1 is 1/1/1900, or serial 0 is 1/1/1904.', basis: dates },
  {
    id: 'date.leap-1900',
    statement: 'The 1900 system has a 2/29/1900, serial 60.',
    basis: document(
      'Excel incorrectly assumes that the year 1900 is a leap year',
      `${learn}/office/troubleshoot/excel/wrongly-assumes-1900-is-leap-year`,
    ),
  },
  {
    id: 'text.number-width',
    statement: 'Range.text shows numbers whole, however narrow the column is.',
    basis: assumed('Not modelled: Excel shows ### in a column that is too narrow.'),
  },
  {
    id: 'text.general',
    statement: 'A General cell shows at most eleven characters of a number, else the scientific form.',
    basis: assumed('Seen, and so done by SheetJS, which is tested against Excel.', 'P08'),
  },
];

const calculation: readonly Rule[] = [
  {
    id: 'calculation.rounding',
    statement: 'Rounding is done on fifteen decimal digits, halves away from zero.',
    basis: arithmetic,
  },
  { id: 'calculation.comparison', statement: 'Numbers are compared by their fifteen digits.', basis: arithmetic },
  {
    id: 'calculation.near-zero',
    statement: 'A last addition or subtraction of magnitudes with the same fifteen digits gives 0.',
    basis: assumed('Apache POI does so for every one; that only the last counts is seen (=1*(0.5-0.4-0.1)).', 'P09'),
  },
  {
    id: 'calculation.blank',
    statement: 'A blank is 0, "" or FALSE, as its partner is; a formula that gives a blank gives 0.',
    basis: assumed('Seen since ever; no page states it whole.', 'P10'),
  },
  {
    id: 'calculation.order',
    statement: 'Numbers come before texts before booleans; texts are equal whatever their case.',
    basis: assumed('Documented for sorting; operators are seen to do the same.', 'P10'),
  },
  {
    id: 'calculation.blank-criterion',
    statement: 'A blank cell as criterion of SUMIF, COUNTIF and their plurals is 0.',
    basis: vba('WorksheetFunction.CountIfs method'),
  },
  {
    id: 'calculation.wildcards',
    statement: 'Criteria and MATCH 0 know *, ? and ~.',
    basis: vba('WorksheetFunction.CountIf method'),
  },
  {
    id: 'calculation.criterion-digits',
    statement: 'A criterion of digits equals numbers and texts of that number, leading zeros or not.',
    basis: assumed('Seen for COUNTIF and SUMIF; MATCH does not do so.', 'P11'),
  },
  {
    id: 'calculation.circular',
    statement: 'Every cell on the way round of a circular reference is 0.',
    basis: document(
      'ErrorValue.Circularity, Infragistics Documents.Excel: a circular formula evaluates to zero in Excel',
      'https://www.infragistics.com/help/winforms/infragistics.documents.excel~infragistics.documents.excel.errorvalue~circularity',
    ),
  },
  {
    id: 'calculation.circular-branch',
    statement: 'A branch that is not taken makes no circle.',
    basis: assumed('Excel finds circles while it calculates.', 'P12'),
  },
  {
    id: 'calculation.manual-entry',
    statement: 'Under manual calculation a formula that is entered is worked out, its dependents are not.',
    basis: assumed('Seen.', 'P13'),
  },
  {
    id: 'calculation.date-format',
    statement:
      'A General cell takes a date format from TODAY and DATE, also plus or minus a number, and from no other formula.',
    basis: assumed('Seen; that references hand their format on is not modelled.', 'P14'),
  },
  {
    id: 'calculation.deleted-sheet',
    statement: 'A reference to a deleted sheet reads #REF!.',
    basis: assumed('Excel writes #REF!A1, which calculates the same.'),
  },
];

const validations: readonly Rule[] = [
  { id: 'validation.typing', statement: 'Data validation looks at what a person enters.', basis: validation },
  { id: 'validation.paste', statement: 'An ordinary paste is not validated.', basis: validation },
  { id: 'validation.paste-values', statement: 'A paste of values is validated.', basis: validation },
  {
    id: 'validation.paste-values-whole',
    statement: 'One value that the validation stops refuses the whole paste of values.',
    basis: assumed('The document says that it is triggered, not what it does.', 'P15'),
  },
  {
    id: 'validation.ignore-blank',
    statement: 'With ignore blank a blank cell is valid, and so is any value while a bound’s cell is blank.',
    basis: vba('Validation.IgnoreBlank property'),
  },
  {
    id: 'validation.ignore-blank-formula',
    statement: 'The same holds for single cells of a custom formula, not for ranges.',
    basis: assumed('The document names bounds only; COUNTIF over a range with blanks is seen to work.', 'P16'),
  },
  {
    id: 'validation.named-list-blank',
    statement:
      'With ignore blank a list from a name with a blank cell lets everything pass; one from an address does not.',
    basis: assumed('Told by many; no page of Microsoft was found.', 'P17'),
  },
  {
    id: 'validation.list-case',
    statement: 'A list that is written out minds case, one that stands in cells does not.',
    basis: assumed('Told by many.', 'P18'),
  },
  {
    id: 'validation.list-type',
    statement: 'A number is not in a list of texts, and a text not in one of numbers, where the list stands in cells.',
    basis: assumed('Comparison by value.', 'P19'),
  },
  {
    id: 'validation.delete-key',
    statement: 'The Delete key empties cells past validation, whether or not blanks are ignored.',
    basis: assumed('Validation looks at entries.', 'P20'),
  },
];

const structure: readonly Rule[] = [
  {
    id: 'rows.like-above',
    statement: 'Inserted rows take the formats of the row above.',
    basis: assumed('Insert Options offers it first.', 'P36'),
  },
  {
    id: 'rows.validation-grows',
    statement: 'Validations, conditional formats and references grow with rows that are put within them.',
    basis: assumed('Seen.', 'P37'),
  },
  {
    id: 'sort.order',
    statement: 'Numbers, texts, FALSE, TRUE, errors, and blanks last in either direction; hidden rows stay.',
    basis: assumed('Documented order of sorting; errors after booleans is seen.', 'P38'),
  },
  {
    id: 'sort.what-moves',
    statement: 'Contents and formats move with the row, validations stay.',
    basis: assumed('Seen.', 'P38'),
  },
  {
    id: 'sheet.name-characters',
    statement: 'Sheet names have 1 to 31 characters without \\ / ? * [ ] : and no apostrophe at either end.',
    basis: document(
      'How to: Rename a Worksheet, DevExpress Spreadsheet: the constraints of Excel',
      'https://docs.devexpress.com/OfficeFileAPI/12108/spreadsheet-document-api/examples/worksheets/how-to-rename-a-worksheet',
    ),
  },
  {
    id: 'sheet.name-case',
    statement: 'Sheet names differ by more than their case.',
    basis: document(
      'Rename Worksheet, Telerik SpreadProcessing: the constraints of Excel',
      'https://docs.telerik.com/devtools/document-processing/libraries/radspreadprocessing/working-with-worksheets/rename-worksheet',
    ),
  },
  {
    id: 'sheet.name-history',
    statement: 'History is no name for a sheet.',
    basis: assumed('Excel keeps it for the history of shared workbooks.', 'P42'),
  },
  {
    id: 'condition.array-constants',
    statement: 'Conditions of conditional formats have no array constants, unions or intersections.',
    basis: assumed('Excel’s message says so.', 'P39'),
  },
  {
    id: 'condition.first-wins',
    statement: 'Where several conditions hold, the first to say something about a property wins.',
    basis: assumed('Seen in the manager of conditional formats.', 'P41'),
  },
];

/** What model, calculation and person do because Excel does it. */
export const modelRules: readonly Rule[] = [...entries, ...calculation, ...validations, ...structure, ...personRules];
