import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { invoiceNumberSchema, maximumBodyBytes } from '../../submission/contract.ts';
import type { ReceiptList, SubmissionFindings, SubmissionStatus } from '../../submission/result.ts';
import { redisclosureNotice } from '../../xlsx/errors/redisclosure.ts';
import type { AddIn } from '../../xlsx/template-file.ts';
import { readResult, type CheckingParts } from '../checking.ts';
import type { TellRead } from '../audit/reads.ts';
import { submissionIdPattern } from '../identifiers.ts';
import type { Authenticate, Caller } from '../identity/access.ts';
import { receive, type ReceptionParts } from '../reception.ts';
import type { Metrics } from '../metrics.ts';
import type { StoredSubmission } from '../store/stored-submission.ts';
import type { CheckQueue } from '../work/check-queue.ts';
import type { Precedence } from '../work/precedence.ts';
import { registerAcknowledgements } from './acknowledgement-routes.ts';
import { registerAdjudications, type AdjudicationRouteParts } from './adjudication-routes.ts';
import { boundBodies, type BodyBudget } from './body-budget.ts';
import { registerAudit } from './audit-routes.ts';
import type { EmergencyParts } from '../emergency-access.ts';
import { registerEmergency } from './emergency-routes.ts';
import { registerEncounters, type EncounterRouteParts } from './encounter-routes.ts';
import { registerErrorFiles } from './error-file-routes.ts';
import { callerOf, guard } from './guard.ts';
import { registerInvoices, type InvoiceRouteParts } from './invoice-routes.ts';
import { registerPeople, type PeopleRouteParts } from './people-routes.ts';
import { registerPlanFiles, type PlanFileRouteParts } from './plan-file-routes.ts';
import { registerPlans, type PlanRouteParts } from './plan-routes.ts';
import { preferredWait } from './prefer.ts';
import { ProblemError } from './problem.ts';
import { fileTypes, sentIn } from './sent.ts';

/** What the routes work with. */
export interface SubmissionRouteParts
  extends
    ReceptionParts,
    CheckingParts,
    InvoiceRouteParts,
    AdjudicationRouteParts,
    EncounterRouteParts,
    EmergencyParts,
    PeopleRouteParts,
    PlanFileRouteParts,
    PlanRouteParts {
  readonly queue: CheckQueue;
  readonly precedence: Precedence;
  readonly bodies: BodyBudget;
  readonly metrics: Metrics;
  /** The add-in whose pane opens with an error workbook, where it is known. */
  readonly addIn: AddIn | null;
  readonly authenticate: Authenticate;
  readonly tellRead: TellRead;
}

interface IdParameter {
  Params: { id: string };
}

/**
 * `/v1`: submissions, their status, findings and receipts, and invoices; everything is scoped to the caller's reach. A
 * plan's staff loads decisions and what the plan knows, makes encounter files and loads what came back.
 */
export function registerSubmissions(app: FastifyInstance, parts: SubmissionRouteParts): void {
  app.register(
    (scope, _options, done) => {
      guard(scope, parts.authenticate);
      boundBodies(scope, parts.bodies);
      // The body stays bytes: it is stored as it came, and is parsed where it does not hold the event loop.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, parsed) => {
        parsed(null, body);
      });
      // A scope of its own: no other route reads files.
      scope.register((files, _none, registered) => {
        files.addContentTypeParser([...fileTypes], { parseAs: 'buffer' }, (_request, body, parsed) => {
          parsed(null, body);
        });
        registerPost(files, parts);
        registered();
      });
      registerReads(scope, parts);
      registerAdjudications(scope, parts);
      registerEncounters(scope, parts);
      registerAcknowledgements(scope, parts);
      registerPlanFiles(scope, parts);
      registerInvoices(scope, parts);
      registerPeople(scope, parts);
      registerPlans(scope, parts);
      registerAudit(scope, parts);
      registerEmergency(scope, parts, (request, id) => ownSubmission(parts, id, callerOf(request)));
      registerErrorFiles(scope, parts, (request, id) => ownSubmission(parts, id, callerOf(request)));
      done();
    },
    { prefix: '/v1' },
  );
}

