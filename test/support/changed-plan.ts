import { planProfileSchema, type PlanProfile } from '../../src/plan/profile.ts';
import { samplePlan } from './sample-plan.ts';

/**
 * A plan that adds a service, hides most, names one in its own words, changes a rate on January 1, and gives a code and
 * modifier another meaning from that day on.
 */
export async function changedPlan(): Promise<PlanProfile> {
  return planProfileSchema.parse({
    ...(await samplePlan()),
    servicesConfirmedThrough: '12/31/2027',
    expectsPlanRates: true,
    services: [
      { id: 'G9012-U2', name: 'ECM visit, lay staff', unitRateCents: 8000, unitBasis: 'fifteenMinutes' },
      {
        id: 'T2033-U6',
        unitRateCents: 19_500,
        rateChanges: [
          { from: '10/01/2026', unitRateCents: 20_000 },
          { from: '01/01/2027', unitRateCents: 21_050 },
        ],
      },
      { id: 'H0043-U6', unitRateCents: 15_000, validTo: '12/31/2026' },
      {
        id: 'H0043-U6',
        name: 'Housing Navigation, monthly',
        unitBasis: 'month',
        unitRateCents: 40_000,
        validFrom: '01/01/2027',
        own: { program: 'communitySupports' },
      },
      { id: 'S5165-U6', unitRateCents: null },
      {
        id: 'H2015-U6',
        name: 'Peer Mentoring',
        unitBasis: 'session',
        unitRateCents: 4500,
        own: { program: 'communitySupports', telehealth: 'allowed', usualPlaces: ['11', '12'] },
      },
    ],
  });
}
