import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { envelopeSchema, purposeKindSchema } from '../../submission/contract.ts';
import type { Sent } from '../reception.ts';
import { languageOf, parameter, type Query } from './parameter.ts';

/** The contract's own form. */
const envelopeType = 'application/json';

/**
 * Types under which files come: a workbook, CSV, what browsers on Windows call CSV, and a sealed package or any other.
 * What a file is, its bytes say.
 */
export const fileTypes = [
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'text/csv',
  'application/vnd.ms-excel',
  'application/octet-stream',
] as const;

const attestedSchema = z.enum(['true', 'false']);

/** What a request sends. @throws ProblemError where its address is not of its form */
export function sentIn(request: FastifyRequest<{ Querystring: Record<string, unknown> }>): Sent {
  const key = request.headers['idempotency-key'];
  const common = {
    body: Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0),
    key: typeof key === 'string' ? key : undefined,
  };
  const type = (request.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  return type === envelopeType
    ? { kind: 'envelope', ...common }
    : { kind: 'file', ...common, ...toldOf(request.query) };
}

function toldOf(query: Query): Pick<Extract<Sent, { kind: 'file' }>, 'planId' | 'order' | 'language'> {
  const attested = parameter(query, 'attested', attestedSchema);
  const purpose = parameter(query, 'purpose', purposeKindSchema);
  return {
    planId: parameter(query, 'plan', envelopeSchema.shape.planId),
    order: {
      ...(attested === null ? {} : { attested: attested === 'true' }),
      ...(purpose === null ? {} : { purpose }),
    },
    language: languageOf(query),
  };
}
