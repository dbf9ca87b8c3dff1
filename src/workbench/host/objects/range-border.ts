import { areaOf, cellCount } from '../../model/area.ts';
import type { Border, BorderStyle, BorderWeight, CellFormat } from '../../model/cell-format.ts';
import { ApiError, notModelled } from '../api-error.ts';
import { color, integer, word } from '../arguments.ts';
import { type Argument, HostObject, type ObjectType, type Property } from '../object-model.ts';
import { requireAllowed } from '../protection-guard.ts';
import type { RangeTarget } from '../range-target.ts';

/** Edges in Excel's order, with the model's name and the format's property for the cells along it. */
const edges = {
  EdgeTop: { edge: 'top', property: 'borderTop' },
  EdgeBottom: { edge: 'bottom', property: 'borderBottom' },
  EdgeLeft: { edge: 'left', property: 'borderLeft' },
  EdgeRight: { edge: 'right', property: 'borderRight' },
  InsideVertical: { edge: 'insideVertical', property: 'borderRight' },
  InsideHorizontal: { edge: 'insideHorizontal', property: 'borderBottom' },
} as const;

type EdgeName = keyof typeof edges;

const edgeNames = Object.keys(edges) as readonly EdgeName[];

interface BorderTarget {
  readonly range: RangeTarget;
  readonly edge: EdgeName;
}

const styles: readonly ('None' | BorderStyle)[] = [
  'None',
  'Continuous',
  'Dash',
  'DashDot',
  'DashDotDot',
  'Dot',
  'Double',
  'SlantDashDot',
];
const weights: readonly BorderWeight[] = ['Hairline', 'Thin', 'Medium', 'Thick'];

const usual: Border = { style: 'Continuous', weight: 'Thin', colour: '#000000' };

/** The line along the edge where all its cells have the same; undefined where they differ. */
function current({ range: { sheet, area }, edge }: BorderTarget): Border | null | undefined {
  const along = {
    EdgeTop: areaOf(area.top, area.left, area.top, area.right),
    EdgeBottom: areaOf(area.bottom, area.left, area.bottom, area.right),
    EdgeLeft: areaOf(area.top, area.left, area.bottom, area.left),
    EdgeRight: areaOf(area.top, area.right, area.bottom, area.right),
    InsideVertical: areaOf(area.top, area.left, area.bottom, Math.max(area.left, area.right - 1)),
    InsideHorizontal: areaOf(area.top, area.left, Math.max(area.top, area.bottom - 1), area.right),
  }[edge];
  const { property } = edges[edge];
  const border = (format: CellFormat): string => JSON.stringify(format[property]);
  const same = sheet.cells.common(along, border);
  return same === null ? undefined : (JSON.parse(same) as Border | null);
}

function borderProperty(
  location: string,
  read: (border: Border | null) => string | null,
  change: (border: Border | null, value: Argument, location: string) => Border | null,
): Property<BorderTarget> {
  return {
    since: 1,
    ofCells: true,
    read: (_, target) => {
      const border = current(target);
      return border === undefined ? null : read(border);
    },
    write: (_, target, value) => {
      const { sheet, area } = target.range;
      const border = change(current(target) ?? null, value, location);
      requireAllowed(sheet, 'allowFormatCells', location);
      if (cellCount(area) === 1 && target.edge.startsWith('Inside')) return;
      sheet.cells.setBorder(area, edges[target.edge].edge, border);
    },
  };
}

const borderType: ObjectType<BorderTarget> = {
  name: 'RangeBorder',
  place: ({ range: { sheet, area } }) => ({ sheet, area }),
  properties: {
    SideIndex: { since: 1, read: (_, { edge }) => edge },
    Style: borderProperty(
      'RangeBorder.style',
      (border) => border?.style ?? 'None',
      (border, value, at) => {
        const style = word(value, styles, at);
        return style === 'None' ? null : { ...(border ?? usual), style };
      },
    ),
    Weight: borderProperty(
      'RangeBorder.weight',
      (border) => border?.weight ?? 'Thin',
      (border, value, at) => ({ ...(border ?? usual), weight: word(value, weights, at) }),
    ),
    Color: borderProperty(
      'RangeBorder.color',
      (border) => border?.colour ?? '#000000',
      (border, value, at) => ({ ...(border ?? usual), colour: color(value, at) }),
    ),
  },
};

export const borderCollectionType: ObjectType<RangeTarget> = {
  name: 'RangeBorderCollection',
  place: ({ sheet, area }) => ({ sheet, area }),
  items: (_, range) => edgeNames.map((edge) => HostObject.of(borderType, { range, edge })),
  methods: {
    GetItem: {
      since: 1,
      call: (_, range, [index]) => {
        const location = 'RangeBorderCollection.getItem';
        if (index === 'DiagonalDown' || index === 'DiagonalUp') throw notModelled(location, 'diagonal borders');
        return HostObject.of(borderType, { range, edge: word(index, edgeNames, location) });
      },
    },
    GetItemAt: {
      since: 1,
      call: (_, range, [index]) => {
        const edge = edgeNames[integer(index, 'RangeBorderCollection.getItemAt')];
        if (edge === undefined) throw new ApiError('InvalidArgument', 'RangeBorderCollection.getItemAt');
        return HostObject.of(borderType, { range, edge });
      },
    },
  },
};
