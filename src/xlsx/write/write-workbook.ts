import { drawingPart, pngBytes } from './drawing-part.ts';
import { sheetPart } from './sheet-part.ts';
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
    ...sheets.flatMap((sheet, index) => sheetParts(sheet, index, styles, index === workbook.activeSheet)),
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

function sheetParts(sheet: SheetFile, index: number, styles: Styles, isActive: boolean): readonly Part[] {
  const number = String(index + 1);
  const part = text(`xl/worksheets/sheet${number}.xml`, 'worksheet', sheetPart(sheet, styles, isActive));
  const { image } = sheet;
  if (image === null) return [part];
  return [
    part,
    text(`xl/worksheets/_rels/sheet${number}.xml.rels`, null, [
      relationshipsPart([['drawing', `../drawings/drawing${number}.xml`]]),
    ]),
    text(`xl/drawings/drawing${number}.xml`, 'drawing', [drawingPart(image)]),
    text(`xl/drawings/_rels/drawing${number}.xml.rels`, null, [
      relationshipsPart([['image', `../media/image${number}.png`]]),
    ]),
    { name: `xl/media/image${number}.png`, kind: null, content: pngBytes(image) },
  ];
}

/** Text that is made when it is asked for. */
function* later(make: () => string): Generator<string> {
  yield make();
}
