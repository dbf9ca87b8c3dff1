import type { ExcelHost } from '../host/excel-host.ts';
import type { OfficeTheme } from '../host/profile.ts';

/** Document settings in COM's form: two lists side by side, values as JSON text. */
interface OfficeSettings {
  readonly Read: (keys: string[], values: string[]) => void;
  readonly Write: (keys: readonly string[], values: readonly string[]) => void;
}

/** Answers to what the client library asks of Office when it starts (`window.external.GetContext()`). */
export interface OfficeContext {
  readonly GetAppType: () => number;
  readonly GetSolutionRef: () => string;
  readonly GetAppVersionMajor: () => number;
  readonly GetAppVersionMinor: () => number;
  readonly GetAppUILocale: () => string;
  readonly GetAppDataLocale: () => string;
  readonly GetDocUrl: () => string;
  readonly GetAppCapabilities: () => number;
  readonly GetActivationMode: () => number;
  readonly GetControlIntegrationLevel: () => number;
  readonly GetSolutionToken: () => string;
  readonly GetInstanceId: () => string;
  readonly GetHostFullVersion: () => string;
  readonly GetInitialDisplayMode: () => number;
  readonly GetSupportedMatrix: () => string;
  readonly GetOfficeThemeInfo: () => string;
  readonly GetSettings: () => OfficeSettings;
}

/** Requirement sets beside ExcelApi that the host answers for. */
const requirementSets = { DialogApi: '1.2', DialogOrigin: '1.1', Settings: '1.1', DelayForCellEdit: '1.1' } as const;

/** Office counts an application's versions so; 1 stands for Excel. */
const excelApplication = 1;

export function officeContext(host: ExcelHost): OfficeContext {
  const { excelApi, locale, theme, documentUrl } = host.profile;
  return {
    GetAppType: () => excelApplication,
    GetSolutionRef: () => 'workbench',
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 1,
    GetAppUILocale: () => locale,
    GetAppDataLocale: () => locale,
    GetDocUrl: () => documentUrl,
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 1,
    GetControlIntegrationLevel: () => 1,
    GetSolutionToken: () => '',
    GetInstanceId: () => 'workbench',
    GetHostFullVersion: () => '16.0.18000.20000',
    GetInitialDisplayMode: () => 2,
    GetSupportedMatrix: () => JSON.stringify({ ExcelApi: `1.${String(excelApi)}`, ...requirementSets }),
    GetOfficeThemeInfo: () => JSON.stringify(theme === null ? null : themeNumbers(theme)),
    GetSettings: () => settings(host),
  };
}

/** The client library expects colors as numbers and writes them as `#rrggbb`. */
function themeNumbers(theme: OfficeTheme): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries<string>({ ...theme }).map(([name, color]) => [name, Number.parseInt(color.slice(1), 16)]),
  );
}

function settings({ book }: ExcelHost): OfficeSettings {
  return {
    Read: (keys, values) => {
      for (const [key, json] of book.settings) {
        keys.push(key);
        values.push(json);
      }
    },
    Write: (keys, values) => {
      book.settings.clear();
      for (const [index, key] of keys.entries()) book.settings.set(key, values[index] ?? 'null');
    },
  };
}
