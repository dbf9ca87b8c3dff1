import type { SheetImage } from '../../workbook/layout.ts';
import { namespaces, plainText, xmlHead } from './xml.ts';

/** English Metric Units in a point. */
const unitsPerPoint = 12_700;
/** Points between the cell's corner and the picture. */
const inset = { left: 6, top: 4 } as const;

const drawingNamespaces =
  'xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"';

/** Bytes of a PNG from base64, in browser and Node alike. */
export function pngBytes({ png }: SheetImage): Uint8Array {
  return Uint8Array.from(atob(png), (character) => character.charCodeAt(0));
}

/** Width over height, from the PNG's header (PNG specification, IHDR). @throws RangeError for no PNG */
function aspectOf(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 24 || view.getUint32(0) !== 0x89504e47) throw new RangeError('The picture is no PNG');
  return view.getUint32(16) / view.getUint32(20);
}

/** The drawing of a sheet with one picture, whose relationship is `rId1`. */
export function drawingPart(image: SheetImage): string {
  const unit = (points: number) => String(Math.round(points * unitsPerPoint));
  const [width, height] = [unit(image.height * aspectOf(pngBytes(image))), unit(image.height)];
  return [
    `${xmlHead}<xdr:wsDr ${drawingNamespaces}><xdr:oneCellAnchor>`,
    `<xdr:from><xdr:col>${String(image.column)}</xdr:col><xdr:colOff>${unit(inset.left)}</xdr:colOff>`,
    `<xdr:row>${String(image.row)}</xdr:row><xdr:rowOff>${unit(inset.top)}</xdr:rowOff></xdr:from>`,
    `<xdr:ext cx="${width}" cy="${height}"/>`,
    `<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="${plainText(image.name)}" descr="${plainText(image.alternativeText)}"/>`,
    '<xdr:cNvPicPr><a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr>',
    `<xdr:blipFill><a:blip xmlns:r="${namespaces.relationships}" r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill>`,
    `<xdr:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm>`,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>',
    '<xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>',
  ].join('');
}
