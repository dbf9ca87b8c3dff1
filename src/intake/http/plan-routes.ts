import type { FastifyInstance } from 'fastify';
import * as z from 'zod';
import { rulePack } from '../../guidance/rule-pack.ts';
import type { PublicKey } from '../../plan/keys.ts';
import type { PlanProfile } from '../../plan/profile.ts';
import { contractVersion, envelopeSchema, maximumBodyBytes, maximumLines } from '../../submission/contract.ts';
import { errorFileTypes } from '../../submission/error-file.ts';
import type { HandshakePart, PlanDescription } from '../../submission/plan-description.ts';
import { layoutVersion } from '../../workbook/layout-version.ts';
import type { Caller } from '../identity/access.ts';
import type { Templates } from '../templates.ts';
import type { PlanDiagnosisLists } from '../work/diagnosis-lists.ts';
import { callerOf } from './guard.ts';
import { parameter, type Query } from './parameter.ts';
import { ProblemError } from './problem.ts';

/** What the routes work with. */
export interface PlanRouteParts {
  readonly plans: ReadonlyMap<string, PlanProfile>;
  readonly diagnosisLists: PlanDiagnosisLists;
  readonly receiptKeys: readonly PublicKey[];
  readonly templates: Templates;
}

interface PlanRequest {
  Querystring: Record<string, unknown>;
}

const version = z
  .string()
  .regex(/^[1-9]\d{0,8}$/)
  .transform(Number);

/**
 * `GET /v1/plan`: what the plan is and takes, and whether the versions that the address names are its present ones.
 * `GET /v1/template.xlsx`: the template that the plan hands out now.
 */
export function registerPlans(app: FastifyInstance, parts: PlanRouteParts): void {
  app.get<PlanRequest>('/plan', (request): PlanDescription => {
    const profile = planOf(parts, callerOf(request), request.query);
    return {
      contract: contractVersion,
      profile,
      layoutVersion,
      rulePack: { version: rulePack.version, hash: rulePack.hash, parts: { ...rulePack.parts } },
      diagnosisLists: (parts.diagnosisLists.get(profile.id) ?? []).map(({ identity }) => identity),
      receiptKeys: [...parts.receiptKeys],
      limits: { lines: maximumLines, bytes: maximumBodyBytes },
      differs: differencesIn(request.query, profile),
    };
  });

  app.get<PlanRequest>('/template.xlsx', async (request, reply) => {
    const profile = planOf(parts, callerOf(request), request.query);
    const file = await parts.templates.of(profile);
    reply.header('content-disposition', `attachment; filename="${profile.id}-${String(profile.version)}.xlsx"`);
    return reply.type(errorFileTypes.xlsx).send(Buffer.from(file));
  });
}

/** The plan that is meant: the one that is named, or the only one that the caller's organisation has here. */
function planOf(parts: PlanRouteParts, { organisation }: Caller, query: Query): PlanProfile {
  const asked = parameter(query, 'plan', envelopeSchema.shape.planId);
  const own = organisation.plans.flatMap((id) => parts.plans.get(id) ?? []);
  const [only, ...others] = own;
  if (asked === null) {
    if (only !== undefined && others.length === 0) return only;
    if (only === undefined) throw new ProblemError('plan-not-yours');
    throw new ProblemError('malformed-request', { pointers: ['/plan'] });
  }
  const named = own.find(({ id }) => id === asked);
  if (named === undefined) throw new ProblemError('plan-not-yours');
  return named;
}

function differencesIn(query: Query, profile: PlanProfile): HandshakePart[] {
  const same: Readonly<Record<HandshakePart, boolean>> = {
    contract: isSame(parameter(query, 'contract', version), contractVersion),
    profileVersion: isSame(parameter(query, 'profileVersion', version), profile.version),
    layoutVersion: isSame(parameter(query, 'layoutVersion', version), layoutVersion),
    rulePack: isSame(parameter(query, 'rulePack', envelopeSchema.shape.rulePack.shape.hash), rulePack.hash),
  };
  return (Object.keys(same) as HandshakePart[]).filter((part) => !same[part]);
}

/** What is not said does not differ. */
function isSame<T>(said: T | null, present: T): boolean {
  return said === null || said === present;
}
