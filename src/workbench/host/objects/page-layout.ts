import { type Area, isWholeColumns, isWholeRows } from '../../model/area.ts';
import type { PageLayout } from '../../model/page-layout.ts';
import type { Sheet } from '../../model/sheet.ts';
import { ApiError } from '../api-error.ts';
import { flag, given, number, record, word } from '../arguments.ts';
import type { Argument, Method, ObjectType, Property } from '../object-model.ts';
import type { Json } from '../wire.ts';
import { rangeOrAddress } from './range-areas.ts';

const type = 'PageLayout';

type Patch = Partial<PageLayout>;

function property(
  name: string,
  read: (page: PageLayout) => Json,
  write: (value: Argument, location: string) => Patch,
): Property<Sheet> {
  return {
    since: 9,
    read: (_, { layout }) => read(layout.page),
    write: (_, { layout }, value) => {
      layout.setPage(write(value, `${type}.${name}`));
    },
  };
}

/** A length in points. */
function length(name: 'topMargin' | 'bottomMargin' | 'leftMargin' | 'rightMargin' | 'headerMargin' | 'footerMargin') {
  return property(
    name,
    (page) => page[name],
    (value, at) => ({ [name]: number(value, at) }),
  );
}

function choice(
  name: 'centerHorizontally' | 'centerVertically' | 'printGridlines' | 'printHeadings' | 'blackAndWhite',
) {
  return property(
    name,
    (page) => page[name],
    (value, at) => ({ [name]: flag(value, at) }),
  );
}

/** Reads an `Excel.PageLayoutZoomOptions`: a per cent, or numbers of pages across and down. */
function readZoom(value: Argument, location: string): Patch {
  const zoom = record(value, location);
  const scale = given<number | undefined>(zoom['scale'], undefined, (some) => number(some, location));
  const pages = (name: string): number | undefined =>
    given<number | undefined>(zoom[name], undefined, (some) => number(some, location));
  const [across, down] = [pages('horizontalFitToPages'), pages('verticalFitToPages')];
  if (scale !== undefined) {
    if (scale < 10 || scale > 400 || across !== undefined || down !== undefined) {
      throw new ApiError('InvalidArgument', location);
    }
    return { zoom: { scale } };
  }
  if (across === undefined && down === undefined) throw new ApiError('InvalidArgument', location);
  return { zoom: { pagesAcross: across ?? 0, pagesDown: down ?? 0 } };
}

function writeZoom({ zoom }: PageLayout): Json {
  if ('scale' in zoom) return { scale: zoom.scale };
  return {
    ...(zoom.pagesAcross > 0 ? { horizontalFitToPages: zoom.pagesAcross } : {}),
    ...(zoom.pagesDown > 0 ? { verticalFitToPages: zoom.pagesDown } : {}),
  };
}

/** A setter that takes a range or an address on the sheet. */
function rangeSetter(name: string, patch: (area: Area, location: string) => Patch): Method<Sheet> {
  return {
    since: 9,
    effect: 'write',
    call: (scope, sheet, [range]) => {
      const location = `${type}.${name}`;
      const target = rangeOrAddress(scope, sheet, range, location);
      if (target.sheet !== sheet) throw new ApiError('InvalidArgument', location);
      sheet.layout.setPage(patch(target.area, location));
    },
  };
}

function whole(area: Area, isWhole: (area: Area) => boolean, location: string): Area {
  if (!isWhole(area)) throw new ApiError('InvalidArgument', location);
  return area;
}

/** A getter pair that gives the cells or none. */
function rangeGetters(name: string, area: (page: PageLayout) => Area | null): Readonly<Record<string, Method<Sheet>>> {
  return {
    [`Get${name}`]: {
      since: 9,
      call: (scope, sheet) => {
        const found = area(sheet.layout.page);
        if (found === null) throw new ApiError('ItemNotFound', `${type}.get${name}`);
        return scope.range(sheet, found);
      },
    },
    [`Get${name}OrNullObject`]: {
      since: 9,
      call: (scope, sheet) => {
        const found = area(sheet.layout.page);
        return found === null ? null : scope.range(sheet, found);
      },
    },
  };
}

export const pageLayoutType: ObjectType<Sheet> = {
  name: type,
  place: (sheet) => ({ sheet }),
  properties: {
    Orientation: property(
      'orientation',
      (page) => page.orientation,
      (value, at) => ({ orientation: word(value, ['Portrait', 'Landscape'], at) }),
    ),
    PaperSize: property(
      'paperSize',
      (page) => page.paperSize,
      (value, at) => ({ paperSize: word(value, ['Letter', 'Legal', 'Tabloid', 'Ledger', 'A3', 'A4', 'A5'], at) }),
    ),
    PrintOrder: property(
      'printOrder',
      (page) => page.printOrder,
      (value, at) => ({ printOrder: word(value, ['DownThenOver', 'OverThenDown'], at) }),
    ),
    Zoom: property('zoom', writeZoom, readZoom),
    TopMargin: length('topMargin'),
    BottomMargin: length('bottomMargin'),
    LeftMargin: length('leftMargin'),
    RightMargin: length('rightMargin'),
    HeaderMargin: length('headerMargin'),
    FooterMargin: length('footerMargin'),
    CenterHorizontally: choice('centerHorizontally'),
    CenterVertically: choice('centerVertically'),
    PrintGridlines: choice('printGridlines'),
    PrintHeadings: choice('printHeadings'),
    BlackAndWhite: choice('blackAndWhite'),
  },
  methods: {
    // Office.js gives a print area as RangeAreas, which the workbench lacks: it can be set and is not read back.
    SetPrintArea: rangeSetter('setPrintArea', (area) => ({ printAreas: [area] })),
    SetPrintTitleRows: rangeSetter('setPrintTitleRows', (area, location) => ({
      titleRows: whole(area, isWholeRows, location),
    })),
    SetPrintTitleColumns: rangeSetter('setPrintTitleColumns', (area, location) => ({
      titleColumns: whole(area, isWholeColumns, location),
    })),
    ...rangeGetters('PrintTitleRows', (page) => page.titleRows),
    ...rangeGetters('PrintTitleColumns', (page) => page.titleColumns),
  },
};
