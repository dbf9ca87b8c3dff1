import type { Rule, RuleBasis } from './rule.ts';

const learn = 'https://learn.microsoft.com';
const reference = `${learn}/javascript/api/excel`;

const document = (title: string, section: string): RuleBasis => ({ document: title, section });

/** A class or interface of the API reference. */
const api = (name: string): RuleBasis =>
  document(`Excel.${name}, Excel JavaScript API reference`, `${reference}/excel.${name.toLowerCase()}`);

const issue = (number: number, title: string): RuleBasis =>
  document(
    `OfficeDev/office-js issue ${String(number)}: ${title}`,
    `https://github.com/OfficeDev/office-js/issues/${String(number)}`,
  );

const assumed = (assumption: string, probe: string): RuleBasis => ({ assumption, probe });

const limits = document(
  'Resource limits and performance optimization for Office Add-ins',
  `${learn}/office/dev/add-ins/concepts/resource-limits-and-performance-optimization#excel-add-ins`,
);
const unbounded = document(
  'Read or write to an unbounded range using the Excel JavaScript API',
  `${learn}/office/dev/add-ins/excel/excel-add-ins-ranges-unbounded`,
);
const blanks = document(
  'Blank and null values in Excel add-ins',
  `${learn}/office/dev/add-ins/excel/excel-add-ins-blank-null-values`,
);
const cellEdit = document(
  'Delay execution while cell is being edited',
  `${learn}/office/dev/add-ins/excel/excel-add-ins-delay-in-cell-edit`,
);
const validation = document(
  'Add data validation to Excel ranges',
  `${learn}/office/dev/add-ins/excel/excel-add-ins-data-validation`,
);
const errors = document(
  'Error handling with the application-specific JavaScript APIs',
  `${learn}/office/dev/add-ins/testing/application-specific-api-error-handling`,
);
const dialogs = document(
  'Handle errors and events in the Office dialog box',
  `${learn}/office/dev/add-ins/develop/dialog-handle-errors-events`,
);
const objectModel = document(
  'Application-specific API model',
  `${learn}/office/dev/add-ins/develop/application-specific-api-model`,
);
const protectSheet = document(
  'Protect a worksheet, Microsoft Support',
  'https://support.microsoft.com/office/protect-a-worksheet-3179efdb-1285-4d49-a9c3-f4ca36276de6',
);
const protectionIssue = issue(
  6784,
  'WorksheetProtection.protect() and unprotect() now throw AccessDenied when called on already protected/unprotected worksheets',
);
const vbaProtection = (member: string): RuleBasis =>
  document(
    `Protection.${member} property (Excel), VBA reference`,
    `${learn}/office/vba/api/excel.protection.${member.toLowerCase()}`,
  );

const requests: readonly Rule[] = [
  {
    id: 'request.web-payload',
    statement: 'Excel on the web refuses a request or a response over 5 MB, counted in bytes.',
    basis: limits,
  },
  {
    id: 'request.web-payload-bytes',
    statement: 'The 5 MB are 5 × 1,048,576 bytes of the JSON body in UTF-8.',
    basis: assumed('The document says 5MB and not of what; the body is what the library sends.', 'H01'),
  },
  {
    id: 'request.stops-at-error',
    statement: 'A batch stops at its first failing action, and what it did before stays done.',
    basis: assumed('Nothing in the API undoes a part of a batch, and errors name one action.', 'H02'),
  },
  {
    id: 'request.unknown-member',
    statement:
      'A member that this Excel does not have fails with ApiNotFound; the workbench says the same of what it lacks.',
    basis: errors,
  },
  {
    id: 'request.null-object',
    statement: 'A method or an assignment on a null object does nothing, and what it leads to is null as well.',
    basis: objectModel,
  },
  {
    id: 'request.tracked-range',
    statement: 'A range that is kept follows inserted and deleted rows and columns, and is gone with its last cell.',
    basis: assumed('Ranges are live objects in Excel; the documents say only that tracking keeps them.', 'H03'),
  },
  {
    id: 'request.cell-edit',
    statement: 'While a cell is edited a request fails with InvalidOperationInCellEditMode.',
    basis: cellEdit,
  },
  {
    id: 'request.cell-edit-delayed',
    statement: 'With delayForCellEdit the request waits until the cell is left.',
    basis: cellEdit,
  },
  {
    id: 'request.calculated-reads',
    statement:
      'A read after a write of the same batch sees calculated values, unless calculation is manual or suspended.',
    basis: assumed('suspendApiCalculationUntilNextSync would have no use otherwise.', 'H04'),
  },
  {
    id: 'request.suspended-calculation',
    statement: 'suspendApiCalculationUntilNextSync holds calculation back until the request ends.',
    basis: api('Application'),
  },
];

