import type * as z from 'zod';
import { canonicalContent } from './content.ts';
import type { Envelope } from './contract.ts';
import type { PlanConnection } from './connection.ts';
import { exchange, type Call, type CallFailure, type CallOptions } from './exchange.ts';
import { invoiceHistorySchema, invoiceListSchema, type InvoiceHistory, type InvoiceList } from './invoice-history.ts';
import type { InvoiceState } from './invoice-states.ts';
import { describeSent, verifyReceipt, type Receipt, type ReceiptVerification } from './receipt.ts';
import {
  receiptListSchema,
  submissionFindingsSchema,
  submissionStatusSchema,
  type SubmissionFindings,
  type SubmissionResult,
  type SubmissionStatus,
} from './result.ts';

/** Options of the calls that can wait for the check. */
export interface WaitOptions extends CallOptions {
  /** Seconds that the endpoint may take to check before it answers without a result; 0 to 60. */
  readonly wait?: number;
}

/** A verified receipt, and the checked result where there is one yet. */
export interface Received {
  readonly kind: 'received';
  readonly submissionId: string;
  readonly receipt: Receipt;
  /** The receipt as it came, to be kept. */
  readonly jws: string;
  /** Null where the endpoint is still checking: ask again with {@link fetchStatus}. */
  readonly result: SubmissionResult | null;
}

/** An answer whose receipt is not the plan's or not for this submission. It must not be shown as received. */
export interface NotVerified {
  readonly kind: 'notVerified';
  readonly verification: Exclude<ReceiptVerification, { kind: 'verified' }>;
}

/** Outcome of {@link submit}. */
export type SubmitOutcome = Received | NotVerified | CallFailure;

/**
 * Sends a submission and verifies its receipt. Sending the same content again, now or after a crash, never makes a
 * second submission: the idempotency key is derived from the content, and every retry carries it.
 *
 * @throws RangeError where the connection belongs to another plan than the envelope.
 */
export async function submit(
  envelope: Envelope,
  connection: PlanConnection,
  options: WaitOptions,
): Promise<SubmitOutcome> {
  if (envelope.planId !== connection.planId) throw new RangeError('The connection belongs to another plan');
  const sent = await describeSent(envelope);
  const answer = await call(
    {
      method: 'POST',
      url: connection.resource('v1/submissions'),
      headers: { 'content-type': 'application/json', 'idempotency-key': sent.idempotencyKey },
      body: JSON.stringify(envelope),
      wait: options.wait ?? 20,
    },
    submissionStatusSchema,
    options,
  );
  if (answer.kind !== 'answered') return answer;
  const status = answer.body;
  const verification = await verifyReceipt(status.receipt, connection, sent);
  if (verification.kind !== 'verified') return { kind: 'notVerified', verification };
  return {
    kind: 'received',
    submissionId: status.submissionId,
    receipt: verification.receipt,
    jws: status.receipt,
    result: status.state === 'checked' ? await withOwnRowKeys(status.result, envelope) : null,
  };
}

/** An answer of the endpoint, or why there is none. */
export type Answer<T> = { readonly kind: 'answered'; readonly body: T } | CallFailure;

/** Where a submission stands; its result once it is checked. */
export function fetchStatus(
  connection: PlanConnection,
  submissionId: string,
  options: WaitOptions,
): Promise<Answer<SubmissionStatus>> {
  const url = connection.resource(`v1/submissions/${encodeURIComponent(submissionId)}`);
  return call(
    { method: 'GET', url, ...(options.wait === undefined ? {} : { wait: options.wait }) },
    submissionStatusSchema,
    options,
  );
}

/** Every finding of a submission. */
export function fetchFindings(
  connection: PlanConnection,
  submissionId: string,
  options: CallOptions,
): Promise<Answer<SubmissionFindings>> {
  const url = connection.resource(`v1/submissions/${encodeURIComponent(submissionId)}/findings`);
  return call({ method: 'GET', url }, submissionFindingsSchema, options);
}

/** A past receipt, fetched again. */
export interface PastReceipt {
  readonly submissionId: string;
  readonly jws: string;
  readonly verification: ReceiptVerification;
}

/** Past receipts that name an invoice number, latest first, each verified. */
export async function fetchReceipts(
  connection: PlanConnection,
  invoiceNumber: string,
  options: CallOptions,
): Promise<Answer<readonly PastReceipt[]>> {
  const url = connection.resource(`v1/receipts?invoice=${encodeURIComponent(invoiceNumber)}`);
  const answer = await call({ method: 'GET', url }, receiptListSchema, options);
  if (answer.kind !== 'answered') return answer;
  const body = await Promise.all(
    answer.body.receipts.map(async ({ submissionId, receipt }) => ({
      submissionId,
      jws: receipt,
      verification: await verifyReceipt(receipt, connection, null),
    })),
  );
  return { kind: 'answered', body };
}

/**
 * An invoice, how it stands, and the submissions that held it.
 *
 * @param billingProviderNpi whose invoice it is, where the sender's organisation bills for several providers
 * @returns a refusal `not-found` where no submission of the organisation held it
 */
export function fetchInvoiceHistory(
  connection: PlanConnection,
  invoiceNumber: string,
  options: CallOptions,
  billingProviderNpi?: string,
): Promise<Answer<InvoiceHistory>> {
  const query = queryOf({ plan: connection.planId, provider: billingProviderNpi });
  const url = connection.resource(`v1/invoices/${encodeURIComponent(invoiceNumber)}?${query}`);
  return call({ method: 'GET', url }, invoiceHistorySchema, options);
}

/** Which invoices to list. */
export interface InvoiceFilter {
  /** Those that stand so; all where left out. */
  readonly state?: InvoiceState;
  /** `next` of the page before; the first page where left out. */
  readonly before?: string;
}

/** A page of the invoices that the sender's organisation has at the plan, the latest first, each number once. */
export function fetchInvoices(
  connection: PlanConnection,
  filter: InvoiceFilter,
  options: CallOptions,
): Promise<Answer<InvoiceList>> {
  const query = queryOf({ plan: connection.planId, state: filter.state, before: filter.before });
  return call({ method: 'GET', url: connection.resource(`v1/invoices?${query}`) }, invoiceListSchema, options);
}

/** The parameters that have a value. */
function queryOf(parameters: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(parameters)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
}

/**
 * The result with the envelope's own row keys: the endpoint may have checked an earlier copy of the same content, and
 * names lines by their canonical position too.
 */
export async function withOwnRowKeys(result: SubmissionResult, envelope: Envelope): Promise<SubmissionResult> {
  const { order } = await canonicalContent(envelope);
  const rowKeyAt = (position: number): string | undefined => envelope.lines[order[position] ?? -1]?.rowKey;
  return {
    ...result,
    invoices: result.invoices.map((invoice) => ({
      ...invoice,
      findings: invoice.findings.map((finding) => ({
        ...finding,
        rowKey: rowKeyAt(finding.position) ?? finding.rowKey,
      })),
    })),
  };
}

async function call<T>(request: Call, schema: z.ZodType<T>, options: CallOptions): Promise<Answer<T>> {
  const answer = await exchange(request, options);
  if (answer.kind !== 'answered') return answer;
  const body = schema.safeParse(answer.body);
  return body.success ? { kind: 'answered', body: body.data } : { kind: 'notUnderstood', status: 200 };
}
