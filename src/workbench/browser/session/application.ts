import type { OfficeDialog } from '../../host/dialogs.ts';
import { ExcelHost } from '../../host/excel-host.ts';
import { officeThemes } from '../../host/profile.ts';
import type { DateSystem } from '../../model/serial.ts';
import { DialogWindows } from '../office/dialog-windows.ts';
import { PaneConnections } from '../office/pane-connections.ts';
import { Observable } from './observable.ts';
import { Workbench } from './workbench.ts';

export type ThemeName = keyof typeof officeThemes;

/** Which Excel the workbench plays. */
export interface Settings {
  readonly theme: ThemeName;
  /** Requests and responses over 5 MB are refused, as Excel on the web does. */
  readonly webLimits: boolean;
}

/** The open workbook, the Excel that it is open in, and the add-in's pane beside it. */
export class Application extends Observable {
  readonly dialogs: DialogWindows;
  readonly connections: PaneConnections;
  #settings: Settings;
  #workbench: Workbench;
  #host: ExcelHost;
  #bookNumber = 1;
  #paneNumber = 1;
  #blockedDialog: OfficeDialog | null = null;

  constructor(settings: Settings) {
    super();
    this.#settings = settings;
    this.#workbench = new Workbench(bookName(this.#bookNumber), 1900);
    this.#host = this.#makeHost();
    this.dialogs = new DialogWindows(
      (url, features) => window.open(url, '_blank', features),
      (dialog) => {
        this.#blockedDialog = dialog;
        this.changed();
      },
    );
    this.dialogs.serve(this.#host.dialogs);
    this.connections = new PaneConnections(() => this.#host, this.dialogs);
  }

  get settings(): Settings {
    return this.#settings;
  }

  get workbench(): Workbench {
    return this.#workbench;
  }

  get host(): ExcelHost {
    return this.#host;
  }

  /** Rises when the pane is to be loaded anew. */
  get paneNumber(): number {
    return this.#paneNumber;
  }

  /** A dialog whose window the browser kept back. */
  get blockedDialog(): OfficeDialog | null {
    return this.#blockedDialog;
  }

  /** Opens a new workbook in place of the one that is open. */
  newWorkbook(dateSystem: DateSystem): void {
    this.#bookNumber += 1;
    this.#workbench = new Workbench(bookName(this.#bookNumber), dateSystem);
    this.#restart();
  }

  /** Another Excel: the add-in starts anew in it, on the same workbook. */
  set(change: Partial<Settings>): void {
    this.#settings = { ...this.#settings, ...change };
    this.#restart();
  }

  reloadPane(): void {
    this.#restart();
  }

  #restart(): void {
    this.#host = this.#makeHost();
    this.dialogs.serve(this.#host.dialogs);
    this.#blockedDialog = null;
    this.#paneNumber += 1;
    // Office.js keeps a workbook's settings there, and would show the new workbook those of the old.
    window.sessionStorage.clear();
    this.changed();
  }

  #makeHost(): ExcelHost {
    const { theme, webLimits } = this.#settings;
    return new ExcelHost(this.#workbench.book, {
      theme: officeThemes[theme],
      payloadLimits: webLimits ? 'web' : 'desktop',
      documentUrl: `C:\\${this.#workbench.book.name}`,
    });
  }
}

function bookName(number: number): string {
  return `Book${String(number)}.xlsx`;
}
