import type { FastifyInstance } from 'fastify';
import { envelopeSchema, invoiceNumberSchema } from '../../submission/contract.ts';
import { invoiceCursorSchema, type InvoiceHistory, type InvoiceList } from '../../submission/invoice-history.ts';
import { invoiceStateSchema } from '../../submission/invoice-states.ts';
import type { TellRead } from '../audit/reads.ts';
import { listInvoices, readInvoiceHistory, type InvoiceHistoryParts } from '../invoice-history.ts';
import { callerOf } from './guard.ts';
import { cursorPlace, parameter, type Query } from './parameter.ts';
import { ProblemError } from './problem.ts';

/** What the routes work with. */
export interface InvoiceRouteParts extends InvoiceHistoryParts {
  readonly tellRead: TellRead;
}

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
      const caller = callerOf(request);
      const history = await readInvoiceHistory(parts, {
        reach: caller.reach,
        invoiceNumber: invoiceNumber.data,
        planId: parameter(request.query, 'plan', planId),
        billingProviderNpi: parameter(request.query, 'provider', billingProviderNpi),
      });
      const ids = [...new Set(history.submissions.map(({ submissionId }) => submissionId))];
      await parts.tellRead(ids, { what: 'history', caller, from: request.ip });
      return history;
    },
  );

  app.get<{ Querystring: Query }>('/invoices', async (request): Promise<InvoiceList> => {
    return listInvoices(parts, callerOf(request).reach, {
      planId: parameter(request.query, 'plan', planId),
      state: parameter(request.query, 'state', invoiceStateSchema),
      after: cursorPlace(parameter(request.query, 'before', invoiceCursorSchema)),
    });
  });
}
