import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { invoiceCursorSchema } from '../../submission/invoice-history.ts';
import type { EncounterFileList, EncountersMade } from '../../submission/encounters.ts';
import type { TellRead } from '../audit/reads.ts';
import { descriptionOf } from '../encounters/description.ts';
import { makeEncounterFiles, mostInvoices, type EncounterParts } from '../encounters/make-files.ts';
import { openText } from '../encounters/sealed-file.ts';
import type { EncounterFileEntry } from '../store/encounter-files.ts';
import { callerOf } from './guard.ts';
import { cursorPlace, parameter, type Query } from './parameter.ts';
import { ProblemError } from './problem.ts';
import { planOf } from './staff-plan.ts';

/** What the routes work with. */
export interface EncounterRouteParts extends EncounterParts {
  readonly tellRead: TellRead;
}

interface FileRequest {
  Params: { id: string };
}

/** ISA15, as a request names it. */
export const usageSchema = z.enum(['T', 'P']);

/** How many invoices a request looks at. */
export const mostSchema = z.string().regex(/^[1-9]\d{0,3}$/);

/** As a request says yes or no. */
export const yesOrNoSchema = z.enum(['true', 'false']);

/** Media types of what of a file is downloaded. */
export const encounterTypes = {
  content: 'application/edi-x12',
  report: 'text/csv; charset=utf-8; header=present',
} as const;

/** Files that a list names. */
const listed = 200;

const fileId = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/**
 * By the plan's staff: `POST /v1/encounters?plan=&usage=&again=&after=&most=` makes files, `GET /v1/encounters?plan=` lists them,
 * `GET /v1/encounters/{id}` is the 837 and `…/report.csv` its side report.
 */
export function registerEncounters(app: FastifyInstance, parts: EncounterRouteParts): void {
  app.post<{ Querystring: Query }>('/encounters', async (request, reply): Promise<EncountersMade> => {
    const caller = callerOf(request);
    const planId = planOf(parts.plans, caller, request.query);
    const usage = parameter(request.query, 'usage', usageSchema);
    // Production is never meant by leaving something out.
    if (usage === null) throw new ProblemError('malformed-request', { pointers: ['/usage'] });
    const again = parameter(request.query, 'again', yesOrNoSchema) === 'true';
    const after = cursorPlace(parameter(request.query, 'after', invoiceCursorSchema));
    const most = Math.min(Number(parameter(request.query, 'most', mostSchema) ?? mostInvoices), mostInvoices);
    const made = await makeEncounterFiles(parts, { planId, usage, again, after, most }, caller);
    reply.code(made.files.length > 0 ? 201 : 200);
    return made;
  });

  app.get<{ Querystring: Query }>('/encounters', async (request): Promise<EncounterFileList> => {
    const planId = planOf(parts.plans, callerOf(request), request.query);
    return { files: (await parts.encounterFiles.list(planId, listed)).map(descriptionOf) };
  });

  app.get<FileRequest>('/encounters/:id', async (request, reply) => {
    const file = await fileOf(parts, request);
    return send(parts, request, reply, { file, part: 'content', ending: '837' });
  });

  app.get<FileRequest>('/encounters/:id/report.csv', async (request, reply) => {
    const file = await fileOf(parts, request);
    return send(parts, request, reply, { file, part: 'report', ending: 'report.csv' });
  });
}

/** What is of another plan is not there. */
async function fileOf(parts: EncounterRouteParts, request: FastifyRequest<FileRequest>): Promise<EncounterFileEntry> {
  const { id } = request.params;
  const file = fileId.test(id) ? await parts.encounterFiles.find(callerOf(request).organisation.plans, id) : null;
  if (file === null) throw new ProblemError('not-found');
  return file;
}

async function send(
  parts: EncounterRouteParts,
  request: FastifyRequest,
  reply: FastifyReply,
  {
    file,
    part,
    ending,
  }: {
    readonly file: EncounterFileEntry;
    readonly part: 'content' | 'report';
    readonly ending: string;
  },
): Promise<FastifyReply> {
  const text = await openText(parts.keyring, file, part, await parts.encounterFiles.sealed(file.id, part));
  const submissions = new Set((await parts.encounterFiles.claimsOf(file.id)).map(({ submissionId }) => submissionId));
  await parts.tellRead([...submissions], { what: 'encounterFile', caller: callerOf(request), from: request.ip });
  const name = `encounters-${String(file.controlNumber).padStart(9, '0')}.${ending}`;
  reply.header('content-disposition', `attachment; filename="${name}"`);
  return reply.type(encounterTypes[part]).send(text);
}
