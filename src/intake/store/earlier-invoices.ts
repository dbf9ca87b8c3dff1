import type { Transaction } from 'kysely';
import { byCodeUnits } from '../../submission/canonical.ts';
import { acceptedOnce, isInForce, statesInForce } from '../invoice-states.ts';
import type { Tables } from './schema.ts';
import type { Store } from './store.ts';

/** What the plan has of a billing provider already when it checks a submission. */
export interface EarlierInvoices {
  /** Numbers in the submission under which the plan accepted an invoice of the provider before, in order. */
  readonly accepted: readonly string[];
  /** Those of them under which an invoice is in force: it was not voided. */
  readonly inForce: readonly string[];
  /** Lines of the submission whose service is on another invoice in force, by their place, with its number. */
  readonly services: readonly { readonly line: number; readonly invoiceNumber: string }[];
}

/**
 * The invoices of a submission (`own`), each with those of other submissions (`earlier`) that have its number, plan and
 * billing provider: a query to go on with.
 */
export function sameNumbers(store: Store | Transaction<Tables>, submissionId: string) {
  return store
    .selectFrom('invoice as own')
    .innerJoin('invoice as earlier', (join) =>
      join
        .onRef('earlier.plan_id', '=', 'own.plan_id')
        .onRef('earlier.billing_provider_npi', '=', 'own.billing_provider_npi')
        .onRef('earlier.invoice_number', '=', 'own.invoice_number'),
    )
    .where('own.submission_id', '=', submissionId)
    .where('earlier.submission_id', '!=', submissionId);
}

/** What the plan has of the billing provider of a submission, beside the submission itself. */
export async function selectEarlierInvoices(
  store: Store | Transaction<Tables>,
  submissionId: string,
): Promise<EarlierInvoices> {
  const rows = await sameNumbers(store, submissionId)
    .select(['earlier.invoice_number', 'earlier.state'])
    .distinct()
    .where('earlier.state', 'in', acceptedOnce)
    .execute();
  return {
    accepted: numbersOf(rows),
    inForce: numbersOf(rows.filter(({ state }) => isInForce(state))),
    services: await selectAcceptedServices(store, submissionId),
  };
}

async function selectAcceptedServices(
  store: Store | Transaction<Tables>,
  submissionId: string,
): Promise<EarlierInvoices['services']> {
  const rows = await store
    .selectFrom('service_line as own')
    .innerJoin('service_line as earlier', 'earlier.service_hash', 'own.service_hash')
    .innerJoin('invoice', (join) =>
      join
        .onRef('invoice.submission_id', '=', 'earlier.submission_id')
        .onRef('invoice.ordinal', '=', 'earlier.ordinal'),
    )
    .select(['own.line', 'invoice.invoice_number'])
    .distinct()
    .where('own.submission_id', '=', submissionId)
    .where('earlier.submission_id', '!=', submissionId)
    .where('invoice.state', 'in', statesInForce)
    .orderBy('own.line')
    .orderBy('invoice.invoice_number')
    .execute();
  return rows.map(({ line, invoice_number }) => ({ line, invoiceNumber: invoice_number ?? '' }));
}

function numbersOf(rows: readonly { readonly invoice_number: string | null }[]): readonly string[] {
  return [...new Set(rows.flatMap((row) => row.invoice_number ?? []))].sort(byCodeUnits);
}
