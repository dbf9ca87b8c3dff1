import type { TaskPane } from './workbook-file.ts';
import { namespaces, plainText, xmlHead } from './xml.ts';

/**
 * The pane that opens with the workbook ([MS-OWEXML] 2.2.9). Visible: Office opens it the first time too, after it has
 * asked whether the add-in is trusted.
 */
export function taskPanesPart({ width }: TaskPane): string {
  return [
    `${xmlHead}<wetp:taskpanes xmlns:wetp="http://schemas.microsoft.com/office/webextensions/taskpanes/2010/11">`,
    `<wetp:taskpane dockstate="right" visibility="1" width="${String(width)}" row="1">`,
    `<wetp:webextensionref xmlns:r="${namespaces.relationships}" r:id="rId1"/>`,
    '</wetp:taskpane></wetp:taskpanes>',
  ].join('');
}

/** The add-in that the pane belongs to, and in which catalogues Office looks for it. */
export function webExtensionPart({ addInId, version, catalogs }: TaskPane): string {
  const [first = '', ...others] = catalogs.map(
    ({ store, storeType }) =>
      `<we:reference id="${plainText(addInId)}" version="${plainText(version)}" store="${plainText(store)}" storeType="${plainText(storeType)}"/>`,
  );
  return [
    `${xmlHead}<we:webextension xmlns:we="http://schemas.microsoft.com/office/webextensions/webextension/2010/11" id="{${plainText(addInId).toUpperCase()}}">`,
    first,
    others.length === 0
      ? '<we:alternateReferences/>'
      : `<we:alternateReferences>${others.join('')}</we:alternateReferences>`,
    '<we:properties><we:property name="Office.AutoShowTaskpaneWithDocument" value="true"/></we:properties>',
    `<we:bindings/><we:snapshot xmlns:r="${namespaces.relationships}"/></we:webextension>`,
  ].join('');
}