function registerPost(app: FastifyInstance, parts: SubmissionRouteParts): void {
  app.post<{ Querystring: Record<string, unknown> }>(
    '/submissions',
    { bodyLimit: maximumBodyBytes },
    async (request, reply): Promise<SubmissionStatus> => {
      const caller = callerOf(request);
      const sent = sentIn(request);
      const received = await parts.precedence.first(() => receive(parts, sent, caller, request.ip));
      // What is stored need not stay in memory while the sender waits for the check.
      request.body = null;
      request.releaseBody();
      parts.metrics.received(received.channel, received.replayed ? 'known' : 'stored');
      reply.header('location', `/v1/submissions/${received.submissionId}`);
      reply.code(received.replayed ? 200 : 201);
      if (!received.replayed && preferredWait(request.headers['prefer']) === 0) {
        parts.queue.wake();
        return { state: 'received', submissionId: received.submissionId, receipt: received.receipt };
      }
      return statusAfterWait(parts, request, reply, received.submissionId, caller);
    },
  );
}

function registerReads(app: FastifyInstance, parts: SubmissionRouteParts): void {
  app.get<IdParameter>('/submissions/:id', async (request, reply) => {
    const caller = callerOf(request);
    const submission = await ownSubmission(parts, request.params.id, caller);
    const status = await statusAfterWait(parts, request, reply, submission.id, caller);
    if (status.state === 'checked') {
      await parts.tellRead([status.submissionId], { what: 'result', caller, from: request.ip });
    }
    return status;
  });

  app.get<IdParameter>('/submissions/:id/findings', async (request): Promise<SubmissionFindings> => {
    const caller = callerOf(request);
    const submission = await ownSubmission(parts, request.params.id, caller);
    const result = submission.state === 'checked' ? await readResult(parts, submission) : null;
    if (result === null) return { state: 'received', submissionId: submission.id };
    await parts.tellRead([submission.id], { what: 'findings', caller, from: request.ip });
    const findings = result.invoices.flatMap(({ invoiceNumber, findings: found }) =>
      found.map((finding) => ({ ...finding, invoiceNumber })),
    );
    const notice = submission.part2Program ? { notice: redisclosureNotice('en') } : {};
    return { state: 'checked', submissionId: submission.id, findings, ...notice };
  });

  app.get<{ Querystring: Record<string, unknown> }>('/receipts', async (request): Promise<ReceiptList> => {
    const caller = callerOf(request);
    const invoice = invoiceNumberSchema.safeParse(request.query['invoice']);
    if (!invoice.success) throw new ProblemError('malformed-request', { pointers: ['/invoice'] });
    const found = await parts.submissions.receiptsOf(caller.reach, invoice.data);
    return { receipts: found.map(({ id, receipt }) => ({ submissionId: id, receipt })) };
  });
}

/** How often a waiting request looks at the store: another process may have checked the submission. Milliseconds. */
const lookInterval = 1_000;

/** Where a submission stands, after as long a wait for its check as the request prefers. */
async function statusAfterWait(
  parts: SubmissionRouteParts,
  request: FastifyRequest,
  reply: FastifyReply,
  id: string,
  caller: Caller,
): Promise<SubmissionStatus> {
  const seconds = preferredWait(request.headers['prefer']);
  if (seconds > 0) reply.header('preference-applied', 'wait');
  const end = performance.now() + seconds * 1000;
  for (let first = true; ; first = false) {
    const left = end - performance.now();
    const waiting = parts.queue.waitFor(id, Math.max(0, Math.min(lookInterval, left)));
    if (first) parts.queue.wake();
    try {
      const submission = await ownSubmission(parts, id, caller);
      if (submission.state === 'checked' || left <= 0 || parts.queue.closed) return await statusOf(parts, submission);
      await waiting.done;
    } finally {
      waiting.cancel();
    }
  }
}

async function statusOf(parts: SubmissionRouteParts, submission: StoredSubmission): Promise<SubmissionStatus> {
  const head = { submissionId: submission.id, receipt: submission.receipt };
  const result = submission.state === 'checked' ? await readResult(parts, submission) : null;
  return result === null ? { state: 'received', ...head } : { state: 'checked', ...head, result };
}

/** What is out of reach is not there: an id does not tell whether it exists. */
async function ownSubmission(parts: SubmissionRouteParts, id: string, caller: Caller): Promise<StoredSubmission> {
  const found = submissionIdPattern.test(id) ? await parts.submissions.findWithin(caller.reach, id) : null;
  if (found === null) throw new ProblemError('not-found');
  return found;
}
