/** Runs actions in their order, each in a task of its own of the page that made the queue. */
export class TaskQueue {
  readonly #channel = new MessageChannel();
  readonly #waiting: (() => void)[] = [];

  constructor() {
    // A timer would be held up once it is nested, and could be stopped by a test's clock.
    this.#channel.port1.onmessage = () => this.#waiting.shift()?.();
  }

  /** Never runs the action within the call. */
  run(action: () => void): void {
    this.#waiting.push(action);
    this.#channel.port2.postMessage(null);
  }

  /** What waits is not run any more. */
  close(): void {
    this.#waiting.length = 0;
    this.#channel.port1.close();
  }
}
