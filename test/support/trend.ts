/** A measured value at a time, in whatever units. */
export interface Measured {
  readonly at: number;
  readonly value: number;
}

/** Slope of the straight line nearest to the points (least squares): value by time. 0 where all are of one time. */
export function slopeOf(points: readonly Measured[]): number {
  const meanAt = mean(points.map(({ at }) => at));
  const meanValue = mean(points.map(({ value }) => value));
  let [above, below] = [0, 0];
  for (const { at, value } of points) {
    above += (at - meanAt) * (value - meanValue);
    below += (at - meanAt) ** 2;
  }
  return below === 0 ? 0 : above / below;
}

/** Arithmetic mean; 0 of nothing. */
export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
