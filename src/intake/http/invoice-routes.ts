import type { FastifyInstance } from 'fastify';
import type * as z from 'zod';
import { envelopeSchema, invoiceNumberSchema } from '../../submission/contract.ts';
import { invoiceCursorSchema, type InvoiceHistory, type InvoiceList } from '../../submission/invoice-history.ts';
import { invoiceStateSchema } from '../../submission/invoice-states.ts';
import { listInvoices, readInvoiceHistory, type InvoiceHistoryParts } from '../invoice-history.ts';
import type { InvoiceQuery } from '../store/invoices.ts';
import { callerOf } from './guard.ts';
import { ProblemError } from './problem.ts';

/** What the routes work with. */
export type InvoiceRouteParts = InvoiceHistoryParts;

type Query = Record<string, unknown>;

const { planId, billingProviderNpi } = envelopeSchema.shape;

/**
 * `GET /v1/invoices/{number}?plan=&provider=`: the history of an invoice. `GET /v1/invoices?plan=&state=&before=`: the
 * invoices by pages. Both are scoped to the caller's reach.
 */
export function registerInvoices(app: FastifyInstance, parts: InvoiceRouteParts): void {
  app.get<{ Params: { number: string }; Querystring: Query }>(
    '/invoices/:number',
    async (request): Promise<InvoiceHistory> => {
      const invoiceNumber = invoiceNumberSchema.safeParse(request.params.number);
      if (!invoiceNumber.success) throw new ProblemError('not-found');
      return readInvoiceHistory(parts, {
        reach: callerOf(request).reach,
        invoiceNumber: invoiceNumber.data,
        planId: parameter(request.query, 'plan', planId),
        billingProviderNpi: parameter(request.query, 'provider', billingProviderNpi),
      });
    },
  );

  app.get<{ Querystring: Query }>('/invoices', async (request): Promise<InvoiceList> => {
    return listInvoices(parts, callerOf(request).reach, {
      planId: parameter(request.query, 'plan', planId),
      state: parameter(request.query, 'state', invoiceStateSchema),
      after: placeOf(parameter(request.query, 'before', invoiceCursorSchema)),
    });
  });
}

/** A parameter of the address, or null where it is left out. @throws ProblemError where it is not of its form */
function parameter<T>(query: Query, name: string, schema: z.ZodType<T>): T | null {
  const value = query[name];
  if (value === undefined) return null;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new ProblemError('malformed-request', { pointers: [`/${name}`] });
  return parsed.data;
}

function placeOf(cursor: string | null): InvoiceQuery['after'] {
  if (cursor === null) return null;
  const [submissionId = '', ordinal = ''] = cursor.split('.');
  return { submissionId, ordinal: Number(ordinal) };
}
