import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { PlanProfile } from '../../plan/profile.ts';
import {
  planFileHeaders,
  planFileKinds,
  type PlanFileDescription,
  type PlanFileKind,
  type PlanFileList,
} from '../../submission/plan-files.ts';
import { maximumBodyBytes } from '../../submission/contract.ts';
import type { Caller } from '../identity/access.ts';
import { loadPlanFile, PlanFileRefused, removePlanFile, type PlanFileParts } from '../plan-files/load-plan-file.ts';
import { faultAt } from '../plan-files/rows.ts';
import type { PlanFileOwner, StoredPlanFile } from '../store/plan-files.ts';
import { TaskFailedError, TaskStoppedError, type ThreadPool } from '../work/pool.ts';
import { callerOf } from './guard.ts';
import type { Query } from './parameter.ts';
import { ProblemError } from './problem.ts';
import { planOf } from './staff-plan.ts';

/** What the routes work with. */
export interface PlanFileRouteParts extends Omit<PlanFileParts, 'read'> {
  readonly plans: ReadonlyMap<string, PlanProfile>;
  readonly pool: ThreadPool;
}

interface KindRequest {
  Params: { kind: string };
  Querystring: Query;
}

/**
 * By staff of a plan or a delegate: `POST /v1/plan-files/{kind}?plan=` loads a list (`text/csv`) in the place of the one
 * before it, `POST /v1/plan-files/{kind}/removed?plan=` takes it out, `GET /v1/plan-files?plan=` tells which are loaded,
 * and never what stands in them.
 */
export function registerPlanFiles(app: FastifyInstance, parts: PlanFileRouteParts): void {
  app.get<{ Querystring: Query }>('/plan-files', async (request): Promise<PlanFileList> => {
    const caller = callerOf(request);
    const planId = planOf(parts.plans, caller, request.query);
    return { files: (await parts.planFiles.list(caller.reach, planId)).map(descriptionOf) };
  });

  app.post<KindRequest>('/plan-files/:kind/removed', async (request, reply) => {
    const { caller, kind, owner } = askedFor(parts, request);
    if (!(await removePlanFile(parts, owner, kind, actorOf(caller)))) throw new ProblemError('not-found');
    return reply.code(204).send();
  });

  // A scope of its own: no other route reads these lists.
  app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('text/csv', { parseAs: 'buffer' }, (_request, body, parsed) => {
      parsed(null, body);
    });
    scope.post<KindRequest>(
      '/plan-files/:kind',
      {
        bodyLimit: maximumBodyBytes,
        preParsing: async (request) => {
          await Promise.resolve(askedFor(parts, request));
        },
      },
      async (request): Promise<PlanFileDescription> => {
        const { caller, kind, owner } = askedFor(parts, request);
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        try {
          const loading = { ...parts, read: parts.pool.run.bind(parts.pool) };
          return descriptionOf(await loadPlanFile(loading, owner, kind, body, actorOf(caller)));
        } catch (error) {
          throw refusalOf(error, kind);
        }
      },
    );
    done();
  });
}

/** @throws ProblemError */
function askedFor(
  parts: PlanFileRouteParts,
  request: FastifyRequest<KindRequest>,
): { readonly caller: Caller; readonly kind: PlanFileKind; readonly owner: PlanFileOwner } {
  const caller = callerOf(request);
  const planId = planOf(parts.plans, caller, request.query);
  const kind = planFileKinds.find((each) => each === request.params.kind);
  if (kind === undefined) throw new ProblemError('not-found');
  const { reach } = caller;
  return { caller, kind, owner: { planId, delegateId: reach.of === 'delegate' ? reach.delegateId : null } };
}

function actorOf({ subject, organisation }: Caller) {
  return { subject, organisation: organisation.id };
}

/** A list on which its thread broke is refused like any other: nobody sends one by mistake. */
function refusalOf(error: unknown, kind: PlanFileKind): unknown {
  if (error instanceof PlanFileRefused) return new ProblemError('plan-file-refused', { faults: error.faults });
  if (error instanceof TaskStoppedError || error instanceof TaskFailedError) {
    const [header = ''] = Object.values(planFileHeaders[kind]);
    return new ProblemError('plan-file-refused', { faults: [faultAt(1, header, 'TOO_LARGE')] });
  }
  return error;
}

function descriptionOf({ kind, planId, delegateId, rows, loadedAt, loadedBy }: StoredPlanFile): PlanFileDescription {
  return { kind, planId, delegate: delegateId, rows, loadedAt, loadedBy };
}
