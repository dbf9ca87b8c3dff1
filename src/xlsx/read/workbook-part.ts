import type { ExcelDateSystem } from '../../guidance/civil-date.ts';
import type { Area } from '../../workbook/area.ts';
import { parseReference } from './reference.ts';
import type { ReadLimits } from './limits.ts';
import type { OfficePackage } from './package.ts';
import { refuse } from './refused.ts';
import { Vocabulary } from './vocabulary.ts';
import { attributesOf, isTrue, spreadsheetString } from './xml-text.ts';

/** A worksheet of a workbook. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: 'visible' | 'hidden' | 'veryHidden';
  /** Name of its part. */
  readonly part: string;
}

/** A name of the workbook that stands for cells of one sheet. */
export interface NamedArea {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
}

/** What the main part of a workbook says. */
export interface WorkbookPart {
  /** Worksheets in tab order; charts and dialogs are no worksheets. */
  readonly sheets: readonly SheetEntry[];
  readonly names: readonly NamedArea[];
  readonly dates: ExcelDateSystem;
}

/** Reads the main part. @throws WorkbookRefused */
export function readWorkbookPart(parts: OfficePackage, name: string, limits: ReadLimits): WorkbookPart {
  const worksheets = new Map(
    parts
      .relationships(name)
      .filter(({ type, isExternal }) => type === 'worksheet' && !isExternal)
      .map(({ id, target }) => [id, target]),
  );
  const sheets: SheetEntry[] = [];
  const names: NamedArea[] = [];
  let dates: ExcelDateSystem = '1900';
  let counted = 0;
  let named: { readonly name: string; text: string } | null = null;
  const vocabulary = new Vocabulary('workbook');
  parts.readXml(name, {
    get wantsText() {
      return named !== null;
    },
    open: (tag, raw) => {
      switch (vocabulary.local(tag, raw)) {
        case 'workbookPr':
          if (isTrue(attributesOf(raw).get('date1904'))) dates = '1904';
          break;
        case 'sheet': {
          const sheet = sheetEntry(attributesOf(raw), worksheets);
          if (sheet !== null) sheets.push(sheet);
          if (sheets.length > limits.sheets) refuse('tooLarge');
          break;
        }
        case 'definedName': {
          const attributes = attributesOf(raw);
          counted += 1;
          if (counted > limits.names) refuse('tooLarge');
          // A name of one sheet alone is none of the workbook's.
          if (!attributes.has('localSheetId'))
            named = { name: spreadsheetString(attributes.get('name') ?? ''), text: '' };
        }
      }
    },
    text: (text) => {
      if (named !== null) named.text += text;
    },
    close: (tag) => {
      if (named === null || vocabulary.local(tag) !== 'definedName') return;
      const reference = named.name.length > longestName ? null : parseReference(spreadsheetString(named.text));
      if (reference !== null) names.push({ name: named.name, ...reference });
      named = null;
    },
  });
  if (sheets.length === 0 || new Set(sheets.map((sheet) => sheet.name.toLowerCase())).size < sheets.length) {
    refuse('damaged');
  }
  return { sheets, names, dates };
}

/** Longest name of a name (Excel specifications and limits); a sheet's has 31 characters. */
const longestName = 255;

function sheetEntry(
  attributes: ReadonlyMap<string, string>,
  worksheets: ReadonlyMap<string, string>,
): SheetEntry | null {
  const id = [...attributes].find(([name]) => name.endsWith(':id'))?.[1];
  const part = worksheets.get(id ?? '');
  const state = attributes.get('state');
  if (part === undefined) return null;
  const name = spreadsheetString(attributes.get('name') ?? '');
  if (name === '' || name.length > longestName) refuse('damaged');
  return {
    name,
    visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
    part,
  };
}
