import { fileURLToPath } from 'node:url';
import { readPlan } from '../../src/cli/read-plan.ts';
import type { PlanProfile } from '../../src/plan/profile.ts';

const folder = fileURLToPath(new URL('../../plans/sample/', import.meta.url));

/** The sample plan's profile, read as the command line reads it. */
export async function samplePlan(change: Partial<PlanProfile> = {}): Promise<PlanProfile> {
  return { ...(await readPlan(folder)), ...change };
}
