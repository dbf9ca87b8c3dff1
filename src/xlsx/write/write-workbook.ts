import { drawingPart, pngBytes } from './drawing-part.ts';
import { noteBlocks, noteDrawingPart, notesPart } from './note-parts.ts';
import { sheetPart, sheetRelationships } from './sheet-part.ts';
import { Styles } from './styles.ts';
import { taskPanesPart, webExtensionPart } from './task-pane-parts.ts';
import type { SheetFile, WorkbookFile } from './workbook-file.ts';
import {
  contentTypesPart,
  corePropertiesPart,
  extendedPropertiesPart,
  relationshipsPart,
  workbookPart,
  type PartKind,
} from './workbook-parts.ts';
import { zipParts, type PackagePart } from './zip.ts';

interface Part extends PackagePart {
  readonly kind: PartKind | null;
}

/**
 * Writes a workbook (ECMA-376, transitional). The same workbook gives the same bytes.
 *
 * @throws RangeError where a name, text or formula is longer than Excel bears, or a picture is no PNG
 */
export function writeWorkbook(workbook: WorkbookFile): Uint8Array {
  const parts = partsOf(workbook);
  const contentTypes: PackagePart = { name: '[Content_Types].xml', content: [contentTypesPart(parts)] };
  return zipParts([contentTypes, ...parts]);
}

function text(name: string, kind: PartKind | null, content: Iterable<string>): Part {
  return { name, kind, content };
}

/** All parts but the content types, in the order of the file. The styles come last: the sheets collect them. */
function partsOf(workbook: WorkbookFile): readonly Part[] {
  const styles = new Styles();
  const { sheets, taskPane } = workbook;
  let nextNoteBlock = 1;
  const firstNoteBlock = ({ notes }: SheetFile): number => {
    const first = nextNoteBlock;
    nextNoteBlock += noteBlocks(notes);
    return first;
  };
  return [
    text('_rels/.rels', null, [
      relationshipsPart([
        ['workbook', 'xl/workbook.xml'],
        ['coreProperties', 'docProps/core.xml'],
        ['extendedProperties', 'docProps/app.xml'],
        ...(taskPane === null ? [] : [['taskPanes', 'xl/webextensions/taskpanes.xml'] as const]),
      ]),
    ]),
    text('docProps/app.xml', 'extendedProperties', [extendedPropertiesPart]),
    text('docProps/core.xml', 'coreProperties', [corePropertiesPart(workbook.properties)]),
    text('xl/workbook.xml', 'workbook', [workbookPart(workbook)]),
    text('xl/_rels/workbook.xml.rels', null, [
      relationshipsPart([
        ...sheets.map((_, index) => ['worksheet', `worksheets/sheet${String(index + 1)}.xml`] as const),
        ['styles', 'styles.xml'],
      ]),
    ]),
    ...sheets.flatMap((sheet, index) => {
      const isActive = index === workbook.activeSheet;
      const part = sheetPart(sheet, styles, isActive);
      return [
        text(`xl/worksheets/sheet${String(index + 1)}.xml`, 'worksheet', part),
        ...attachedParts(sheet, String(index + 1), firstNoteBlock(sheet)),
      ];
    }),
    ...(taskPane === null
      ? []
      : [
          text('xl/webextensions/taskpanes.xml', 'taskPanes', [taskPanesPart(taskPane)]),
          text('xl/webextensions/webextension1.xml', 'webExtension', [webExtensionPart(taskPane)]),
          text('xl/webextensions/_rels/taskpanes.xml.rels', null, [
            relationshipsPart([['webExtension', 'webextension1.xml']]),
          ]),
        ]),
    text(
      'xl/styles.xml',
      'styles',
      later(() => styles.part()),
    ),
  ];
}

/** What a sheet refers to: its picture, its notes. */
function attachedParts(sheet: SheetFile, number: string, firstNoteBlock: number): readonly Part[] {
  const { image, notes, columns } = sheet;
  const relationships = sheetRelationships(sheet);
  if (relationships.length === 0) return [];
  const targets = {
    drawing: `../drawings/drawing${number}.xml`,
    noteDrawing: `../drawings/noteDrawing${number}.vml`,
    notes: `../comments${number}.xml`,
  } as const;
  return [
    text(`xl/worksheets/_rels/sheet${number}.xml.rels`, null, [
      relationshipsPart(relationships.map((kind) => [kind, targets[kind]])),
    ]),
    ...(image === null
      ? []
      : [
          text(`xl/drawings/drawing${number}.xml`, 'drawing', [drawingPart(image)]),
          text(`xl/drawings/_rels/drawing${number}.xml.rels`, null, [
            relationshipsPart([['image', `../media/image${number}.png`]]),
          ]),
          { name: `xl/media/image${number}.png`, kind: null, content: pngBytes(image) },
        ]),
    ...(notes.length === 0
      ? []
      : [
          text(`xl/comments${number}.xml`, 'notes', [notesPart(notes)]),
          text(`xl/drawings/noteDrawing${number}.vml`, 'noteDrawing', [
            noteDrawingPart(notes, columns, firstNoteBlock),
          ]),
        ]),
  ];
}

/** Text that is made when it is asked for. */
function* later(make: () => string): Generator<string> {
  yield make();
}
