import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { planProfileSchema, type PlanProfile } from '../plan/profile.ts';

/** A plan's folder that cannot be read. The message is for the person who keeps the folder. */
export class PlanUnreadable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PlanUnreadable';
  }
}

/** The profile as it stands in its file: without the logo, which is a picture beside it. */
const profileFile = z.looseObject({ brand: z.looseObject({}) });

const pngSignature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Reads a plan's folder: `profile.json`, a {@link PlanProfile} without `brand.logo`, and `logo.png`, which becomes
 * that logo, so that people can look at the picture and replace it.
 *
 * @throws PlanUnreadable where a file is missing or not as it should be
 */
export async function readPlan(folder: string): Promise<PlanProfile> {
  const profile = profileFile.safeParse(parseJson(await readNamed(folder, 'profile.json')));
  if (!profile.success) throw new PlanUnreadable('profile.json is no plan profile: it has to be JSON with a "brand".');
  const logo = await readNamed(folder, 'logo.png');
  if (!logo.subarray(0, pngSignature.length).equals(pngSignature))
    throw new PlanUnreadable('logo.png is no PNG picture.');
  const parsed = planProfileSchema.safeParse({
    ...profile.data,
    brand: { ...profile.data.brand, logo: `data:image/png;base64,${logo.toString('base64')}` },
  });
  if (!parsed.success) throw new PlanUnreadable(`profile.json is no plan profile.\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

async function readNamed(folder: string, name: string): Promise<Buffer> {
  try {
    return await readFile(join(folder, name));
  } catch {
    throw new PlanUnreadable(`The plan's folder has no readable ${name}.`);
  }
}

function parseJson(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    return undefined;
  }
}
