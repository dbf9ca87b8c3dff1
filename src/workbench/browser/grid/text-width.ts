/** Measures text in the fonts of cells; every pair of font and text is measured once. */
export class TextWidth {
  readonly #context = document.createElement('canvas').getContext('2d');
  readonly #known = new Map<string, number>();
  readonly #scale = adjustment();

  /** CSS pixels of a text in a font given as CSS has it, for example `bold 15px Calibri`. */
  of(text: string, font: string): number {
    const key = `${font}\n${text}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#context === null) return 0;
    this.#context.font = font;
    const width = this.#context.measureText(text).width * this.#scale;
    if (this.#known.size > 20_000) this.#known.clear();
    this.#known.set(key, width);
    return width;
  }
}

/** How much smaller than it says a font is shown, by `font-size-adjust`, which a canvas does not know. */
function adjustment(): number {
  const sample = document.createElement('span');
  sample.className = 'font-sample';
  sample.textContent = '0123456789';
  document.body.append(sample);
  const adjusted = sample.getBoundingClientRect().width;
  sample.style.fontSizeAdjust = 'none';
  const plain = sample.getBoundingClientRect().width;
  sample.remove();
  return plain === 0 ? 1 : adjusted / plain;
}
