import type { Sheet } from '../../model/sheet.ts';
import type { GridController } from '../grid/grid-controller.ts';
import { pixelsOf } from '../view-model/grid-geometry.ts';

/** The pictures of a sheet, where they lie over its cells. */
export function SheetImages({ sheet, grid }: { readonly sheet: Sheet; readonly grid: GridController }) {
  if (sheet.images.all.length === 0) return null;
  return (
    <div className="images">
      {sheet.images.all.map((image) => {
        const { x, y } = grid.placeInView(pixelsOf(image.left), pixelsOf(image.top));
        return (
          <img
            key={image.id}
            alt={image.description}
            src={`data:image/${image.base64.startsWith('/9j/') ? 'jpeg' : 'png'};base64,${image.base64}`}
            style={{ left: x, top: y, width: pixelsOf(image.width), height: pixelsOf(image.height) }}
          />
        );
      })}
    </div>
  );
}
