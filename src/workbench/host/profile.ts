import type { ApiLevel } from './object-model.ts';

/** Colors that `Office.context.officeTheme` tells, `#RRGGBB`. */
export interface OfficeTheme {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

/** Office's colorful, black and high-contrast themes, as far as an add-in sees them. */
export const officeThemes = {
  light: {
    bodyBackgroundColor: '#F0F0F0',
    bodyForegroundColor: '#262626',
    controlBackgroundColor: '#FFFFFF',
    controlForegroundColor: '#262626',
  },
  dark: {
    bodyBackgroundColor: '#262626',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#363636',
    controlForegroundColor: '#FFFFFF',
  },
  contrast: {
    bodyBackgroundColor: '#000000',
    bodyForegroundColor: '#FFFFFF',
    controlBackgroundColor: '#000000',
    controlForegroundColor: '#FFFF00',
  },
} as const satisfies Readonly<Record<string, OfficeTheme>>;

/** The Excel that this host stands for. */
export interface HostProfile {
  /** ExcelApi 1.x: members above are refused, and `isSetSupported` says no. */
  readonly excelApi: ApiLevel;
  /** `web` refuses requests and responses over 5 MB. The client library is that of Excel for Windows in either case. */
  readonly payloadLimits: 'desktop' | 'web';
  /** `Office.context.displayLanguage` and `contentLanguage`. */
  readonly locale: string;
  /** null: Office does not tell a theme. */
  readonly theme: OfficeTheme | null;
  /** `Office.context.document.url`. */
  readonly documentUrl: string;
  /** Origins beside the pane's own on which a dialog may start: `AppDomains` of the manifest. */
  readonly appDomains: readonly string[];
}

export const defaultProfile: HostProfile = {
  excelApi: 15,
  payloadLimits: 'desktop',
  locale: 'en-US',
  theme: officeThemes.light,
  documentUrl: 'C:\\Book1.xlsx',
  appDomains: [],
};
