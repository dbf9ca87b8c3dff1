import type { PlanProfile } from '../plan/profile.ts';
import { stateKeys, type StateKey } from './geometry.ts';
import { sealOf } from './seal.ts';
import type { TemplateState } from './sheets/state-sheet.ts';
import { layoutVersion } from './layout-version.ts';

/**
 * The template's description of itself for a profile and a number of rows.
 *
 * @param attempt of the next submission
 */
export async function templateState(profile: PlanProfile, rows: number, attempt: number): Promise<TemplateState> {
  const parts = {
    planId: profile.id,
    profileVersion: String(profile.version),
    layoutVersion: String(layoutVersion),
    rows: String(rows),
  };
  const seal = await sealOf({ ...parts, payerIdentifier: profile.payerIdentifier, payerName: profile.name });
  return { ...parts, seal, attempt: String(attempt) };
}

/** What the cells of the State sheet say, keys and values side by side; null where something is missing. */
export function templateStateFrom(cells: readonly (readonly unknown[])[]): TemplateState | null {
  const found = new Map(cells.map(([key, value]) => [String(key), String(value)]));
  const state: Partial<Record<StateKey, string>> = {};
  for (const key of stateKeys) {
    const value = found.get(key);
    if (value === undefined) return null;
    state[key] = value;
  }
  return state as TemplateState;
}
