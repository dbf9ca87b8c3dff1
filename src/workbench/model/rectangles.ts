import { type Area, holds, intersection, without } from './area.ts';

/** Areas without the cells of `hole`; the same array where they do not meet. */
export function cutOut(areas: readonly Area[], hole: Area): readonly Area[] {
  return areas.some((area) => intersection(area, hole) !== undefined)
    ? areas.flatMap((area) => without(area, hole))
    : areas;
}

/** Parts of the areas that lie within `window`. */
export function clipped(areas: readonly Area[], window: Area): readonly Area[] {
  return areas.flatMap((area) => {
    const part = intersection(area, window);
    return part === undefined ? [] : [part];
  });
}

export function anyHolds(areas: readonly Area[], row: number, column: number): boolean {
  return areas.some((area) => holds(area, row, column));
}

/** Areas and one more; joined where it continues the last one below or to the right, as a fill does. */
export function joined(areas: readonly Area[], area: Area): readonly Area[] {
  const last = areas.at(-1);
  if (last === undefined) return [area];
  const below = last.left === area.left && last.right === area.right && last.bottom + 1 === area.top;
  const beside = last.top === area.top && last.bottom === area.bottom && last.right + 1 === area.left;
  if (below) return [...areas.slice(0, -1), { ...last, bottom: area.bottom }];
  if (beside) return [...areas.slice(0, -1), { ...last, right: area.right }];
  return [...areas, area];
}
