import type { PlanProfile } from '../plan/profile.ts';
import { sealOf } from './seal.ts';
import type { TemplateState } from './sheets/state-sheet.ts';
import { layoutVersion } from './workbook-layout.ts';

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
