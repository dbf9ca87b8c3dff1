import type { Area } from './area.ts';

/** How a sheet is printed. Lengths in points. */
export interface PageLayout {
  readonly orientation: 'Portrait' | 'Landscape';
  /** Empty: everything that is used. */
  readonly printAreas: readonly Area[];
  /** Rows that repeat at the top of every page: whole rows, or null. */
  readonly titleRows: Area | null;
  /** Columns that repeat at the left of every page: whole columns, or null. */
  readonly titleColumns: Area | null;
  readonly paperSize: 'Letter' | 'Legal' | 'Tabloid' | 'Ledger' | 'A3' | 'A4' | 'A5';
  /** By per cent, or to so many pages across and down (0: as many as it takes). */
  readonly zoom: { readonly scale: number } | { readonly pagesAcross: number; readonly pagesDown: number };
  readonly topMargin: number;
  readonly bottomMargin: number;
  readonly leftMargin: number;
  readonly rightMargin: number;
  readonly headerMargin: number;
  readonly footerMargin: number;
  readonly centerHorizontally: boolean;
  readonly centerVertically: boolean;
  readonly printGridlines: boolean;
  readonly printHeadings: boolean;
  readonly blackAndWhite: boolean;
  readonly printOrder: 'DownThenOver' | 'OverThenDown';
  readonly leftHeader: string;
  readonly centerHeader: string;
  readonly rightHeader: string;
  readonly leftFooter: string;
  readonly centerFooter: string;
  readonly rightFooter: string;
}

/** What a new sheet has. */
export const defaultPageLayout: PageLayout = {
  orientation: 'Portrait',
  printAreas: [],
  titleRows: null,
  titleColumns: null,
  paperSize: 'Letter',
  zoom: { scale: 100 },
  topMargin: 54,
  bottomMargin: 54,
  leftMargin: 50.4,
  rightMargin: 50.4,
  headerMargin: 21.6,
  footerMargin: 21.6,
  centerHorizontally: false,
  centerVertically: false,
  printGridlines: false,
  printHeadings: false,
  blackAndWhite: false,
  printOrder: 'DownThenOver',
  leftHeader: '',
  centerHeader: '',
  rightHeader: '',
  leftFooter: '',
  centerFooter: '',
  rightFooter: '',
};