const ranges: readonly Rule[] = [
  { id: 'range.five-million', statement: 'One read gives at most 5,000,000 cells.', basis: limits },
  {
    id: 'range.five-million-error',
    statement: 'Reading more than 5,000,000 cells fails with RangeExceedsLimit.',
    basis: errors,
  },
  {
    id: 'range.unbounded-read',
    statement: 'Values, text, formulas and number formats of whole rows and columns read as null.',
    basis: unbounded,
  },
  {
    id: 'range.unbounded-write',
    statement: 'Values, formulas and number formats of whole rows and columns cannot be set.',
    basis: unbounded,
  },
  { id: 'range.null-in-array', statement: 'null in an array leaves that cell as it is.', basis: blanks },
  { id: 'range.null-property', statement: 'null is no value for a property.', basis: blanks },
  {
    id: 'range.blank',
    statement: 'A blank cell reads as an empty string, and an empty string clears a cell.',
    basis: blanks,
  },
  {
    id: 'range.blank-number-format',
    statement: 'An empty string as number format resets it to General.',
    basis: blanks,
  },
  { id: 'range.mixed-format', statement: 'A format property reads as null where the cells differ.', basis: blanks },
  {
    id: 'range.one-value-for-all',
    statement: 'One value, formula or number format goes to all cells of the range.',
    basis: document(
      'Set and get range values, text, or formulas using the Excel JavaScript API',
      `${learn}/office/dev/add-ins/excel/excel-add-ins-ranges-set-get-values`,
    ),
  },
  {
    id: 'range.one-formula-for-all',
    statement: 'One formula for a range is adjusted for each cell, as if it were copied.',
    basis: assumed('VBA does so with Range.Formula, on which the API stands.', 'H05'),
  },
  {
    id: 'range.shape',
    statement: "An array must have the range's own shape, or the assignment fails with InvalidArgument.",
    basis: api('Range'),
  },
  {
    id: 'range.text-length',
    statement: 'A cell takes at most 32,767 characters.',
    basis: document(
      'Excel specifications and limits, Microsoft Support',
      'https://support.microsoft.com/office/excel-specifications-and-limits-1672b34d-7043-467e-8e27-269d656771c3',
    ),
  },
  {
    id: 'range.text-length-refused',
    statement: 'A longer text is refused with InvalidArgument, and nothing of the assignment is written.',
    basis: assumed('It is not said whether Excel cuts or refuses.', 'H06'),
  },
  {
    id: 'range.address-length',
    statement: 'An address of more than 8,192 characters fails with InvalidArgument.',
    basis: api('Worksheet'),
  },
  {
    id: 'range.used-range-blank',
    statement: 'The used range of a blank sheet is A1; of a range without used cells there is none (ItemNotFound).',
    basis: api('Range'),
  },
  {
    id: 'range.offset-bounds',
    statement: 'A range outside of the grid fails.',
    basis: api('Range'),
  },
  {
    id: 'range.copy-expands',
    statement: 'copyFrom fills a smaller target beyond its edge, and a multiple of the source several times.',
    basis: api('Range'),
  },
  {
    id: 'range.copy-carries-all',
    statement: 'copyFrom of all brings formats, locks, data validation and conditional formats with the contents.',
    basis: assumed('It works like copy and paste in Excel.', 'H07'),
  },
  {
    id: 'range.autofit',
    statement: 'autofitColumns sets a width that follows the longest text.',
    basis: assumed('Excel measures glyphs; the workbench counts characters of one width.', 'H08'),
  },
  {
    id: 'sheet.delete-very-hidden',
    statement: 'Deleting a very hidden sheet fails with InvalidOperation.',
    basis: api('Worksheet'),
  },
  {
    id: 'sheet.activate-hidden',
    statement: 'Activating a hidden sheet, or selecting on it, fails with InvalidOperation.',
    basis: assumed('Excel has no way to show it; the code is a guess.', 'H09'),
  },
  {
    id: 'selection.several-areas',
    statement: 'getSelectedRange fails where several areas are selected.',
    basis: api('Workbook'),
  },
];

