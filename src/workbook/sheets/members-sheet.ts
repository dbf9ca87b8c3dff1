import { columnOf } from '../../guidance/columns.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { cellAddress } from '../area.ts';
import { memberKeys, membersArea } from '../geometry.ts';
import { headerRows } from '../invoice-columns.ts';
import { plainRegion, type ConditionalFormat, type Region, type SheetLayout, type SheetNames } from '../layout.ts';
import { numberFormatOf, wellFormed } from '../native-checks.ts';
import { alignmentOf, malformedColors, sheetProtection, templateStyle } from './style.ts';
import { elementValidation, requirementOf } from './words.ts';

const noService = { serviceRow: null, fractionalUnits: false } as const;

/** The Members sheet: the roster that elements 22 to 29 are looked up in by CIN. */
export function membersSheet(profile: PlanProfile, names: SheetNames, rows: number): SheetLayout {
  const style = templateStyle(profile);
  const columns = memberKeys.map(columnOf);
  const area = membersArea(rows);
  const headerRow = (row: number, texts: readonly string[], rowStyle: Region['style']): Region => ({
    ...plainRegion,
    area: { row, column: 0, rows: 1, columns: texts.length },
    contents: { kind: 'values', values: [texts] },
    style: rowStyle,
  });
  return {
    role: 'members',
    name: names.members,
    visibility: 'visible',
    tabColor: profile.brand.color,
    gridlines: true,
    columns: [18, 16, 18, 20, 16, 28, 18, 14, 18].map((width) => ({ width, hidden: false })),
    rowHeights: [{ row: 0, rows: 1, height: 48 }],
    regions: [
      headerRow(
        0,
        columns.map((column) => column.header),
        style.header,
      ),
      headerRow(
        1,
        columns.map((column) => requirementOf(column.element)),
        style.subheader,
      ),
      ...columns.map((column, offset): Region => {
        const cells = { ...area, column: offset, columns: 1 };
        const formula = `=${wellFormed(column.element, cellAddress(cells.row, offset), noService)}`;
        return {
          ...plainRegion,
          area: cells,
          numberFormat: numberFormatOf(column.element),
          locked: false,
          style: { ...style.entry, ...alignmentOf(column.element) },
          validation: elementValidation(column.element, column.header, { kind: 'custom', formula }, 'stop'),
        };
      }),
    ],
    conditionalFormats: memberKeys.map((key, offset): ConditionalFormat => {
      const { element } = columnOf(key);
      const target = cellAddress(headerRows, offset);
      const cin = `$${cellAddress(headerRows, 0)}`;
      const homeless = `$${cellAddress(headerRows, memberKeys.indexOf('memberHomelessnessIndicator'))}`;
      // Footnotes 18, 20, 21: a blank indicator is an answer; with it set, city and ZIP may be blank.
      const missing =
        !element.required || key === 'memberHomelessnessIndicator'
          ? 'FALSE'
          : key === 'memberCity' || key === 'memberZip'
            ? `AND(${cin}<>"",${homeless}&""<>"1")`
            : `${cin}<>""`;
      return {
        area: { ...area, column: offset, columns: 1 },
        formula: `=IF(${target}&""="",${missing},NOT(IFERROR(${wellFormed(element, target, noService)},FALSE)))`,
        ...malformedColors,
      };
    }),
    freeze: { rows: headerRows, columns: 1 },
    protection: sheetProtection,
    autoFilter: null,
    image: null,
  };
}
