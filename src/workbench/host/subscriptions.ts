/** Numbers of events on the wire (`eventType`), read from the client library, version 1.1.110. */
export const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  protectionChanged: 24,
} as const;

/** Target of the events of `workbook.worksheets`. */
export const workbookTarget = 'Workbook';

/** Which events an add-in registered for, and how often. */
export class Subscriptions {
  readonly #counts = new Map<string, number>();

  add(eventType: number, targetId: string): void {
    const key = `${String(eventType)} ${targetId}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + 1);
  }

  remove(eventType: number, targetId: string): void {
    const key = `${String(eventType)} ${targetId}`;
    const count = (this.#counts.get(key) ?? 0) - 1;
    if (count > 0) this.#counts.set(key, count);
    else this.#counts.delete(key);
  }

  has(eventType: number, targetId: string): boolean {
    return this.#counts.has(`${String(eventType)} ${targetId}`);
  }
}
