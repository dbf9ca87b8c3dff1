import type { Rule } from './rule.ts';
import { assumed, document, limits, vba } from './sources.ts';

const clipboard: readonly Rule[] = [
  {
    id: 'paste.replaces-validation',
    statement: 'An ordinary paste brings the validation of the source, also none, in place of the target’s.',
    basis: assumed('Told by many books; no page of Microsoft was found.', 'P21'),
  },
  {
    id: 'paste.brings-lock',
    statement: 'An ordinary paste brings number format, style and lock, even onto a protected sheet.',
    basis: assumed('Told by many; the option to format cells does not stop it.', 'P22'),
  },
  {
    id: 'paste.locked-target',
    statement:
      'One locked cell in the target of a protected sheet refuses the whole paste; the source’s lock does not matter.',
    basis: assumed('The message speaks of the cell that would change.', 'P23'),
  },
  {
    id: 'paste.text',
    statement: 'Text from outside is entered as typed, is not validated and leaves formats, locks and validation.',
    basis: assumed('Seen.', 'P24'),
  },
  {
    id: 'paste.table',
    statement: 'A table from a web page is read as General and brings plain formats, locks included.',
    basis: assumed('Seen for leading zeros; of the lock it is not known.', 'P25'),
  },
  {
    id: 'paste.size',
    statement: 'A copy fills a selection that is its multiple, else comes once; cut cells want one cell or their size.',
    basis: assumed('Seen.', 'P26'),
  },
  {
    id: 'cut.locked-source',
    statement: 'A locked cell of a protected sheet cannot be cut.',
    basis: assumed('It would change by being cut.', 'P27'),
  },
  {
    id: 'cut.references',
    statement: 'References follow cells that are cut and pasted; those to overwritten cells become #REF!.',
    basis: assumed('Documented for formulas that are moved, seen for overwritten cells.', 'P28'),
  },
  {
    id: 'fill.series',
    statement:
      'One number is repeated, one date counts on, several numbers go on in a line, a text’s last digits count on.',
    basis: assumed('Seen; also for digits that are text (008 goes on with 009).', 'P29'),
  },
  {
    id: 'fill.filtered-rows',
    statement: 'Filling and copying leave rows out that the filter hides.',
    basis: assumed('Seen.', 'P30'),
  },
];

const protection: readonly Rule[] = [
  {
    id: 'person.locked-cell',
    statement:
      'Typing into, emptying or filling a range of which one cell is locked is refused whole, with Excel’s message.',
    basis: assumed('The message is Excel’s; that one cell of many is enough is seen.', 'P31'),
  },
  {
    id: 'person.sort',
    statement: 'Sorting needs the option and unlocked cells only.',
    basis: vba('Protection.AllowSorting property'),
  },
  {
    id: 'person.delete-rows',
    statement: 'Deleting rows needs the option and unlocked cells only.',
    basis: vba('Protection.AllowDeletingRows property'),
  },
  {
    id: 'person.delete-columns',
    statement: 'Deleting columns needs the option and unlocked cells only.',
    basis: vba('Protection.AllowDeletingColumns property'),
  },
  {
    id: 'person.insert-rows',
    statement: 'Inserting rows or columns where a cell is locked is refused although the option is set.',
    basis: assumed('The stricter reading, as for add-ins.', 'H14'),
  },
  {
    id: 'person.filter',
    statement: 'On a protected sheet no filter is made or removed; with the option its criteria change.',
    basis: vba('Protection.AllowFiltering property'),
  },
  {
    id: 'person.filter-locked',
    statement: 'With the option the filter works over locked cells too.',
    basis: assumed('The VBA reference says that the cells must be unlocked; Excel is seen not to mind.', 'P32'),
  },
  {
    id: 'person.format-columns',
    statement: 'Widths, hiding and showing of columns need the option to format columns.',
    basis: document(
      'WorksheetProtectionPermissions, DevExpress Spreadsheet: what each option of Excel allows',
      'https://docs.devexpress.com/CoreLibraries/DevExpress.Spreadsheet.WorksheetProtectionPermissions',
    ),
  },
  {
    id: 'person.locks',
    statement: 'Locks cannot be changed while the sheet is protected.',
    basis: assumed('The page for them is not offered on a protected sheet.', 'H12'),
  },
];

const undo: readonly Rule[] = [
  { id: 'undo.steps', statement: 'A hundred steps can be undone.', basis: limits },
  {
    id: 'undo.add-in',
    statement: 'A write of an add-in empties the undo list.',
    basis: assumed('Older versions do; the newest keep it. The product must bear the worse.', 'P33'),
  },
  {
    id: 'undo.protection',
    statement: 'Protecting and unprotecting a sheet empty the undo list.',
    basis: assumed('Seen.', 'P34'),
  },
  {
    id: 'undo.sheets',
    statement: 'Adding, renaming, moving, hiding and deleting sheets cannot be undone and empty the undo list.',
    basis: assumed('Known of deleting; of the others not sure.', 'P35'),
  },
];

/** What a person may do at the grid, and what Excel says where not. */
export const personRules: readonly Rule[] = [...clipboard, ...protection, ...undo];
