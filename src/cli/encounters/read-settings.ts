import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { defaultSettings, encounterSettingsSchema, type EncounterSettings } from '../../encounter/settings.ts';
import { errorCode } from '../../intake/errors.ts';
import { PlanUnreadable } from '../read-plan.ts';

/**
 * Reads a plan's `encounters.json`; a plan without one has the defaults, with which only test files can be made.
 *
 * @throws PlanUnreadable
 */
export async function readEncounterSettings(planFolder: string): Promise<EncounterSettings> {
  let text: string;
  try {
    text = await readFile(join(planFolder, 'encounters.json'), 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return defaultSettings;
    throw new PlanUnreadable('encounters.json cannot be read.');
  }
  const parsed = encounterSettingsSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  throw new PlanUnreadable(`encounters.json has no settings for encounters.\n${z.prettifyError(parsed.error)}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
