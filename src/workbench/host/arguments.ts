import { ApiError, notModelled } from './api-error.ts';
import { type Argument, HostObject } from './object-model.ts';
import { RangeTarget } from './range-target.ts';

/** Readers of arguments: each gives what a member takes, or InvalidArgument. */

export function text(value: Argument | undefined, location: string): string {
  if (typeof value !== 'string') throw new ApiError('InvalidArgument', location);
  return value;
}

export function flag(value: Argument | undefined, location: string): boolean {
  if (typeof value !== 'boolean') throw new ApiError('InvalidArgument', location);
  return value;
}

export function number(value: Argument | undefined, location: string): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw new ApiError('InvalidArgument', location);
  return value;
}

export function integer(value: Argument | undefined, location: string): number {
  if (!Number.isInteger(value)) throw new ApiError('InvalidArgument', location);
  return value as number;
}

/** One of the given words, in Excel's spelling. */
export function word<Word extends string>(value: Argument | undefined, words: readonly Word[], location: string): Word {
  const known = words.find((one) => one === value);
  if (known === undefined) throw new ApiError('InvalidArgument', location);
  return known;
}

/** The default where the argument was left out. */
export function given<Value>(
  value: Argument | undefined,
  fallback: NoInfer<Value>,
  read: (value: Argument) => Value,
): Value {
  return value === undefined || value === null ? fallback : read(value);
}

export function record(value: Argument | undefined, location: string): Readonly<Record<string, Argument>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof HostObject) {
    throw new ApiError('InvalidArgument', location);
  }
  return value as Readonly<Record<string, Argument>>;
}

export function list(value: Argument | undefined, location: string): readonly Argument[] {
  if (!Array.isArray(value)) throw new ApiError('InvalidArgument', location);
  return value as readonly Argument[];
}

/** The range of an argument that must be a `Range` object. */
export function range(value: Argument | undefined, location: string): RangeTarget {
  if (value instanceof HostObject && value.target instanceof RangeTarget) return value.target;
  throw new ApiError('InvalidArgument', location);
}

/** `#RRGGBB` of a color written so, with or without `#`. Excel also takes HTML's names of colors. */
export function color(value: Argument | undefined, location: string): string {
  const written = text(value, location);
  const digits = /^#?([0-9a-f]{6})$/i.exec(written)?.[1];
  if (digits !== undefined) return `#${digits.toUpperCase()}`;
  if (/^[a-z]+$/i.test(written)) throw notModelled(location, 'names of colors');
  throw new ApiError('InvalidArgument', location);
}
