import type { Book } from '../model/book.ts';
import { afterwards, HostConnection } from './host-connection.ts';
import { Dialogs } from './dialogs.ts';
import { Faults } from './faults.ts';
import { Journal } from './journal.ts';
import { defaultProfile, type HostProfile } from './profile.ts';

/**
 * Excel's side of Office.js: one workbook, and the add-ins that are connected to it. It speaks the protocol of
 * Microsoft's unmodified client library and knows nothing of how a request comes to it (see `office/`).
 */
export class ExcelHost {
  readonly book: Book;
  readonly profile: HostProfile;
  readonly journal = new Journal();
  readonly faults = new Faults();
  readonly dialogs: Dialogs;

  constructor(book: Book, profile: Partial<HostProfile> = {}) {
    this.book = book;
    this.profile = { ...defaultProfile, ...profile };
    this.dialogs = new Dialogs(this.profile);
  }

  /** A further add-in: references and event registrations are its own. */
  connect(): HostConnection {
    return new HostConnection(this);
  }

  /** Resolves when every event so far has reached its handlers, and what they did at once is done. */
  delivered(): Promise<void> {
    return new Promise((resolve) => {
      afterwards(resolve);
    });
  }
}
