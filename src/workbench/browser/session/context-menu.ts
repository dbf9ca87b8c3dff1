import { Observable } from './observable.ts';

/** A point on the screen, in CSS pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the menu of the selected cells is open. */
export class ContextMenu extends Observable {
  #point: Point | null = null;

  get point(): Point | null {
    return this.#point;
  }

  openAt(point: Point): void {
    this.#point = point;
    this.changed();
  }

  close(): void {
    if (this.#point === null) return;
    this.#point = null;
    this.changed();
  }
}
