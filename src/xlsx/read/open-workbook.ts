import type { ExcelDateSystem } from '../../guidance/civil-date.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import { OfficePackage } from './package.ts';
import { refuse } from './refused.ts';
import { readSharedStrings } from './shared-strings.ts';
import { SheetHandler, type TakeRow } from './sheet-part.ts';
import type { CellGround } from './sheet-row.ts';
import { readCellForms } from './styles-part.ts';
import { TextPool } from './text-pool.ts';
import { Vocabulary } from './vocabulary.ts';
import { readWorkbookPart, type NamedArea, type SheetEntry } from './workbook-part.ts';
import { attributesOf } from './xml-text.ts';

/** How a workbook is read. */
export interface ReadOptions {
  readonly limits?: Partial<ReadLimits>;
  /** Asked again and again while reading: true ends it, with the reason `stopped`. For deadlines and abort signals. */
  readonly isStopped?: () => boolean;
}

/** A workbook that is open for reading. Everything is read when it is asked for, and nothing is kept but shared texts. */
export interface OpenWorkbook {
  readonly sheets: readonly SheetEntry[];
  /** Names of the workbook that stand for cells. */
  readonly names: readonly NamedArea[];
  readonly dates: ExcelDateSystem;
  /** Reads the rows of a sheet that hold something, from top to bottom. @throws WorkbookRefused */
  readRows(sheet: SheetEntry, take: TakeRow): void;
  /** Looks for declarations in the parts that were not read. @throws WorkbookRefused */
  refuseDeclarations(): void;
}

/**
 * Opens an XLSX file. Untrusted files are expected: nothing is believed, inflation is counted, and memory is bounded
 * by the {@link ReadLimits}.
 *
 * @throws WorkbookRefused
 */
export function openWorkbook(bytes: Uint8Array, options: ReadOptions = {}): OpenWorkbook {
  const limits = { ...defaultLimits, ...options.limits };
  const parts = new OfficePackage(bytes, limits, options.isStopped ?? (() => false));
  const main = mainPart(parts, limits);
  const { sheets, names, dates } = readWorkbookPart(parts, main, limits);
  const related = parts.relationships(main);
  const partOf = (type: string) => related.find((each) => each.type === type && !each.isExternal)?.target ?? null;
  const [styles, strings] = [partOf('styles'), partOf('sharedStrings')];
  let ground: CellGround | null = null;
  const cellGround = (): CellGround => {
    ground ??= {
      dates,
      forms: styles === null ? [] : readCellForms(parts, styles, limits),
      sharedStrings: strings === null ? [] : readSharedStrings(parts, strings, limits),
      pool: new TextPool(),
    };
    return ground;
  };
  return {
    sheets,
    names,
    dates,
    readRows: (sheet, take) => {
      const handler = new SheetHandler(cellGround(), limits, take);
      parts.readXml(sheet.part, handler, () => handler.isDone);
    },
    refuseDeclarations: () => {
      parts.refuseDeclarations();
    },
  };
}

/** The main part, once it is sure what the package is. */
function mainPart(parts: OfficePackage, limits: ReadLimits): string {
  const names = [...parts.names];
  const types = contentTypes(parts, limits);
  if (types.some((type) => /sheet\.binary/i.test(type))) refuse('binaryWorkbook');
  const main = parts.relationships('').find(({ type, isExternal }) => type === 'officeDocument' && !isExternal)?.target;
  if (names.includes('mimetype') && names.includes('content.xml')) refuse('openDocument');
  if (types.length === 0 || main === undefined) return refuse('notAWorkbook');
  const related = parts.relationships(main).map(({ type }) => type);
  const says = (pattern: RegExp) => [...names, ...types, ...related].some((text) => pattern.test(text));
  if (says(/vbaproject|macroenabled|macrosheet/i)) refuse('macros');
  if (says(/externallink/i)) refuse('externalLinks');
  if (!types.some((type) => /spreadsheetml\.(sheet|template)\.main/i.test(type))) refuse('notAWorkbook');
  return main;
}

function contentTypes(parts: OfficePackage, limits: ReadLimits): readonly string[] {
  const name = '[Content_Types].xml';
  if (!parts.has(name)) return [];
  const types: string[] = [];
  const vocabulary = new Vocabulary('Types');
  parts.readXml(name, {
    wantsText: false,
    open: (tag, raw) => {
      if (types.length > 2 * limits.parts) refuse('tooLarge');
      if (vocabulary.local(tag, raw) !== 'Types') types.push(attributesOf(raw).get('ContentType') ?? '');
    },
    close: () => undefined,
    text: () => undefined,
  });
  return types;
}
