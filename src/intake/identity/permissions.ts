import { scopes } from '../../submission/scopes.ts';
import type { OrganisationKind, Role } from './roles.ts';

/**
 * Who may use a route: the token has the scope, and its holder one of the roles, in an organisation of one of the kinds.
 * All are needed.
 */
export interface Permission {
  readonly scope: string;
  readonly roles: readonly Role[];
  /** Left out where the roles say enough: a delegate has staff, too. */
  readonly of?: readonly OrganisationKind[];
}

const senders = ['biller', 'providerAdmin', 'providerSystem'] as const;
const staff = ['planStaff', 'planAdmin', 'planSystem'] as const;
const administrators = ['providerAdmin', 'planAdmin'] as const;
const readers = [...senders, ...staff] as const;

/**
 * Who may what: every route that asks who calls, and nobody else may use it. What a role sees of what there is, follows
 * from the caller's organisation (`Reach`): a provider its own, a plan that of all its providers, a delegate that of
 * the providers that it looks after. A route without a row here keeps the endpoint from starting.
 */
export const permissions = {
  'POST /v1/submissions': { scope: scopes.write, roles: senders },
  'GET /v1/submissions/:id': { scope: scopes.read, roles: readers },
  'GET /v1/submissions/:id/findings': { scope: scopes.read, roles: readers },
  'GET /v1/submissions/:id/errors.xlsx': { scope: scopes.read, roles: readers },
  'GET /v1/submissions/:id/errors.csv': { scope: scopes.read, roles: readers },
  'GET /v1/submissions/:id/audit': { scope: scopes.audit, roles: ['auditor', 'planAdmin'] },
  // Who does not see what was sent otherwise may open it for a stated reason, which is told.
  'POST /v1/submissions/:id/emergency-access': { scope: scopes.emergency, roles: ['auditor', 'planAdmin'] },
  'GET /v1/submissions/:id/envelope': { scope: scopes.emergency, roles: ['auditor', 'planAdmin'] },
  'GET /v1/emergency-accesses': { scope: scopes.audit, roles: ['auditor', 'planAdmin'] },
  'GET /v1/receipts': { scope: scopes.read, roles: readers },
  'GET /v1/invoices': { scope: scopes.read, roles: readers },
  'GET /v1/invoices/:number': { scope: scopes.read, roles: readers },
  'GET /v1/plan': { scope: scopes.read, roles: readers },
  'GET /v1/template.xlsx': { scope: scopes.read, roles: readers },
  'POST /v1/adjudications': { scope: scopes.adjudicate, roles: staff },
  // A plan answers to DHCS for all of its encounters, those of its delegates' providers too.
  'POST /v1/encounters': { scope: scopes.encounters, roles: staff, of: ['plan'] },
  'GET /v1/encounters': { scope: scopes.encounters, roles: staff, of: ['plan'] },
  'GET /v1/encounters/:id': { scope: scopes.encounters, roles: staff, of: ['plan'] },
  'GET /v1/encounters/:id/report.csv': { scope: scopes.encounters, roles: staff, of: ['plan'] },
  'POST /v1/acknowledgements': { scope: scopes.encounters, roles: staff, of: ['plan'] },
  // Delegates load lists of their own, for the providers that they look after.
  'GET /v1/plan-files': { scope: scopes.planFiles, roles: staff },
  'POST /v1/plan-files/:kind': { scope: scopes.planFiles, roles: staff },
  'POST /v1/plan-files/:kind/removed': { scope: scopes.planFiles, roles: staff },
  'GET /v1/organisations': { scope: scopes.manage, roles: administrators },
  'POST /v1/organisations': { scope: scopes.manage, roles: ['planAdmin'] },
  'POST /v1/organisations/:id': { scope: scopes.manage, roles: ['planAdmin'] },
  'GET /v1/organisations/:id/people': { scope: scopes.manage, roles: administrators },
  'POST /v1/organisations/:id/people': { scope: scopes.manage, roles: administrators },
  'GET /v1/organisations/:id/systems': { scope: scopes.manage, roles: administrators },
  'POST /v1/organisations/:id/systems': { scope: scopes.manage, roles: administrators },
  'POST /v1/people/:id/invitation': { scope: scopes.manage, roles: administrators },
  'POST /v1/people/:id/disabled': { scope: scopes.manage, roles: administrators },
  'POST /v1/systems/:id/disabled': { scope: scopes.manage, roles: administrators },
} as const satisfies Readonly<Record<string, Permission>>;

/** Routes that anybody may use: none of them tells anything of anybody. Signing in is one of them. */
export const openRoutes: readonly string[] = [
  '/health',
  '/ready',
  '/metrics',
  '/openapi.json',
  '/reference',
  '/oidc/sign-in/:uid',
  '/oidc/invitation/:token',
  '/oidc/*',
];

/** A route of the server, as its methods and its pattern. */
export interface RoutePattern {
  readonly method: string;
  readonly url: string;
}

/**
 * The row of a route; null where anybody may use it.
 *
 * @throws TypeError where there is none
 */
export function permissionOf({ method, url }: RoutePattern): Permission | null {
  if (openRoutes.includes(url)) return null;
  const name = `${method === 'HEAD' ? 'GET' : method} ${url}`;
  const rows: Readonly<Record<string, Permission>> = permissions;
  const row = Object.hasOwn(rows, name) ? rows[name] : undefined;
  if (row === undefined) throw new TypeError(`${name} has no row in the table of permissions`);
  return row;
}
