/** Something that tells when it has changed. */
export class Observable {
  readonly #listeners = new Set<() => void>();
  #version = 0;

  /** Rises with every change: a snapshot for `useSyncExternalStore`. */
  readonly version = (): number => this.#version;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  protected changed(): void {
    this.#version += 1;
    for (const listener of this.#listeners) listener();
  }
}
