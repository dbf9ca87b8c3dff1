import { Refusal } from './refusal.ts';
import type { SheetContext } from './sheet-context.ts';

/** A picture on a sheet. Places and sizes in points from the sheet's top left. */
export interface Image {
  readonly id: string;
  readonly name: string;
  /** The picture's bytes, PNG or JPEG. */
  readonly base64: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Alternative text. */
  readonly description: string;
}

export type ImageDraft = Pick<Image, 'base64'> & Partial<Omit<Image, 'id' | 'base64'>>;

/** The pictures of a sheet, in drawing order. */
export class Images {
  readonly #context: SheetContext;
  #all: readonly Image[] = [];
  #count = 0;

  constructor(context: SheetContext) {
    this.#context = context;
  }

  get all(): readonly Image[] {
    return this.#all;
  }

  /** @throws Refusal `invalidArgument` for what is neither PNG nor JPEG in base64. */
  add(draft: ImageDraft): Image {
    if (!/^(?:iVBORw0KGgo|\/9j\/)[A-Za-z0-9+/]*={0,2}$/.test(draft.base64)) {
      throw new Refusal('invalidArgument', 'A picture is PNG or JPEG in base64.');
    }
    this.#count += 1;
    const image: Image = {
      id: `{${String(this.#count).padStart(8, '0')}-0003-0000-0000-000000000000}`,
      name: `Picture ${String(this.#count)}`,
      left: 0,
      top: 0,
      width: 96,
      height: 96,
      description: '',
      ...draft,
    };
    this.#change(() => {
      this.#all = [...this.#all, image];
    });
    return image;
  }

  change(id: string, patch: Partial<Omit<Image, 'id' | 'base64'>>): void {
    const at = this.#all.findIndex((image) => image.id === id);
    const image = this.#all[at];
    if (image === undefined) throw new Refusal('invalidArgument', 'There is no such picture.');
    this.#change(() => {
      this.#all = this.#all.with(at, { ...image, ...patch });
    });
  }

  delete(id: string): void {
    this.#change(() => {
      this.#all = this.#all.filter((image) => image.id !== id);
    });
  }

  /** What is now; the function brings it back. */
  capture(): () => void {
    const all = this.#all;
    return () => {
      this.#all = all;
    };
  }

  #change(action: () => void): void {
    const { recorder, sheetId } = this.#context;
    recorder.run(() => {
      recorder.recordState(() => this.capture());
      action();
      recorder.announce({ type: 'layoutChanged', sheetId });
    });
  }
}
