import type { Caller } from './access.ts';
import type { Organisation } from './directory.ts';
import type { Manager } from './people.ts';

/**
 * What a caller manages: an administrator of a provider the own people; one of a plan the own people and every
 * organisation all of whose plans are the plan's; one of a delegate the own people and the providers that it looks
 * after. An organisation that serves another plan too is managed by nobody of one plan alone.
 */
export function managerOf({ subject, role, organisation: own }: Caller): Manager {
  const isAdministrator = role === 'providerAdmin' || role === 'planAdmin';
  return { subject, manages: (organisation) => isAdministrator && isManagedBy(own, organisation) };
}

function isManagedBy(own: Organisation, organisation: Organisation): boolean {
  // The own one with further plans is not the own one: nobody takes rights by themselves.
  if (!organisation.plans.every((plan) => own.plans.includes(plan))) return false;
  if (organisation.id === own.id) return organisation.kind === own.kind;
  if (own.kind === 'provider' || organisation.kind === 'plan') return false;
  if (own.kind === 'plan') return true;
  return organisation.kind === 'provider' && organisation.delegate === own.id;
}