const protection: readonly Rule[] = [
  {
    id: 'protection.locked-write',
    statement:
      'Writing to a range of which one cell is locked fails with AccessDenied as a whole, even where that cell gets null.',
    basis: document(
      'microsoftgraph/microsoft-graph-docs issue 4546: Is it possible to ignore locked / protected cells from update range function?',
      'https://github.com/microsoftgraph/microsoft-graph-docs/issues/4546',
    ),
  },
  {
    id: 'protection.protect-twice',
    statement: 'Protecting a sheet that is protected fails with AccessDenied.',
    basis: protectionIssue,
  },
  {
    id: 'protection.unprotect-twice',
    statement: 'Unprotecting a sheet that is not protected fails with AccessDenied, as it does since June 2026.',
    basis: protectionIssue,
  },
  {
    id: 'protection.options-read-back',
    statement: 'Options that are read back hold nulls and are no valid input.',
    basis: issue(1931, 'Excel.WorksheetProtectionOptions loaded from worksheet is invalid'),
  },
  {
    id: 'protection.wrong-password',
    statement: 'Unprotecting with a wrong password fails with InvalidArgument.',
    basis: assumed('pauseProtection is documented to fail so.', 'H11'),
  },
  {
    id: 'protection.format-cells',
    statement: 'On a protected sheet no cell takes a format, locked or not, unless formatting cells is allowed.',
    basis: protectSheet,
  },
  {
    id: 'protection.number-format',
    statement: 'The number format counts as a format.',
    basis: protectSheet,
  },
  {
    id: 'protection.conditional-format',
    statement: 'Conditional formats are changed on a protected sheet only where formatting cells is allowed.',
    basis: protectSheet,
  },
  {
    id: 'protection.locks',
    statement: 'Locks cannot be changed while the sheet is protected.',
    basis: assumed('The page for them is not offered on a protected sheet.', 'H12'),
  },
  {
    id: 'protection.validation',
    statement: 'Data validation cannot be changed on a protected sheet, not even on unlocked cells.',
    basis: assumed('The command is grayed on a protected sheet.', 'H13'),
  },
  {
    id: 'protection.columns-rows',
    statement: 'Widths, heights, hiding and showing need the option to format columns or rows.',
    basis: protectSheet,
  },
  {
    id: 'protection.sort',
    statement: 'Sorting needs the option and unlocked cells only.',
    basis: vbaProtection('AllowSorting'),
  },
  {
    id: 'protection.delete-rows',
    statement: 'Deleting rows or columns needs the option and unlocked cells only.',
    basis: vbaProtection('AllowDeletingRows'),
  },
  {
    id: 'protection.insert-rows',
    statement: 'Inserting rows or columns where a cell is locked is refused although the option is set.',
    basis: assumed('The stricter reading: Excel may allow it. The product does not rely on it.', 'H14'),
  },
  {
    id: 'protection.auto-filter',
    statement: 'With the option criteria change, but no filter is made or removed.',
    basis: protectSheet,
  },
  {
    id: 'protection.shapes',
    statement: 'Pictures are added, changed and deleted only with the option to edit objects.',
    basis: protectSheet,
  },
  {
    id: 'protection.freeze-panes',
    statement: 'Frozen panes, page layout, tab color, names and gridlines can be changed on a protected sheet.',
    basis: assumed('They belong to window and workbook.', 'H15'),
  },
];

