/** `npm run icons`: draws the add-in's icons, which `manifest.xml` names, into `assets`. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { root } from './command.ts';
import { encodePng, type Pixel } from './png.ts';

/** Sizes that Excel asks for: 16, 32 and 80 on the ribbon, 64 and 128 in the list of add-ins. */
export const iconSizes = [16, 32, 64, 80, 128] as const;

/** A shape in a square of 1 by 1, origin at the top left. */
type Shape = (x: number, y: number) => boolean;

function roundedRectangle(left: number, top: number, right: number, bottom: number, radius: number): Shape {
  return (x, y) => {
    const nearestX = Math.min(Math.max(x, left + radius), right - radius);
    const nearestY = Math.min(Math.max(y, top + radius), bottom - radius);
    return Math.hypot(x - nearestX, y - nearestY) <= radius;
  };
}

/** A line of some width with round ends. */
function stroke(x1: number, y1: number, x2: number, y2: number, width: number): Shape {
  return (x, y) => {
    const along = ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / ((x2 - x1) ** 2 + (y2 - y1) ** 2);
    const place = Math.min(Math.max(along, 0), 1);
    return Math.hypot(x - x1 - place * (x2 - x1), y - y1 - place * (y2 - y1)) <= width / 2;
  };
}

const anyOf =
  (...shapes: readonly Shape[]): Shape =>
  (x, y) =>
    shapes.some((shape) => shape(x, y));

/** A sheet with lines and a check mark, back to front. */
const layers: readonly { readonly shape: Shape; readonly color: readonly [number, number, number] }[] = [
  { shape: roundedRectangle(0, 0, 1, 1, 0.18), color: [0x0f, 0x5c, 0x5c] },
  { shape: roundedRectangle(0.22, 0.12, 0.78, 0.88, 0.05), color: [0xff, 0xff, 0xff] },
  {
    shape: anyOf(stroke(0.33, 0.28, 0.67, 0.28, 0.06), stroke(0.33, 0.42, 0.67, 0.42, 0.06)),
    color: [0x9c, 0xbd, 0xbd],
  },
  { shape: anyOf(stroke(0.34, 0.66, 0.46, 0.77, 0.1), stroke(0.46, 0.77, 0.67, 0.56, 0.1)), color: [0x0f, 0x7b, 0x4f] },
];

/** Samples per point and direction, so that edges look smooth. */
const samples = 4;

/** Average colour of a point of the picture. */
function colorOf(column: number, row: number, size: number): Pixel {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let sample = 0; sample < samples * samples; sample += 1) {
    const x = (column + ((sample % samples) + 0.5) / samples) / size;
    const y = (row + (Math.floor(sample / samples) + 0.5) / samples) / size;
    const color = layers.findLast(({ shape }) => shape(x, y))?.color;
    if (color !== undefined) {
      covered += 1;
      color.forEach((part, channel) => (sum[channel] = (sum[channel] ?? 0) + part));
    }
  }
  const [red = 0, green = 0, blue = 0] = sum.map((part) => Math.round(part / Math.max(covered, 1)));
  return [red, green, blue, Math.round((255 * covered) / samples ** 2)];
}

/** The icon as PNG. */
export function drawIcon(size: number): Buffer {
  return encodePng(size, (column, row) => colorOf(column, row, size));
}

if (import.meta.main) {
  await mkdir(join(root, 'assets'), { recursive: true });
  await Promise.all(
    iconSizes.map((size) => writeFile(join(root, 'assets', `icon-${String(size)}.png`), drawIcon(size))),
  );
}
