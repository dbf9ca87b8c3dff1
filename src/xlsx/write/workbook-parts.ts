import { absoluteReference, sheetReference } from '../../workbook/area.ts';
import { builtInNames } from './sheet-part.ts';
import type { SheetFile, WorkbookFile } from './workbook-file.ts';
import { attributeText, namespaces, plainText, spreadsheetText, xmlHead } from './xml.ts';

const officeRelationships = namespaces.relationships;
const packageNamespace = 'http://schemas.openxmlformats.org/package/2006';

/** Types of relationship that a workbook of ours has. */
export const relationshipTypes = {
  workbook: `${officeRelationships}/officeDocument`,
  coreProperties: `${packageNamespace}/relationships/metadata/core-properties`,
  extendedProperties: `${officeRelationships}/extended-properties`,
  taskPanes: 'http://schemas.microsoft.com/office/2011/relationships/webextensiontaskpanes',
  webExtension: 'http://schemas.microsoft.com/office/2011/relationships/webextension',
  worksheet: `${officeRelationships}/worksheet`,
  styles: `${officeRelationships}/styles`,
  drawing: `${officeRelationships}/drawing`,
  image: `${officeRelationships}/image`,
  notes: `${officeRelationships}/comments`,
  noteDrawing: `${officeRelationships}/vmlDrawing`,
} as const;

/** Content types of the parts, by the kind of part. */
const contentTypes = {
  workbook: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
  worksheet: 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml',
  styles: 'application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml',
  drawing: 'application/vnd.openxmlformats-officedocument.drawing+xml',
  notes: 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml',
  noteDrawing: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
  coreProperties: 'application/vnd.openxmlformats-package.core-properties+xml',
  extendedProperties: 'application/vnd.openxmlformats-officedocument.extended-properties+xml',
  taskPanes: 'application/vnd.ms-office.webextensiontaskpanes+xml',
  webExtension: 'application/vnd.ms-office.webextension+xml',
} as const;

/** A kind of part that has a content type of its own. */
export type PartKind = keyof typeof contentTypes;

/** `[Content_Types].xml` for these parts. */
export function contentTypesPart(parts: readonly { readonly name: string; readonly kind: PartKind | null }[]): string {
  const overrides = parts.flatMap(({ name, kind }) =>
    kind === null ? [] : [`<Override PartName="/${name}" ContentType="${contentTypes[kind]}"/>`],
  );
  return [
    `${xmlHead}<Types xmlns="${packageNamespace}/content-types">`,
    '<Default Extension="png" ContentType="image/png"/>',
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    ...overrides,
    '</Types>',
  ].join('');
}

/** A part of relationships; ids are `rId1`, `rId2` … in their order. */
export function relationshipsPart(
  targets: readonly (readonly [type: keyof typeof relationshipTypes, target: string])[],
): string {
  const elements = targets.map(
    ([type, target], index) =>
      `<Relationship Id="rId${String(index + 1)}" Type="${relationshipTypes[type]}" Target="${target}"/>`,
  );
  return `${xmlHead}<Relationships xmlns="${packageNamespace}/relationships">${elements.join('')}</Relationships>`;
}

/** `xl/workbook.xml`; the sheets' relationships are `rId1` … in their order. */
export function workbookPart({ sheets, names, activeSheet }: WorkbookFile): string {
  const elements = sheets.map(({ name, visibility }, index) => {
    const state = visibility === 'visible' ? '' : ` state="${visibility}"`;
    return `<sheet name="${attributeText(checkedName(name))}" sheetId="${String(index + 1)}"${state} r:id="rId${String(index + 1)}"/>`;
  });
  const defined = [
    ...sheets.flatMap((sheet, index) => builtInNames(sheet).map(({ name, value }) => scopedName(name, value, index))),
    ...names.map(({ name, sheet, area }) => {
      const value = `${sheetReference(sheet)}!${absoluteReference(area)}`;
      return `<definedName name="${attributeText(name)}">${spreadsheetText(value)}</definedName>`;
    }),
  ];
  return [
    `${xmlHead}<workbook xmlns="${namespaces.main}" xmlns:r="${namespaces.relationships}">`,
    '<workbookPr/>',
    `<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="28800" windowHeight="15000" activeTab="${String(activeSheet)}"/></bookViews>`,
    `<sheets>${elements.join('')}</sheets>`,
    defined.length === 0 ? '' : `<definedNames>${defined.join('')}</definedNames>`,
    // Results in the file are those of blank rows, or none: whoever can calculate does so on opening.
    '<calcPr calcId="191029" fullCalcOnLoad="1"/></workbook>',
  ].join('');
}

function scopedName(name: string, value: string, sheet: number): string {
  const hidden = name === '_xlnm._FilterDatabase' ? ' hidden="1"' : '';
  return `<definedName name="${name}" localSheetId="${String(sheet)}"${hidden}>${spreadsheetText(value)}</definedName>`;
}

function checkedName(name: SheetFile['name']): string {
  if (name === '' || name.length > 31 || /[\\/?*[\]:]|^'|'$/.test(name)) {
    throw new RangeError('A sheet has a name that Excel does not take');
  }
  return name;
}

/** Document properties. No date: the same input gives the same bytes. */
export function corePropertiesPart({ title, creator }: WorkbookFile['properties']): string {
  return [
    `${xmlHead}<cp:coreProperties xmlns:cp="${packageNamespace}/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/">',
    `<dc:title>${plainText(title)}</dc:title><dc:creator>${plainText(creator)}</dc:creator></cp:coreProperties>`,
  ].join('');
}

/** The program that made the file. */
export const extendedPropertiesPart = [
  `${xmlHead}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">`,
  '<Application>CalAIM Invoice for Excel</Application></Properties>',
].join('');
