import { administrativeRequirements } from './administrative-requirements.ts';
import { codingRequirements } from './coding-requirements.ts';
import { memberRequirements } from './member-requirements.ts';
import { providerRequirements } from './provider-requirements.ts';
import { readingRequirements } from './reading-requirements.ts';
import type { Requirement } from './requirement.ts';
import { serviceRequirements } from './service-requirements.ts';

/** What the elements ask for, in the guidance's sequence. */
export const elementRequirements: readonly Requirement[] = [
  ...providerRequirements,
  ...memberRequirements,
  ...serviceRequirements,
  ...administrativeRequirements,
];

/** Everything that the sources ask for. */
export const requirements: readonly Requirement[] = [
  ...elementRequirements,
  ...codingRequirements,
  ...readingRequirements,
];