const validations: readonly Rule[] = [
  { id: 'validation.one-kind', statement: 'A rule has exactly one kind.', basis: validation },
  {
    id: 'validation.api-writes',
    statement: 'Writes through the API are not validated.',
    basis: validation,
  },
  {
    id: 'validation.inline-list',
    statement: 'A list of entries takes at most 255 characters; longer lists name a range.',
    basis: document(
      'Working with Data Validation, XlsxWriter: the limit of Excel',
      'https://xlsxwriter.readthedocs.io/working_with_data_validation.html',
    ),
  },
  {
    id: 'validation.inline-list-refused',
    statement: 'A longer list of entries is refused with InvalidArgument.',
    basis: assumed('Excel’s own dialog refuses it.', 'H22'),
  },
  {
    id: 'validation.inline-list-commas',
    statement: 'Entries of a list are parted by commas, whatever the locale.',
    basis: issue(2128, 'Excel: Data Validation set/get has different behaviors'),
  },
  {
    id: 'validation.words-without-rule',
    statement: 'Cells may have a prompt and an alert without a rule: any value is accepted.',
    basis: assumed('Excel’s dialog has “Any value” with an input message.', 'H10'),
  },
  {
    id: 'validation.text-lengths',
    statement: 'Titles take 32 characters, prompts 255, alerts 224; longer ones are refused.',
    basis: assumed('The dialog cuts there; the API is not documented.', 'H16'),
  },
  {
    id: 'validation.rule-keeps-words',
    statement: 'A new rule for cells keeps the prompt and the alert that all of them have.',
    basis: assumed('Rule, prompt and alert are separate properties.', 'H17'),
  },
];

const conditionalFormats: readonly Rule[] = [
  {
    id: 'conditional-format.added-first',
    statement: 'A conditional format that is added comes before all others.',
    basis: api('ConditionalFormatCollection'),
  },
];

const events: readonly Rule[] = [
  {
    id: 'event.own-writes',
    statement: "An add-in's own writes raise events too.",
    basis: document(
      'Work with Events using the Excel JavaScript API',
      `${learn}/office/dev/add-ins/excel/excel-add-ins-events#event-triggers`,
    ),
  },
  {
    id: 'event.trigger-source',
    statement: 'triggerSource is ThisLocalAddin for what the add-in did itself, and Unknown otherwise.',
    basis: api('WorksheetChangedEventArgs'),
  },
  {
    id: 'event.details',
    statement: 'details come with a change of one cell only.',
    basis: api('WorksheetChangedEventArgs'),
  },
  {
    id: 'event.no-recalculation',
    statement: 'onChanged does not tell of cells that were only recalculated.',
    basis: assumed('onCalculated exists for that.', 'H18'),
  },
  {
    id: 'event.per-assignment',
    statement: 'Each block of an assignment that the library cuts in pieces of 1,500 cells raises its own event.',
    basis: assumed('Each piece is an action of its own.', 'H19'),
  },
  {
    id: 'event.after-answer',
    statement: 'Events of a request come after its answer.',
    basis: assumed('Not documented.', 'H20'),
  },
];

const office: readonly Rule[] = [
  { id: 'dialog.one-at-a-time', statement: 'A pane has one dialog at a time (12007).', basis: dialogs },
  {
    id: 'dialog.domain',
    statement: "A dialog starts on the pane's own origin or a domain of the manifest (12004).",
    basis: dialogs,
  },
  {
    id: 'dialog.https',
    statement: 'A dialog needs HTTPS (12005); the workbench also takes HTTP from this machine.',
    basis: dialogs,
  },
  {
    id: 'dialog.blocked',
    statement: 'A dialog that the person (12009) or the browser (12011) does not let open fails with that code.',
    basis: dialogs,
  },
  { id: 'dialog.closed', statement: 'A dialog that the person closes is told with 12006.', basis: dialogs },
  {
    id: 'settings.shared',
    statement: 'workbook.settings and Office.context.document.settings are one store.',
    basis: assumed('Both are described as the settings of this add-in in this document.', 'H21'),
  },
];

/** What the host does because Excel does it. */
export const hostRules: readonly Rule[] = [
  ...requests,
  ...ranges,
  ...protection,
  ...validations,
  ...conditionalFormats,
  ...events,
  ...office,
];
