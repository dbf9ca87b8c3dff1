import type { PlanProfile } from '../../../src/plan/profile.ts';
import { sampleProfile } from '../../submission/connections.ts';

/** The sample plan's profile as the plan's endpoint has it: the second one that it gave out. */
export const farProfile: PlanProfile = { ...sampleProfile, version: sampleProfile.version + 1 };

/** The one before: a rate was another. */
export const formerProfile: PlanProfile = {
  ...sampleProfile,
  services: sampleProfile.services.map((service, place) =>
    place === 0 ? { ...service, unitRateCents: (service.unitRateCents ?? 0) + 500 } : service,
  ),
};
